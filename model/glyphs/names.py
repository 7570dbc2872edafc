"""Readings by the names of characters: LATIN SMALL LETTER R WITH FISHHOOK is an r."""

from __future__ import annotations

import re
from collections.abc import Iterator

import unicodedata2 as ud

from .alphabet import LETTERS, is_target
from .candidate import Candidate
from .codepoints import assigned

# What a descriptive word before the letter leaves of its likeness.
_ADJECTIVES = {
    "SCRIPT": 0.9, "SMALL": 0.9, "CAPITAL": 0.9, "DOTLESS": 0.9, "BARRED": 0.7, "INSULAR": 0.7,
    "CLOSED": 0.7, "OPEN": 0.6, "TAILLESS": 0.6, "BROKEN": 0.7, "STIRRUP": 0.7,
    "BLACKLETTER": 0.8, "LONG": 0.5, "LONG-LEG": 0.6, "LONG-LEGGED": 0.6, "FLATTENED": 0.6,
    "ARCHAIC": 0.5, "HALF": 0.5, "NARROW": 0.7, "BROAD": 0.7, "TALL": 0.6, "WIDE": 0.7,
    "STRAIGHT": 0.6, "ROUND": 0.6, "MONOGRAPH": 0.4, "DOUBLE": 0.4, "REVERSED": 0.4,
    "SIDEWAYS": 0.3, "INVERTED": 0.25, "TURNED": 0.25, "ROTATED": 0.25, "UKRAINIAN": 0.8,
    "BYELORUSSIAN-UKRAINIAN": 0.8, "STRETCHED": 0.6, "SHORT": 0.6, "ICELANDIC": 0.7,
    "LATINATE": 0.6, "ITALIC": 0.9, "BOTTOM": 0.3, "TOP": 0.3, "LUNATE": 0.6, "CLOSE": 0.6,
    "ABKHASIAN": 0.4, "PALOCHKA": 0.0, "KOMI": 0.4, "ALEUT": 0.6, "BASHKIR": 0.5, "YAKUT": 0.4,
    "THREE-LEGGED": 0.6, "KHAKASSIAN": 0.5, "ALEUTIAN": 0.6, "NEUTRAL": 0.4, "IOTIFIED": 0.4,
    "DIALECT-P": 0.3, "VOLAPUK": 0.3, "ANGLICANA": 0.7, "RAMSHORN": 0.4, "MIDDLE": 0.3,
    "SHARP": 0.0, "HIGH": 0.8, "LOW": 0.8, "SANS-SERIF": 0.9, "SUBSCRIPT": 0.9, "GLOTTAL": 0.6,
    "SAKHA": 0.3, "LENIS": 0.8, "BASELINE": 0.9, "MIDDLE-WELSH": 0.6, "VISIGOTHIC": 0.7,
    "SPLIT": 0.5, "AFRICAN": 0.7, "SQUAT": 0.6, "SIGMOID": 0.6, "PHONOTYPIC": 0.5, "OLD": 1.0,
    "POLISH": 0.6, "SCOTS": 0.6, "EPIGRAPHIC": 0.9, "DIAERESIZED": 0.8, "ROUNDTOP": 0.8,
    "CENTRALIZED": 0.8,
}  # fmt: skip
_SPELLED = {
    "ALPHA": "a", "SCHWA": "e", "ESH": "s", "EZH": "z", "ENG": "n", "GAMMA": "y", "IOTA": "i",
    "UPSILON": "u", "CHI": "x", "BETA": "b", "EPSILON": "e", "DELTA": "d", "OMEGA": "w",
    "THETA": "o", "PHI": "o", "LAMBDA": "a", "YOGH": "z", "THORN": "p", "ETH": "d", "WYNN": "p",
    "AE": "ae", "OE": "oe", "OO": "oo", "AA": "aa", "AO": "ao", "AU": "au", "AV": "av",
    "AY": "ay", "LL": "ll", "TZ": "tz", "VY": "vy", "UO": "uo", "OU": "ou", "TS": "ts",
    "DZ": "dz", "LZ": "lz", "LS": "ls", "TC": "tc", "QP": "qp", "DB": "db", "IJ": "ij",
    "LJ": "lj", "NJ": "nj", "HV": "hv", "OI": "oi", "ET": "et", "IS": "is", "CON": "con",
    "US": "us", "TH": "th", "UE": "ue", "UM": "um", "HENG": "h", "DEZH": "dz", "TESH": "ts",
    "FENG": "fn", "LEZH": "lz", "KRA": "k", "ANG": "a", "UI": "ui", "WH": "wh", "AI": "ai",
    "VEND": "v",
}  # fmt: skip
_UNLIKE = {
    "GAMMA": 0.5, "ESH": 0.3, "EZH": 0.5, "DELTA": 0.4, "PHI": 0.3, "THETA": 0.5, "LAMBDA": 0.3,
    "CHI": 0.6, "WYNN": 0.6, "YOGH": 0.4, "OMEGA": 0.7, "BETA": 0.6, "SCHWA": 0.7, "ENG": 0.8,
    "OI": 0.4,
}  # fmt: skip

_TRAILING = (
    " DIGRAPH", " LIGATURE", " BELOW", " ABOVE", " BAR", " ROTUNDA", " CEDILLA",
    " WITHOUT HANDLE", " LONGA", " LOOP",
)  # fmt: skip

