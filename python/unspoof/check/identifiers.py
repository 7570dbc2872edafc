"""The identifiers of a file, and the words that they are made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from unspoof.check.source import Source


class Identifier(NamedTuple):
    """An identifier, keyword or the like, where it stands first."""

    text: str
    start: int


def identifiers(source: Source) -> dict[str, Identifier]:
    """Each different identifier in a file's code, in the order of their first places."""
    found: dict[str, Identifier] = {}
    runs = _runs(source.text)
    for start, code in source.code():
        for run in runs.finditer(code):
            if any(map(str.isalpha, run[0])):
                found.setdefault(run[0], Identifier(run[0], start + run.start()))
    return found


def possible(text: str) -> set[str]:
    """What could be an identifier in a text, were all of it code."""
    return set(_runs(text).findall(text))


def words(identifier: str) -> Iterator[tuple[int, str]]:
    """The words of an identifier, each with where it starts: `getFirst_item` has three."""
    at = 0
    for end in [*_ends(identifier), len(identifier)]:
        word = identifier[at:end]
        if any(map(str.isalpha, word)):
            yield at, word
        at = end


def _runs(text: str) -> re.Pattern[str]:
    """What Unicode lets stand in identifiers (XID_Continue, UAX #31), as far as a text has it.

    Languages draw the line elsewhere, but what deceives a reviewer does so in any of them.
    """
    beyond = sorted(char for char in set(text) if not char.isascii() and f"_{char}".isidentifier())
    return re.compile(rf"(?!\d)[A-Za-z0-9_{re.escape(''.join(beyond))}]+")


def _ends(text: str) -> Iterator[int]:
    """Where a word ends: `load|XML|File|_|2`."""
    for at in range(1, len(text)):
        before, here, after = text[at - 1], text[at], text[at + 1 : at + 2]
        rises = before.islower() and here.isupper()
        last_capital = before.isupper() and here.isupper() and after.islower()
        if rises or last_capital or _is_letter(before) != _is_letter(here):
            yield at


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"
