"""The text as it stands and as it reads, side by side in a wide terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.text import Text

from unspoof import Edit, Reading
from unspoof._rows import Fold, Gap, Piece, folded, rows, runs, shortened
from unspoof._visible import Honest, right_to_left
from unspoof.cli._grid import grid, plain, printed
from unspoof.cli._marked import harmless, left_out, stands

# Narrower than that, two columns are harder to read than one text with its changes marked.
WIDTH = 100
_AROUND = 200

# A line or a face as well as a colour: not everybody sees colours, nor shows every terminal them.
_STYLES = {
    "lookalike": "bold underline green",
    "faux": "bold italic underline green",
    "stylised": "bold underline2 cyan",
    "leet": "bold underline yellow",
    "multi": "bold italic underline yellow",
    "accent": "bold overline magenta",
    "combining": "reverse magenta",
    "invisible": "reverse yellow",
    "spaced": "strike yellow",
    "deletion": "bold strike red",
    "bidi": "reverse blue",
    "turned": "bold italic blue",
}
_FSI, _PDI = "\u2068", "\u2069"


def beside(reading: Reading, console: Console | None, context: int | None) -> str:
    """Every line, or those with changes and `context` lines around each; in brackets for None."""
    sides = _Sides(Honest.of(reading.original + reading.text), styled=console is not None)
    table = grid(expand=True, header_style="dim")
    table.add_column("line", justify="right", style="dim", no_wrap=True)
    table.add_column("as it stands", ratio=1, overflow="fold")
    table.add_column("as it reads", ratio=1, overflow="fold")
    lines = rows(reading)
    for line in lines if context is None else folded(lines, context):
        if isinstance(line, Fold):
            table.add_row("", Text(left_out(line), style="dim"), "")
            continue
        pieces = line.pieces if context is None else shortened(line, _AROUND).pieces
        table.add_row(str(line.first), sides.stands(pieces), sides.reads(pieces))
    return printed(table, console or plain(width=None))


class _Sides:
    def __init__(self, honest: Honest, styled: bool) -> None:
        self._honest, self._styled = honest, styled

    def stands(self, pieces: Iterable[Piece]) -> Text:
        return self._side(pieces, lambda run: stands("".join(edit.original for edit in run)))

    def reads(self, pieces: Iterable[Piece]) -> Text:
        return self._side(
            pieces, lambda run: harmless("".join(edit.restored for edit in run), self._honest)
        )

    def _side(self, pieces: Iterable[Piece], told: Callable[[list[Edit]], str]) -> Text:
        side = Text()
        for piece in pieces:
            if isinstance(piece, Gap):
                side.append(f"[… {piece.length:,} …]", style="dim")
            elif isinstance(piece, str):
                side.append(harmless(piece, self._honest))
            else:
                for family, run in runs(piece):
                    side.append_text(self._marked(told(run), family))
        # It must not turn round what is beside it.
        return Text.assemble(_FSI, side, _PDI) if right_to_left(side.plain) else side

    def _marked(self, text: str, family: str) -> Text:
        return Text(text, style=_STYLES[family]) if self._styled else Text(f"[{text}]")
