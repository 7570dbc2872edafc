"""Documents that share a scheme: who wrote alike, whatever they wrote."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from unspoof.corpus._mixture import LEAST_LETTERS, Mixture, Shown, in_order

Mapping = dict[tuple[str, str], int]
"""What stood for what and how often: (glyph, reading) to count, as Reading.scheme has it."""

_STEADY = 0.75
"""Share of a document's substitutions that its scheme must explain for it to have one."""
_MOST_DOCUMENTS = 1_000_000
"""Documents that are compared: they are held in memory."""


@dataclass(frozen=True)
class Scheme:
    """A scheme that several documents share."""

    number: int
    """From 1 on, those of most documents first."""
    letters: Shown
    """For each letter the glyph in its place, and how many documents show it."""
    members: list[str]
    """The documents."""

    def to_dict(self, members: int | None = None) -> dict[str, Any]:
        """As plain values, with so many of its documents at most."""
        rows = sorted(self.letters.items(), key=lambda entry: (-entry[1][1], entry[0]))
        return {
            "scheme": self.number,
            "documents": len(self.members),
            "substitutions": [[glyph, letter, count] for letter, (glyph, count) in rows],
            "members": self.members[:members],
        }


@dataclass
class Clusters:
    """Documents with their mappings in, and then, by `find`, the schemes that they share."""

    found: list[Scheme] = field(default_factory=list)
    left_out: int = 0
    """Documents beyond the most that are compared."""
    _documents: dict[tuple[tuple[str, tuple[str, int]], ...], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _count: int = 0

    def add(self, name: str, mapping: Mapping) -> None:
        """Adds a document, if it has a scheme: for each letter mostly one glyph.

        What shows a single letter, such as a Latin i in a Ukrainian word, is no scheme.
        """
        shown = steady(mapping)
        if len(shown) < LEAST_LETTERS:
            return
        if self._count >= _MOST_DOCUMENTS:
            self.left_out += 1
            return
        self._count += 1
        self._documents[tuple(sorted(shown.items()))].append(name)

    def find(self) -> None:
        """Finds the schemes that at least two documents share."""
        order = in_order(map(dict, self._documents))
        names = [self._documents[tuple(sorted(shown.items()))] for shown in order]
        mixture = Mixture()
        given = [(shown, len(named)) for shown, named in zip(order, names, strict=True)]
        members: dict[int, list[str]] = defaultdict(list)
        for number, named in zip(mixture.assign(given), names, strict=True):
            if number is not None:
                members[number] += named
        largest = sorted(members.items(), key=lambda entry: (-len(entry[1]), min(entry[1])))
        self.found = [
            Scheme(rank, mixture.cluster(number).scheme(), sorted(named))
            for rank, (number, named) in enumerate(largest, 1)
        ]


def steady(mapping: Mapping) -> Shown:
    """For each letter the glyph that mostly stands in its place; nothing where none does.

    What was only taken away, and has no reading, is left out: it stands in no letter's place.
    """
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    for (glyph, reading), count in mapping.items():
        if reading and glyph:
            letters[reading][glyph] += count
    shown: Shown = {}
    explained = total = 0
    for letter, glyphs in letters.items():
        glyph, count = min(glyphs.items(), key=lambda entry: (-entry[1], entry[0]))
        total += sum(glyphs.values())
        explained += count
        if count > sum(glyphs.values()) / 2:
            shown[letter] = (glyph, count)
    return shown if explained >= _STEADY * total else {}
