"""Properties of every code point, in a two-stage table.

Its script, its class, what it means to the scan, and whether it has readings.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import unicodedata2 as unicodedata
from fontTools.unicodedata import script as script_of

from model.alphabets import orthographies
from model.glyphs import decomposition
from model.languages import LANGUAGES

BLOCK = 128

CLASSES = (
    "other", "upper", "lower", "letter", "mark", "digit", "number", "punctuation", "symbol",
    "space", "invisible", "control",
)  # fmt: skip
# What a letter means to the scan: nothing to see, a plain letter of one of the three scripts
# that look alike, a letter of any other script, or a reason to look closer.
CALM = {"neutral": 0, "Latn": 1, "Cyrl": 2, "Grek": 3, "apart": 4, "odd": 5}

# Letters without a decomposition that honest Latin text of many languages is full of.
_PLAIN_LATIN = frozenset("ßæœøđðþłıÆŒØĐÐÞŁ")

_INVISIBLE = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB),
    (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip


def _class_of(point: int, category: str) -> str:
    if any(first <= point <= last for first, last in _INVISIBLE):
        return "invisible"
    match category:
        case "Lu":
            return "upper"
        case "Ll":
            return "lower"
        case "Lt" | "Lm" | "Lo":
            return "letter"
        case "Mn" | "Mc" | "Me":
            return "mark"
        case "Nd":
            return "digit"
        case "Nl" | "No":
            return "number"
        case "Zs" | "Zl" | "Zp":
            return "space"
        case "Cc":
            return "space" if point in (9, 10, 11, 12, 13, 0x85) else "control"
        case _:
            return {"P": "punctuation", "S": "symbol"}.get(category[0], "other")


@cache
def _marks() -> frozenset[str]:
    """The combining marks that some orthography writes."""
    return frozenset(
        letter
        for letters in orthographies().values()
        for letter in letters
        if unicodedata.combining(letter)
    )


def _plain_letters() -> dict[str, frozenset[str]]:
    """For each of the three scripts, the letters that its languages' honest text is made of."""
    plain: dict[str, set[str]] = {"Latn": set(), "Cyrl": set(), "Grek": set()}
    for language in LANGUAGES:
        if language.script in plain:
            for letter in orthographies().get(language.orthography, frozenset()):
                plain[language.script].add(letter)
    for code, letters in orthographies().items():
        if code.endswith("_Cyrl"):
            plain["Cyrl"] |= letters
    return {script: frozenset(letters) for script, letters in plain.items()}


def _is_plain_latin(letter: str) -> bool:
    base = unicodedata.normalize("NFD", letter)[0]
    return base.isascii() or letter in _PLAIN_LATIN


def _calm_of(
    point: int, kind: str, script: str, plain: dict[str, frozenset[str]], read: bool
) -> str:
    letter = chr(point)
    if kind == "invisible":
        return "odd"
    # What ordinary Latin keyboards and code pages hold (µ º ² ½ ¢ ©) is no disguise by itself.
    if point == 0xB5:
        return "Grek"
    if point < 0x100 and (script != "Latn" or kind == "letter"):
        return "neutral"
    # Currency, accents and the operators of mathematics are what they are.
    category = unicodedata.category(letter)
    if category in ("Sc", "Sk") or (category == "Sm" and not unicodedata.decomposition(letter)):
        return "neutral"
    if kind == "symbol" and len(decomposition.plain(letter)) > 1:
        return "neutral"
    if kind in ("upper", "lower", "letter"):
        if script == "Latn":
            return "Latn" if _is_plain_latin(letter) else "odd"
        if script == "Cyrl":
            return "Cyrl" if letter in plain["Cyrl"] else "odd"
        if script == "Grek":
            base = unicodedata.normalize("NFD", letter)[0]
            styled = unicodedata.decomposition(letter).startswith("<")
            return "Grek" if "α" <= base.lower() <= "ω" and not styled else "odd"
        if script == "Zyyy":
            return "odd" if read and unicodedata.decomposition(letter).startswith("<") else "apart"
        return "odd" if read and script not in _LIVING else "apart"
    if kind in ("number", "symbol") and read:
        return "odd"
    # Styled digits; the digits of other scripts are somebody's own.
    if kind == "digit" and read and script == "Zyyy" and point >= 0x80:
        return "odd"
    # Marks that no orthography puts on its letters.
    if kind == "mark" and script == "Zinh" and letter not in _marks():
        return "odd"
    return "neutral"


# Scripts in daily use, whose letters are somebody's text before they are a look-alike. They are
# looked at closely only when letters of another script stand beside them.
_LIVING = frozenset({
    "Arab", "Armn", "Beng", "Bopo", "Deva", "Ethi", "Geor", "Gujr", "Guru", "Hang", "Hani",
    "Hebr", "Hira", "Kana", "Khmr", "Knda", "Laoo", "Mlym", "Mong", "Mymr", "Orya", "Sinh",
    "Syrc", "Taml", "Telu", "Thaa", "Thai", "Tibt", "Tfng", "Nkoo",
})  # fmt: skip


def sections(read: set[int]) -> dict[str, bytes]:
    """`scripts` (codes, one a line) and `properties` (stage 1 u16 per block, then blocks of u16).

    A property word holds the script's number (bits 0-7), the class (8-11), what the letter means
    to the scan (12-14), and whether the lattice has readings of it (15).
    """
    plain = _plain_letters()
    scripts = ["Zzzz", "Zyyy", "Zinh", "Latn", "Cyrl", "Grek"]
    number = {script: at for at, script in enumerate(scripts)}
    words = np.zeros(0x110000, "<u2")
    for point in range(0x110000):
        letter = chr(point)
        category = unicodedata.category(letter)
        script = script_of(letter)
        if script not in number:
            number[script] = len(scripts)
            scripts.append(script)
        kind = _class_of(point, category)
        calm = _calm_of(point, kind, script, plain, point in read)
        words[point] = (
            number[script] | CLASSES.index(kind) << 8 | CALM[calm] << 12 | (point in read) << 15
        )
    blocks: dict[bytes, int] = {}
    first = np.zeros(0x110000 // BLOCK, "<u2")
    for at in range(len(first)):
        block = words[at * BLOCK : (at + 1) * BLOCK].tobytes()
        first[at] = blocks.setdefault(block, len(blocks))
    return {
        "scripts": "\n".join(scripts).encode(),
        "props": first.tobytes() + b"".join(blocks),
    }
