r"""Elasticsearch and OpenSearch: rules for a `mapping` character filter.

A character filter knows no context, so that only what needs none can be said in its rules: glyphs
that no language's orthography writes, and that are one letter by Unicode's decompositions or show
one letter only, case aside, in an index of a given script. Characters that are not seen are not
among them, since each has work to do somewhere. docs/engines.md tells what that leaves unread.
Needs neither of the two to be installed.

>>> from unspoof.engines import elasticsearch
>>> filter_ = elasticsearch.char_filter()
>>> filter_["type"], "\\ud835\\udcef => f" in filter_["mappings"]  # 𝓯
('mapping', True)
"""

import unicodedata
from collections import defaultdict
from typing import Any

from unspoof import _core

_NAMES = {"Latn": "LATIN ", "Cyrl": "CYRILLIC ", "Grek": "GREEK "}

SCRIPTS = tuple(_NAMES)
"""The scripts that an index can be in: those whose letters look alike (ISO 15924)."""


def rules(script: str = "Latn", *, letters: bool = False) -> dict[str, str]:
    """What each glyph is replaced by.

    For an index whose text is in `script`. With `letters`, letters that other scripts' languages
    write are replaced too (Cyrillic к becomes k): for an index without such languages.
    Raises ValueError for a script that is not one of `SCRIPTS`.
    """
    if script not in _NAMES:
        raise ValueError(f"{script!r} is no script of an index: give {', '.join(SCRIPTS)}")
    readings: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for glyph, letter, reading, into, family, cost in _core.readings():
        if into in (script, "Zyyy") and _can_be_told(glyph, letter, family, script, letters):
            readings[glyph].append((cost, reading))
    told = ((glyph, _only(glyph, found)) for glyph, found in readings.items())
    return {glyph: reading for glyph, reading in told if reading is not None}


def mappings(script: str = "Latn", *, letters: bool = False) -> list[str]:
    r"""The rules as Elasticsearch and OpenSearch read them, in ASCII: `\u0251 => a`.

    Takes and raises what `rules` does. One of them a line is what `mappings_path` takes.
    """
    found = rules(script, letters=letters)
    return [f"{_escaped(glyph)} => {_escaped(found[glyph])}" for glyph in sorted(found)]


def char_filter(script: str = "Latn", *, letters: bool = False) -> dict[str, Any]:
    """The definition of a character filter, for `settings.analysis.char_filter`."""
    return {"type": "mapping", "mappings": mappings(script, letters=letters)}


def _only(glyph: str, readings: list[tuple[float, str]]) -> str | None:
    """The one reading, if there is one: what Unicode says that the glyph is, or the model."""
    plain = unicodedata.normalize("NFKC", glyph)
    likeliest = min(readings)[1]
    if plain.isalnum() and any(reading == plain for _, reading in readings):
        return plain
    one = len({reading.casefold() for _, reading in readings}) == 1
    return likeliest if one and likeliest.isalnum() else None


def _can_be_told(glyph: str, letter: bool, family: str, script: str, letters: bool) -> bool:
    if glyph.isascii():
        return False
    name = unicodedata.name(glyph, "")
    if letter and (not letters or name.startswith(_NAMES[script])):
        return False
    # Kana, currency and mathematical signs have looks as well, and stand for themselves; pairs of
    # regional indicators are flags.
    if any(word in name for word in _NAMES.values()) or name.startswith("MATHEMATICAL "):
        return True
    plain = unicodedata.normalize("NFKC", glyph)
    return family == "stylised" and plain.isascii() and plain != glyph


def _escaped(text: str) -> str:
    units = text.encode("utf-16-be").hex()
    return "".join(
        chr(int(unit, 16))
        if chr(int(unit, 16)).isalnum() and int(unit, 16) < 0x80
        else f"\\u{unit}"
        for unit in (units[at : at + 4] for at in range(0, len(units), 4))
    )
