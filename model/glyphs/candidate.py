"""One proposal that a code point may be read so, with the evidence behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

# Strongest first: the order in which a row names its source.
SOURCES = ("decomposition", "name", "confusable", "measured", "curated")


class Candidate(NamedTuple):
    """``strength`` is the belief in this reading by this source alone, between 0 and 1."""

    glyph: str
    reading: str
    strength: float
    source: str


Candidates = Iterable[Candidate]
