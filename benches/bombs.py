"""Texts made to take time or memory beyond their length; beside those of `hostile.py`."""

from __future__ import annotations

import random
from collections.abc import Callable

from poison import LINES

_MIXED = "ɑсеорхуιɾƖҺмᴜρʋкƄ"
_LONGEST = 192
"""Code points of the longest token that is read as one."""


def ordinary(length: int) -> str:
    """Disguised text as it is met: one letter in three, of look-alikes, no line like another."""
    table = {"a": "аɑ", "e": "еє", "o": "оο", "c": "сϲ", "p": "рρ", "i": "іι", "n": "пη", "u": "υᴜ"}
    draw = random.Random(length)
    words = " ".join(LINES).split()
    text = " ".join(draw.choice(words) for _ in range(length // 4))[:length]
    return "".join(
        draw.choice(table[one]) if one in table and draw.random() < 0.33 else one for one in text
    )


def _tokens(length: int) -> str:
    draw = random.Random(length)
    count = length // (_LONGEST + 1)
    return " ".join("".join(draw.choices(_MIXED, k=_LONGEST)) for _ in range(count))


def _same_tokens(length: int) -> str:
    word = "".join(random.Random(1).choices(_MIXED, k=_LONGEST))
    return " ".join([word] * (length // (_LONGEST + 1)))


def _short_tokens(length: int) -> str:
    draw = random.Random(length)
    return " ".join("".join(draw.choices(_MIXED, k=4)) for _ in range(length // 5))


def _unknown(length: int) -> str:
    draw = random.Random(length)
    glyphs = [chr(0xE000 + at) for at in range(200)]
    return " ".join("".join(draw.choices(glyphs, k=7)) for _ in range(length // 8))


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda length: opening * (length // 2) + closing * (length - length // 2)


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _storm(length: int) -> str:
    draw = random.Random(length)
    marks = [chr(point) for point in (*range(0x300, 0x370), *range(0x1AB0, 0x1ACF), 0xFE20)]
    return "".join("e" + "".join(draw.choices(marks, k=30)) for _ in range(length // 31))


def _any_of(first: int, last: int) -> Callable[[int], str]:
    points = [chr(point) for point in range(first, last + 1)]
    return lambda length: "a" + "".join(random.Random(length).choices(points, k=length - 1))


def _bits(length: int) -> str:
    return "a" + "".join(random.Random(length).choices("\u200b\u200c\u200d\u2060", k=length - 1))


def _scattered(length: int) -> str:
    draw = random.Random(length)
    return "".join("word " + draw.choice("\u200b\u200c\u2060\u00ad") for _ in range(length // 6))


BOMBS: dict[str, Callable[[int], str]] = {
    "tokens of 192 ambiguous glyphs, all different": _tokens,
    "one such token over and over": _same_tokens,
    "ambiguous tokens of four, all different": _short_tokens,
    "words of glyphs that no table knows": _unknown,
    "thirty marks on every letter": _storm,
    "one letter under all the marks": _any_of(0x300, 0x36F),
    "brackets in brackets": _nested("(", ")"),
    "quotation marks in quotation marks": _nested("«", "»"),
    "isolates in isolates": _nested("\u2067", "\u2069"),
    "overrides never ended": _repeated("\u202e"),
    "ends of nothing": _repeated("\u2069\u202c"),
    "turned and turned back": _repeated("\u202ea\u202c\u2067ɑ\u2069"),
    "backspaces over letters": _repeated("a\b"),
    "letters, then as many backspaces": _nested("a", "\b"),
    "lines of one character": _repeated("ɑ\n"),
    "empty lines": _repeated("\n"),
    "one message in tags": _any_of(0xE0020, 0xE007E),
    "one message in selectors": _any_of(0xE0100, 0xE01EF),
    "one message in zero-width bits": _bits,
    "bits strewn over words": _scattered,
    "regional indicators": _any_of(0x1F1E6, 0x1F1FF),
    "flags with tags, never ended": _repeated("🏴\U000e0067\U000e0062"),
    "joiners and people": _repeated("👩\u200d"),
    "mathematical letters of every alphabet": _any_of(0x1D400, 0x1D7CB),
    "Hangul parts": _any_of(0x1100, 0x11FF),
    "letters one by one": _repeated("ɑ b с "),
    "words upside down": _repeated("ǝɥʇ "),
    "leet": _repeated("Th3 w0rd5 4r3 h3r3. "),
    "strokes and signs": _repeated("|-|e||o \\/\\/ "),
}
"""Each kind, of any length (code points)."""
