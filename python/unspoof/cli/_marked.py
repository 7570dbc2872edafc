"""The text with its disguises marked: in colour on a terminal, in brackets elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from unspoof import Reading
from unspoof._glyphs import code_points
from unspoof._rows import Fold, Gap, Piece, folded, pieces, rows, runs, shortened
from unspoof._visible import Honest, disguised

# Code points of one edit that are spelt out; a hidden message can run to hundreds.
_SPELT_OUT = 4
_COLOURS = {"lookalike": "green", "faux": "green", "stylised": "cyan"}
# What stays of a long unchanged stretch within a line where lines are left out (code points).
_AROUND = 200


class Marked:
    """One reading, marked for a terminal or for a pipe; what could steer either is spelt out."""

    def __init__(self, reading: Reading, colour: bool) -> None:
        self._reading, self._colour = reading, colour
        self._honest = Honest.of(reading.original + reading.text)

    def whole(self) -> str:
        """The text as meant, each change marked."""
        return self._marked(pieces(self._reading))

    def around(self, context: int) -> str:
        """Its lines with changes, and `context` lines around each; each with its number."""
        lines = list(folded(rows(self._reading), context))
        width = len(str(lines[-1].last)) if lines else 0
        told = ""
        for line in lines:
            if isinstance(line, Fold):
                told += self._dim(f"{'':{width}}  {left_out(line)}") + "\n"
            else:
                marked = self._marked(shortened(line, _AROUND).pieces)
                told += self._dim(f"{line.first:{width}}  ") + marked + "\n"
        return told

    def _marked(self, pieces: Iterable[Piece]) -> str:
        return "".join(part for piece in pieces for part in self._parts(piece))

    def _parts(self, piece: Piece) -> Iterator[str]:
        if isinstance(piece, str):
            yield harmless(piece, self._honest)
        elif isinstance(piece, Gap):
            yield self._dim(f"[… {piece.length:,} …]")
        else:
            mark = self._in_colour if self._colour else self._in_brackets
            for family, run in runs(piece):
                if run[0].restored:
                    yield from (mark(family, edit.original, edit.restored) for edit in run)
                else:
                    yield mark(family, "".join(edit.original for edit in run), "")

    def _in_colour(self, family: str, original: str, restored: str) -> str:
        shown = harmless(restored, self._honest) or f"<{spelt(original)}>"
        return click.style(shown, fg=_COLOURS.get(family, "yellow"), bold=True)

    def _in_brackets(self, _family: str, original: str, restored: str) -> str:
        # The brackets that the text needs around what is spelt out are there already.
        glyphs = spelt(original) if _unseen(original) else stands(original)
        return f"[{glyphs}→{harmless(restored, self._honest)}]"

    def _dim(self, text: str) -> str:
        return click.style(text, dim=True) if self._colour else text


def harmless(text: str, honest: Honest) -> str:
    """Text in which what could steer a terminal, or turn the rest round, is spelt out."""
    return "".join(
        f"<{code_points(one.char)}>" if one.named and not one.quiet else one.char or one.text
        for one in honest.shown(text)
    )


def stands(text: str) -> str:
    """What an edit replaced, so that it is seen: as it is, or spelt out where it is not seen."""
    if _unseen(text):
        return f"<{spelt(text)}>"
    return "".join(
        f"<{code_points(one.char)}>" if one.named else one.text for one in disguised(text)
    )


def spelt(text: str) -> str:
    """The first code points of a text, and how many more there are."""
    more = len(text) - _SPELT_OUT
    return code_points(text[:_SPELT_OUT]) + (f" and {more:,} more" if more > 0 else "")


def left_out(fold: Fold) -> str:
    """What stands in the place of lines that are left out."""
    lines = f"lines {fold.first:,} to {fold.last:,}"
    return f"… {lines}: nothing changed …"


def _unseen(text: str) -> bool:
    return all(one.named for one in disguised(text))
