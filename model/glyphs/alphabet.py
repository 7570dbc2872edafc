"""The letters a glyph may be read as, and the script each reading belongs to."""

from __future__ import annotations

import string

import unicodedata2 as ud

LATIN = string.ascii_lowercase + string.ascii_uppercase + "ßæøłđðþıœəŋÆØŁĐÐÞŒƏŊ"
CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    "ѐёђѓєѕіїјљњћќѝўџґѣѳѵЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏҐѢѲѴ"
    "әғқңөүұһӘҒҚҢӨҮҰҺ"
)
GREEK = "αβγδεζηθικλμνξοπρςστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώΐΰϊϋΆΈΉΊΌΎΏΪΫ"
DIGITS = string.digits
PUNCTUATION = string.punctuation

SCRIPTS = ("Latin", "Cyrillic", "Greek", "Digit", "Punctuation")
LETTERS = frozenset(LATIN + CYRILLIC + GREEK + DIGITS)

# Letters whose two cases have one shape, so that only size tells them apart, and the
# weight that the other case gets. Cyrillic and Greek small letters are mostly small capitals.
_SAME_SHAPE = {
    0.10: "cosvwxzвгджзийклмнопстхцчшщъыьэюяєѕіїѓќўџґљњκοπτχψ",
    0.05: "kpuyjруфθφι",
}
OTHER_CASE = {
    letter: weight
    for weight, letters in _SAME_SHAPE.items()
    for letter in letters + letters.upper()
}


def _script_of_letter(char: str) -> str | None:
    if char in string.ascii_letters:
        return "Latin"
    if char in DIGITS:
        return "Digit"
    if char in PUNCTUATION:
        return "Punctuation"
    name = ud.name(char, "")
    for prefix, script in (("LATIN", "Latin"), ("CYRILLIC", "Cyrillic"), ("GREEK", "Greek")):
        if name.startswith(prefix + " ") and ud.category(char)[0] == "L":
            return script
    return None


def is_target(char: str) -> bool:
    """Whether one character may stand in a reading: a wanted letter, or accented from one."""
    if char in LETTERS or char in PUNCTUATION:
        return True
    base = ud.normalize("NFD", char)[0]
    return len(ud.normalize("NFD", char)) > 1 and base in LETTERS and ud.category(char)[0] == "L"


def script_of(reading: str) -> str | None:
    """The script a reading counts for, or None where it mixes scripts or has foreign characters."""
    kinds = {_script_of_letter(char) for char in reading}
    if None in kinds:
        return None
    letters = kinds & {"Latin", "Cyrillic", "Greek"}
    if len(letters) > 1:
        return None
    if letters:
        return letters.pop()
    return "Digit" if "Digit" in kinds else "Punctuation"
