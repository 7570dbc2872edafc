"""Readings by Unicode's confusables (UTS #39), both ways, through their classes.

The table maps a character to a prototype; two characters are alike when their skeletons
are equal. It answers "are these alike?", so every letter of a class is a reading here.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator

import unicodedata2 as ud

from .alphabet import LETTERS, PUNCTUATION, is_target, script_of
from .candidate import Candidate
from .codepoints import assigned
from .sources import crate_file

_PAIR = re.compile(r"\('\\u\{([0-9a-f]+)\}',\s*&\[([^\]]*)\]\)")
_CHAR = re.compile(r"\\u\{([0-9a-f]+)\}")

ALIKE = 0.85
# The skeleton has marks on top of the letter (¢ = c + stroke): less surely that letter.
WITHOUT_MARKS = 0.55
SEVERAL = 0.4


@functools.cache
def table() -> dict[str, str]:
    """Character to prototype, as in the crate's ``CONFUSABLES``."""
    source = crate_file("src/tables.rs")
    start = source.index("const CONFUSABLES")
    body = source[start : source.index("];\n", start)]
    return {
        chr(int(key, 16)): "".join(chr(int(code, 16)) for code in _CHAR.findall(value))
        for key, value in _PAIR.findall(body)
    }


@functools.cache
def skeleton(text: str) -> str:
    """UTS #39's skeleton (without its steps for bidirectional text)."""
    mapping = table()
    mapped = "".join(mapping.get(char, char) for char in ud.normalize("NFD", text))
    normal: str = ud.normalize("NFD", mapped)
    return normal


@functools.cache
def _letters_by_skeleton() -> dict[str, tuple[str, ...]]:
    classes: dict[str, list[str]] = defaultdict(list)
    for char in sorted(LETTERS | set(PUNCTUATION)):
        classes[skeleton(char)].append(char)
    return {key: tuple(value) for key, value in classes.items()}


def alike(char: str) -> tuple[str, ...]:
    """The letters, digits and ASCII marks that Unicode holds to be confusable with ``char``."""
    return tuple(c for c in _letters_by_skeleton().get(skeleton(char), ()) if c != char)


def candidates() -> Iterator[Candidate]:
    """Every reading that a class of confusables gives."""
    letters = _letters_by_skeleton()
    for char in assigned():
        own = skeleton(char)
        for reading in alike(char):
            yield Candidate(char, reading, ALIKE, "confusable")
        if own in letters:
            continue
        bare = "".join(c for c in own if not ud.category(c).startswith("M"))
        for reading in letters.get(bare, ()):
            if bare != own and reading != char and reading != ud.normalize("NFD", char)[0]:
                yield Candidate(char, reading, WITHOUT_MARKS, "confusable")
        if 1 < len(bare) <= 3 and bare != char and all(map(is_target, bare)) and script_of(bare):
            yield Candidate(char, bare, SEVERAL, "confusable")
