"""Which code points the build looks at."""

from __future__ import annotations

import functools
import sys

import unicodedata2 as ud


@functools.cache
def assigned() -> tuple[str, ...]:
    """Every assigned character that draws something, ideographs of the big blocks left out."""
    return tuple(
        char
        for char in map(chr, range(0x21, sys.maxunicode + 1))
        if ud.category(char) not in ("Cn", "Co", "Cs", "Cc", "Cf", "Zs", "Zl", "Zp")
        and not _is_bulk(ord(char))
    )


def _is_bulk(code: int) -> bool:
    """Blocks of thousands of dense signs, none of which passes for a letter."""
    return any(low <= code <= high for low, high in _BULK)


_BULK = (
    (0x3400, 0x4DBF),  # CJK extension A
    (0x4E00, 0x9FFF),  # CJK (the curated table names the few that are used)
    (0xAC00, 0xD7A3),  # Hangul syllables
    (0x12000, 0x1254F),  # cuneiform
    (0x13000, 0x143FF),  # Egyptian hieroglyphs
    (0x14400, 0x1467F),  # Anatolian hieroglyphs
    (0x17000, 0x18DFF),  # Tangut, Khitan
    (0x1B000, 0x1B2FF),  # kana supplement, Nushu
    (0x1D800, 0x1DAAF),  # SignWriting
    (0x20000, 0x3FFFF),  # ideographs of the supplementary planes
)
