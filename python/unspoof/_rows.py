"""A text and its reading, line by line beside each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from unspoof import Edit, Reading
from unspoof._places import LINE_END


@dataclass(frozen=True)
class Gap:
    """What is left out within a line: so many code points in which nothing changed."""

    length: int


# Text in which nothing changed, what is left out of it, or the edits that follow one another
# without anything between them.
Piece = str | Gap | tuple[Edit, ...]


@dataclass(frozen=True)
class Row:
    """One line of the original, or several where an edit spans them: lines `first` to `last`."""

    first: int
    last: int
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether there is an edit in it."""
        return any(isinstance(piece, tuple) for piece in self.pieces)

    @property
    def text(self) -> str:
        """The row as it reads, without what is left out of it."""
        return "".join(map(_as_it_reads, self.pieces))


@dataclass(frozen=True)
class Fold:
    """What is left out: lines `first` to `last`, in which nothing changed."""

    first: int
    last: int


def rows(reading: Reading) -> Iterator[Row]:
    """Every line of the original, without its end; the last line may lack one.

    Lines whose ends an edit takes in are one row.
    """
    text, edits = reading.original, reading.edits
    line = first = 1
    start = done = last = 0
    ends = [found.span() for found in LINE_END.finditer(text)]
    if not ends or ends[-1][1] < len(text):
        ends.append((len(text), len(text)))
    for end, after in ends:
        while last < len(edits) and edits[last].start < after:
            last += 1
        if last == done or edits[last - 1].end <= end or after == len(text):
            yield Row(first, line, tuple(_pieces(text, start, end, edits[done:last])))
            first, start, done = line + 1, after, last
        line += 1


def folded(rows: Iterable[Row], context: int) -> Iterator[Row | Fold]:
    """The rows with changes, and `context` rows around each; the rest is left out.

    A single row is never left out: what says so would take its place.
    """
    waiting: list[Row] = []
    after = 0
    for row in rows:
        if row.changed:
            yield from _unfolded(waiting, context)
            waiting, after = [], context
            yield row
        elif after:
            after -= 1
            yield row
        else:
            waiting.append(row)
    yield from _unfolded(waiting, 0)


def shortened(row: Row, around: int) -> Row:
    """The row without the middle of its long unchanged pieces: `around` code points stay."""
    pieces: list[Piece] = []
    for number, piece in enumerate(row.pieces):
        if not isinstance(piece, str) or len(piece) <= 3 * around:
            pieces.append(piece)
            continue
        head = piece[:around] if number or len(row.pieces) == 1 else ""
        tail = piece[-around:] if number < len(row.pieces) - 1 else ""
        gap = Gap(len(piece) - len(head) - len(tail))
        pieces += [part for part in (head, gap, tail) if part]
    return Row(row.first, row.last, tuple(pieces))


def _as_it_reads(piece: Piece) -> str:
    if isinstance(piece, Gap):
        return ""
    return piece if isinstance(piece, str) else "".join(edit.restored for edit in piece)


def pieces(reading: Reading) -> Iterator[Piece]:
    """The whole text, line ends among it, as one row of pieces."""
    return _pieces(reading.original, 0, len(reading.original), reading.edits)


def runs(edits: tuple[Edit, ...]) -> Iterator[tuple[str, list[Edit]]]:
    """Edits that follow one another, by family; those that drop what they replace apart."""
    for (family, _), run in groupby(edits, lambda edit: (edit.family, not edit.restored)):
        yield family, list(run)


def _pieces(text: str, start: int, end: int, edits: tuple[Edit, ...]) -> Iterator[Piece]:
    group: list[Edit] = []
    for edit in edits:
        if group and group[-1].end < edit.start:
            yield tuple(group)
            group = []
        if start < edit.start:
            yield text[start : edit.start]
        group.append(edit)
        start = edit.end
    if group:
        yield tuple(group)
    if start < end:
        yield text[start:end]


def _unfolded(waiting: list[Row], context: int) -> Iterator[Row | Fold]:
    cut = max(0, len(waiting) - context)
    if cut > 1:
        yield Fold(waiting[0].first, waiting[cut - 1].last)
        yield from waiting[cut:]
    else:
        yield from waiting
