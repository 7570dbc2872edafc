"""Pieces of a text as HTML: marked by family, and nothing in them that could act.

What is a text's own goes through `html.escape`, here and nowhere else. These functions return
markup as `str` while they work, since a long text has a hundred thousand marks, and `Markup` at the
end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from markupsafe import Markup

from unspoof import Edit
from unspoof._facts import PASSAGES
from unspoof._glyphs import code_points, names
from unspoof._rows import Gap, Piece, runs
from unspoof._terms import FAMILIES
from unspoof._visible import Honest, Shown, disguised

# Characters that are named one by one in one mark; a hidden message can run to hundreds.
_NAMED = 3
# Code points that a tooltip spells out.
_SPELT_OUT = 4
# Characters of a reading that it gives.
_READ_OUT = 60


class Marker:
    """Marks up one document, of which `honest` knows the characters.

    `titles` says whether each mark explains itself when it is pointed at.
    """

    def __init__(self, honest: Honest, titles: bool) -> None:
        self._honest, self._titles = honest, titles

    def stands(self, pieces: Iterable[Piece]) -> Markup:
        """The pieces as they stand in the text."""
        return Markup("".join(part for piece in pieces for part in self._stands(piece)))

    def reads(self, pieces: Iterable[Piece]) -> Markup:
        """The pieces as they read."""
        return Markup("".join(part for piece in pieces for part in self._reads(piece)))

    def plain(self, text: str) -> Markup:
        """Text that is not marked."""
        return Markup(self._plain(text))

    def _stands(self, piece: Piece) -> Iterator[str]:
        if not isinstance(piece, tuple):
            yield self._unchanged(piece)
            return
        for family, run in runs(piece):
            title = f' title="{escape(explained(run))}"' if self._titles else ""
            glyphs = original("".join(edit.original for edit in run), family)
            yield f'<del class="{family}"{title}>{glyphs}</del>'

    def _reads(self, piece: Piece) -> Iterator[str]:
        if not isinstance(piece, tuple):
            yield self._unchanged(piece)
            return
        for family, run in runs(piece):
            restored = self._plain("".join(edit.restored for edit in run))
            if family in PASSAGES:
                restored = f"<bdi>{restored}</bdi>"
            gone = "" if restored else " gone"
            yield f'<ins class="{family}{gone}">{restored}</ins>'

    def _unchanged(self, piece: str | Gap) -> str:
        if isinstance(piece, Gap):
            return f'<span class="gap">… {piece.length:,} unchanged characters …</span>'
        return self._plain(piece)

    def _plain(self, text: str) -> str:
        return "".join(map(_shown, self._honest.shown(text)))


def original(text: str, family: str) -> Markup:
    """What an edit of this family replaced, so that all of it is seen."""
    parts = []
    named = 0
    for piece in disguised(text):
        named += piece.named
        if not piece.named or named <= _NAMED:
            parts.append(_shown(piece))
    if named > _NAMED:
        parts.append(f'<span class="more">and {named - _NAMED:,} more</span>')
    shown = "".join(parts)
    return Markup(f"<bdi>{shown}</bdi>" if family in PASSAGES else shown)


def explained(run: list[Edit]) -> str:
    """What these edits of one family, which follow one another, did: a tooltip's worth."""
    stands = "".join(edit.original for edit in run)
    reads = "".join(edit.restored for edit in run)
    spelt = code_points(stands[:_SPELT_OUT])
    if len(stands) > _SPELT_OUT:
        spelt += f" and {len(stands) - _SPELT_OUT:,} more"
    elif len(stands) == 1:
        spelt += f" {names(stands)}"
    read_as = f"read as {reads[:_READ_OUT]}" if reads else "not read"
    if not reads.isprintable():  # it might turn the tooltip round
        read_as = f"read as {code_points(reads[:_SPELT_OUT])}"
    return f"{spelt}, {read_as} ({FAMILIES[run[0].family][0].lower()})"


def direction(text: str) -> str:
    """The value of `dir` for a line: `rtl`, `ltr`, or `auto` where no letter decides.

    By the first letter with a direction, as Unicode's rules P2 and P3 have it. It is asked of the
    line as it reads, for both of its sides: else they would not stand side by side.
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "auto"


def _shown(piece: Shown) -> str:
    if not piece.named:
        return escape(piece.text)
    if piece.quiet:
        return f'<bdi class="quiet" title="{piece.text}"></bdi>'
    mark = "" if piece.text.isascii() else " mark"
    return f'<bdi class="named{mark}">{piece.text}</bdi>'
