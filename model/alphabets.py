"""Alphabets: which letters about a thousand orthographies write (CLDR and Google Fonts)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import gflanguages
import numpy as np
import unicodedata2 as unicodedata
from fontTools.unicodedata import script

# Only letters of the scripts that look alike, and the marks on them, are ever asked for.
_ASKED = ("Latn", "Cyrl", "Grek", "Zinh", "Zyyy")
_ITEM = re.compile(r"\{([^}]*)\}|(\S)")


def letters_of(exemplars: str) -> set[str]:
    """The single code points that an exemplar string names, both cases, composed and decomposed."""
    found: set[str] = set()
    for match in _ITEM.finditer(exemplars):
        item = match.group(1) or match.group(2)
        for form in (item, item.lower(), item.upper()):
            for normal in ("NFC", "NFD"):
                found.update(unicodedata.normalize(normal, form))
    return {c for c in found if unicodedata.category(c)[0] in "LM" and c != "◌"}


@cache
def orthographies() -> dict[str, frozenset[str]]:
    """Orthography code (`ewe_Latn`) to every letter and mark that it writes, auxiliary ones too."""
    table = {}
    for code, language in sorted(gflanguages.LoadLanguages().items()):
        exemplars = language.exemplar_chars
        if exemplars.base:
            table[code] = frozenset(
                letters_of(exemplars.base)
                | letters_of(exemplars.auxiliary)
                | letters_of(exemplars.marks)
            )
    return table


def _written(code: str, exemplars: Any) -> set[str]:
    """The letters of an orthography, and the marks that it puts where no letter has them built in.

    Those are the marks left over in its letters, and those listed as marks that none of its
    letters has: nearly all lists of marks only repeat what the letters bear.
    """
    letters = {
        unicodedata.normalize("NFC", form)
        for field in (exemplars.base, exemplars.auxiliary)
        for match in _ITEM.finditer(field)
        for item in [match.group(1) or match.group(2)]
        for form in (item, item.lower(), item.upper())
    }
    borne = set(unicodedata.normalize("NFD", "".join(letters)))
    written = set("".join(letters)) | (letters_of(exemplars.marks) - borne)
    return written & orthographies()[code]


def section() -> bytes:
    """The packed alphabets: for each letter beyond ASCII the set of orthographies that write it.

    Count of letters (u32), words of 64 bits a set (u32), the sorted code points (u32 each), then
    the sets (u64 little-endian each); an orthography's bit is its place in the sorted codes.
    """
    languages = gflanguages.LoadLanguages()
    table = {code: _written(code, languages[code].exemplar_chars) for code in orthographies()}
    words = (len(table) + 63) // 64
    sets: dict[int, int] = {}
    for at, letters in enumerate(table.values()):
        for letter in letters:
            if ord(letter) >= 0x80 and script(letter) in _ASKED:
                sets[ord(letter)] = sets.get(ord(letter), 0) | 1 << at
    points = sorted(sets)
    head: bytes = np.array([len(points), words, *points], "<u4").tobytes()
    body = b"".join(sets[point].to_bytes(words * 8, "little") for point in points)
    return head + body
