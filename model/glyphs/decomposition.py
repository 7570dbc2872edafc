"""Readings by Unicode's own compatibility decompositions (𝒂 ⓐ ａ ﬃ ⅷ ㏂ ⒜)."""

from __future__ import annotations

from collections.abc import Iterator

import unicodedata2 as ud

from .alphabet import is_target, script_of
from .candidate import Candidate
from .codepoints import assigned

_SLASHES = {
    "\u2044": "/",
    "\u2215": "/",
    "\u2010": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
}
LONGEST = 4


def plain(char: str) -> str:
    """The compatibility form of ``char`` without the trimmings of enclosed forms."""
    text: str = ud.normalize("NFKC", char).translate(str.maketrans(_SLASHES))
    if len(text) > 2 and text[0] == "(" and text[-1] == ")":
        text = text[1:-1]
    if len(text) > 1 and text[-1] in ".,":
        text = text[:-1]
    return text.strip()


def candidates() -> Iterator[Candidate]:
    """Every reading of one to four characters that a decomposition gives."""
    for char in assigned():
        text = plain(char)
        if not text or text == char or len(text) > LONGEST:
            continue
        if ud.normalize("NFC", char) != char and len(text) == 1:
            pass  # a canonical singleton (Å, Ω, K): as good as a compatibility mapping
        elif ud.normalize("NFKD", char) == ud.normalize("NFD", char):
            continue  # merely accented: names.py
        if all(map(is_target, text)) and script_of(text):
            yield Candidate(char, text, 1.0, "decomposition")
            stripped = "".join(c for c in text if c.isalnum())
            if stripped and stripped != text:
                yield Candidate(char, stripped, 0.3, "decomposition")
