"""Text made safe to show: what is not seen, or turns the rest round, is named where it stands.

A text is cut into `Shown` pieces: as they are, or a name in place of a character. What shapes the
letters beside it stays as it is in text that nobody disguised: joiners, variation selectors, the
tags in flags, without which honest Persian, Hindi or an emoji would be shown wrongly.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from unspoof._glyphs import code_points, shows

# By the abbreviations of Unicode's NameAliases.txt, which this interpreter cannot look up.
_ABBREVIATIONS = {
    "\u00ad": "SHY",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    "\u180e": "MVS",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LSEP",
    "\u2029": "PSEP",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
    "\x00": "NUL",
    "\x08": "BS",
    "\n": "LF",
    "\r": "CR",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x85": "NEL",
    " ": "SP",
    "\u00a0": "NBSP",
}
# Where a line may break or not. They move nothing, and honest Khmer or Thai is full of them.
_QUIET = frozenset("\u00ad\u200b\u2060\ufeff")
_JOINERS = frozenset("\u200c\u200d")
# Of the format characters (Cf) that are no tags, those that are seen or shape what is seen.
_SHAPING = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
)
_NONCHARACTERS = frozenset(
    [*map(chr, range(0xFDD0, 0xFDF0))]
    + [chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)]
)
# More marks than that on one letter run into the lines above and below.
_MARKS = 2


class Shown(NamedTuple):
    """A piece of text as it is shown: as it is, or what the character `char` of it is called.

    `quiet` says of such a character that it moves nothing: its name may be a mere dot.
    """

    text: str
    char: str = ""
    quiet: bool = False

    @property
    def named(self) -> bool:
        """Whether it is a name."""
        return bool(self.char)


def name(char: str) -> str:
    """What a character that is not seen is called where it stands: `ZWSP`, else `U+E0041`."""
    return _ABBREVIATIONS.get(char) or code_points(char)


@dataclass(frozen=True)
class Honest:
    """Cuts up text that was not disguised; made once for all the text that it will see."""

    _named: re.Pattern[str] | None

    @classmethod
    def of(cls, text: str) -> "Honest":
        """For texts that have no other characters than this one."""
        named = sorted(char for char in set(text) if _is_named(char))
        return cls(re.compile(f"[{re.escape(''.join(named))}]") if named else None)

    def shown(self, text: str) -> Iterator[Shown]:
        """The pieces of a text."""
        if self._named is None:
            if text:
                yield Shown(text)
            return
        done = 0
        for found in self._named.finditer(text):
            if found.start() > done:
                yield Shown(text[done : found.start()])
            yield Shown(name(found[0]), found[0], quiet=found[0] in _QUIET)
            done = found.end()
        if done < len(text):
            yield Shown(text[done:])


def disguised(text: str) -> Iterator[Shown]:
    """The pieces of what an edit replaced: all that is not seen is named, and so are most marks."""
    if text.isspace():
        yield from (Shown(name(char), char) for char in text)
        return
    raw = ""
    marks = 0
    for char in text:
        mark = unicodedata.category(char) in ("Mn", "Me")
        marks = marks + 1 if mark else 0
        if shows(char) and char != "\n" and marks <= _MARKS and (raw or not mark):
            raw += char
            continue
        if raw:
            yield Shown(raw)
            raw = ""
        yield Shown(f"\u25cc{char}" if mark and shows(char) else name(char), char)
    if raw:
        yield Shown(raw)


def right_to_left(text: str) -> bool:
    """Whether any letter of a text is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in ("R", "AL") for char in text
    )


def _is_named(char: str) -> bool:
    if char in "\t\n" or char in _JOINERS or _SHAPING.match(char):
        return False
    if char in _NONCHARACTERS or char in _QUIET:
        return True
    category = unicodedata.category(char)
    tag = "\U000e0020" <= char <= "\U000e007f"
    return category in ("Cc", "Cs", "Zl", "Zp") or (category == "Cf" and not tag)
