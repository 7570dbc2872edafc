"""How much a reader reads back, and what it harms: the figures over pairs of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Figures(NamedTuple):
    """What a reader did with a set of pairs; a share is None where there is nothing to share.

    A word is what white space parts. A word of the gold text is disguised where the input has
    another in its place; all others, and all characters of lines that were not disguised, are
    honest.
    """

    lines: int
    exact: float | None  # lines that come back exactly as the gold, of all lines
    disguised_words: int
    read: float | None  # disguised words read exactly, of all disguised words
    folded: float | None  # the same, letter case ignored
    honest_characters: int
    harmed_characters: int  # honest characters that came back changed
    harmed_lines: int  # lines, honest from end to end, that came back changed
    harm_per_million: float | None  # harmed characters per million honest ones


class Tally:
    """Counts pair by pair."""

    def __init__(self) -> None:
        self._lines = self._exact = 0
        self._disguised = self._read = self._folded = 0
        self._honest = self._harmed = self._harmed_lines = 0

    def add(self, given: str, gold: str, output: str) -> None:
        """Count one pair: the text that was given, what was meant, and what the reader made."""
        self._lines += 1
        self._exact += output == gold
        if given == gold:
            harm = _changed(gold, output)
            self._honest += len(gold)
            self._harmed += harm
            self._harmed_lines += harm > 0
            return
        words = gold.split()
        for word, before, after in zip(
            words, _places(words, given.split()), _places(words, output.split()), strict=True
        ):
            if before == word:
                self._honest += len(word)
                self._harmed += _changed(word, after or "")
            else:
                self._disguised += 1
                self._read += after == word
                self._folded += after is not None and after.casefold() == word.casefold()

    def figures(self) -> Figures:
        """The figures of all pairs so far; shares to five decimals."""
        million = 1e6 * self._harmed / self._honest if self._honest else None
        return Figures(
            lines=self._lines,
            exact=_share(self._exact, self._lines),
            disguised_words=self._disguised,
            read=_share(self._read, self._disguised),
            folded=_share(self._folded, self._disguised),
            honest_characters=self._honest,
            harmed_characters=self._harmed,
            harmed_lines=self._harmed_lines,
            harm_per_million=None if million is None else round(million, 2),
        )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 5) if whole else None


def _places(words: list[str], others: list[str]) -> list[str | None]:
    """What stands in the place of each of `words` among `others`; None where nothing does.

    As many words on both sides are taken to be the same places. Otherwise runs of words that the
    two have in common are, and between these, runs as long as one another.
    """
    if len(words) == len(others):
        return list(others)
    found: list[str | None] = [None] * len(words)
    for same, (start, end), (from_, to) in _blocks(words, others):
        if same or end - start == to - from_:
            found[start:end] = others[from_:to]
    return found


def _changed(before: str, after: str) -> int:
    """How many characters of `before` differ in `after`."""
    if before == after:
        return 0
    if len(before) == len(after):
        return sum(map(str.__ne__, before, after))
    return sum(
        max(end - start, to - from_)
        for same, (start, end), (from_, to) in _blocks(before, after)
        if not same
    )


def _blocks(
    one: Sequence[str], other: Sequence[str]
) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """The two in blocks, alike or not, by Ratcliff and Obershelp's longest common runs."""
    from difflib import SequenceMatcher  # takes a while to load, and most commands need none

    for tag, start, end, from_, to in SequenceMatcher(
        None, one, other, autojunk=False
    ).get_opcodes():
        yield tag == "equal", (start, end), (from_, to)