_LETTER = re.compile(
    r"^(?P<kind>MODIFIER LETTER|COMBINING|LATIN EPIGRAPHIC|LATIN|REGIONAL INDICATOR SYMBOL LETTER"
    r"|SUPERSCRIPT|LATIN SUBSCRIPT"
    r"|(?:NEGATIVE |CROSSED NEGATIVE |DOUBLE |OUTLINED |RAISED |TORTOISE SHELL BRACKETED "
    r"|CIRCLED ITALIC|BLACK |WHITE )*(?:SQUARED|CIRCLED|PARENTHESIZED)?)\s*"
    r"(?:LATIN )?(?P<case>CAPITAL LETTER SMALL|LETTER SMALL CAPITAL|SMALL CAPITAL|SMALL LETTER"
    r"|CAPITAL LETTER|SUBSCRIPT SMALL LETTER|SUPERSCRIPT SMALL LETTER|SMALL|CAPITAL|LETTER)?"
    r"\s+(?P<rest>[A-Z -]+)$"
)
_SQUARED = re.compile(
    r"^(?:NEGATIVE |CROSSED NEGATIVE )?(?:SQUARED|CIRCLED|PARENTHESIZED) (?:LATIN )?"
    r"(?:CAPITAL LETTER )?([A-Z]{1,4})$"
)
_ACCENTED = 0.75


def _described(rest: str) -> tuple[str, float] | None:
    """The Latin letter that the tail of a name describes, and how like it the glyph is."""
    rest, _, added = rest.partition(" WITH ")
    for trailing in _TRAILING:
        rest = rest.removesuffix(trailing)
    *adjectives, letter = rest.split(" ")
    strength = _ACCENTED if added else 0.9
    for word in adjectives:
        if word not in _ADJECTIVES:
            return None
        strength *= _ADJECTIVES[word]
    if len(letter) == 1:
        return letter.lower(), strength
    if letter in _SPELLED:
        return _SPELLED[letter], strength * _UNLIKE.get(letter, 0.9)
    return None


def _latin(name: str) -> tuple[str, float] | None:
    match = _LETTER.match(name)
    if not match or (match["kind"] == "" and " LETTER " not in f" {match['case']} "):
        return None
    described = _described(match["rest"].strip())
    if described is None:
        return None
    letter, strength = described
    upper = match["case"] in ("CAPITAL LETTER", "CAPITAL") or (
        match["kind"].startswith("REGIONAL")
        or (
            match["kind"].endswith(("SQUARED", "CIRCLED"))
            and match["case"] not in ("SMALL LETTER", "SMALL")
        )
    )
    return (letter.upper() if upper else letter), strength


_BASES = ("CYRILLIC", "GREEK")


def _base_letters(char: str, name: str) -> Iterator[tuple[str, float]]:
    """The letter of the same script whose name is contained in this one's."""
    name = name.replace("COMBINING CYRILLIC LETTER ", "CYRILLIC SMALL LETTER ")
    name = name.replace("MODIFIER LETTER CYRILLIC SMALL ", "CYRILLIC SMALL LETTER ")
    name = name.replace("MODIFIER LETTER CYRILLIC ", "CYRILLIC SMALL LETTER ")
    name = name.replace("MODIFIER LETTER SMALL GREEK ", "GREEK SMALL LETTER ")
    name = name.replace("MODIFIER LETTER GREEK SMALL ", "GREEK SMALL LETTER ")
    name = name.replace("CYRILLIC SUBSCRIPT SMALL LETTER ", "CYRILLIC SMALL LETTER ")
    name = name.replace("GREEK SUBSCRIPT SMALL LETTER ", "GREEK SMALL LETTER ")
    for script in _BASES:
        name = name.replace(f"{script} LETTER SMALL CAPITAL ", f"{script} SMALL LETTER ")
        for case in ("SMALL", "CAPITAL"):
            prefix = f"{script} {case} LETTER "
            if not name.startswith(prefix):
                continue
            rest, _, added = name.removeprefix(prefix).partition(" WITH ")
            words = rest.split(" ")
            strength = _ACCENTED if added else 0.9
            while words:
                try:
                    base = ud.lookup(prefix + " ".join(words))
                except KeyError:
                    strength *= _ADJECTIVES.get(words[0], 0.0)
                    words = words[1:]
                    continue
                if base != char and base in LETTERS and strength > 0:
                    yield base, strength
                break


def _by_value(char: str, name: str) -> Iterator[tuple[str, float]]:
    """Enclosed and foreign digits by the number that they mean."""
    value = ud.numeric(char, None)
    if value is None or value != int(value) or not 0 <= value <= 9999 or "1" <= char <= "9":
        return
    if re.search(
        r"CIRCLED|SQUARED|PARENTHESIZED|SUPERSCRIPT|SUBSCRIPT|SEGMENTED|FULL STOP|OUTLINED", name
    ):
        if "IDEOGRAPH" not in name:
            yield str(int(value)), 0.95
    elif ud.category(char) == "Nd" and ord(char) > 127:
        yield str(int(value)), 0.4


def candidates() -> Iterator[Candidate]:
    """Every reading that a name (or a canonical decomposition) gives."""
    for char in assigned():
        name = ud.name(char, "")
        found = [*_base_letters(char, name), *_by_value(char, name)]
        if latin := _latin(name):
            found.append(latin)
        if squared := _SQUARED.match(name):
            found.append((squared[1], 0.95))
        base = ud.normalize("NFD", char)[0]
        if base != char and base in LETTERS:
            found.append((base, _ACCENTED))
        for reading, strength in found:
            if reading != char and all(map(is_target, reading)):
                yield Candidate(char, reading, strength, "name")
