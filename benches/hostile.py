"""Texts made to be slow to read, each of any length (characters)."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

_MIXED = "ɑсеорхуιɾƖҺмᴜρʋкƄ"
_MARKS = [chr(point) for point in range(0x300, 0x34F)]
_EMBED, _OVERRIDE, _ISOLATE, _POP, _POP_ISOLATE = "\u202b", "\u202e", "\u2067", "\u202c", "\u2069"


class Hostile(NamedTuple):
    """A kind of text and the length that it is read at, where time allows."""

    most: int
    make: Callable[[int], str]


def _one_glyph(length: int) -> str:
    return "ı" * length


def _one_word(length: int) -> str:
    return "".join(random.Random(length).choices(_MIXED, k=length))


def _words(length: int) -> str:
    draw = random.Random(length)
    return "".join(draw.choices(_MIXED + "aeiourstln" + "   ", k=length))


def _marks(length: int) -> str:
    return "a" + "".join(random.Random(length).choices(_MARKS, k=length - 1))


def _nested(length: int) -> str:
    opened = [(_EMBED + "ɑ", _POP), (_OVERRIDE + "b", _POP), (_ISOLATE + "с", _POP_ISOLATE)]
    rounds = [opened[at % 3] for at in range(length // 3)]
    return "".join(start for start, _ in rounds) + "".join(end for _, end in reversed(rounds))


def _any(length: int) -> str:
    points = [*range(0xD800), *range(0xE000, 0x110000)]
    return "".join(map(chr, random.Random(length).choices(points, k=length)))


HOSTILE = {
    "a million copies of one glyph": Hostile(1_000_000, _one_glyph),
    "one word of 10 MB": Hostile(5_000_000, _one_word),
    "a million characters of made-up words": Hostile(1_000_000, _words),
    "100,000 stacked marks": Hostile(100_000, _marks),
    "100,000 nested directions": Hostile(300_000, _nested),
    "a million random code points": Hostile(1_000_000, _any),
}
