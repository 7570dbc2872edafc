"""Weigh the candidates of all sources against each other: one table of readings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import unicodedata2 as ud

from .alphabet import OTHER_CASE, script_of
from .candidate import SOURCES, Candidate

MOST = 6
LEAST = 0.005
# A reading through another glyph (𝛂 → α → a) is worth this much of the two steps.
CHAINED = 0.8
CHAIN_FROM = 0.5
# ... and less where the glyph has readings of its own in that script.
CHAINED_BESIDE = 0.08
# A glyph whose decomposition names its letter in a script is hardly another one there.
BESIDE_DECOMPOSITION = 0.08
# Letters that few texts have: ι is an i before it is an ı.
RARE = frozenset("ßæøłđðþıœÆØŁĐÐÞŒѣѳѵѢѲѴѝЍѐЀ")
RARELY = 0.15
# A capital among small letters is often a small letter to its author, for want of a better glyph.
ANY_CASE = 0.03
# Shape alone says little where a better source knows the glyph, next to nothing where that source
# is sure, and less of letters with marks or of one alphabet's own.
BESIDE_KNOWN = 0.03
KNOWN = 0.15
BESIDE_SURE = 0.01
SURE = 0.8
# Beside a letter that is drawn just as the glyph is, another one of its class is hardly meant.
BESIDE_SAME = 0.15
SPECIAL = frozenset("ґѓќџђћљњѕјўґҐЃЌЏЂЋЉЊЅЈЎ")
SPECIALLY = 0.35

_STYLED_NAME = re.compile(
    r"CIRCLED|SQUARED|PARENTHESIZED|REGIONAL INDICATOR|SMALL CAPITAL|MODIFIER LETTER|COMBINING"
    r"|SUPERSCRIPT|SUBSCRIPT|MATHEMATICAL|FULLWIDTH|HALFWIDTH|OUTLINED|SEGMENTED"
    r"|SCRIPT (?:SMALL|CAPITAL)|DOUBLE-STRUCK"
)

Scores = dict[str, dict[str, tuple[float, str]]]


class Row(NamedTuple):
    """One line of ``readings.tsv``."""

    glyph: str
    reading: str
    weight: float
    family: str
    source: str


def family_of(char: str) -> str:
    """``stylised`` for letters in another dress, ``lookalike`` for other letters and signs."""
    if ud.normalize("NFKD", char) != ud.normalize("NFD", char):
        return "stylised"
    return "stylised" if _STYLED_NAME.search(ud.name(char, "")) else "lookalike"


def _merge(candidates: Iterable[Candidate], alike: Iterable[tuple[str, str]]) -> Scores:
    """Independent sources that agree add up; within one source the best counts."""
    drawn: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for glyph, letter in alike:
        drawn[glyph, script_of(letter)] |= {letter, letter.swapcase()}
    best: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for glyph, reading, strength, source in candidates:
        sources = best[glyph, reading]
        sources[source] = max(strength, sources.get(source, 0.0))
    scores: Scores = defaultdict(dict)
    decomposed = {
        (g, script_of(r)) for (g, r), sources in best.items() if "decomposition" in sources
    }
    # What the best source but shape says of a glyph in each script.
    told: dict[tuple[str, str | None], float] = defaultdict(float)
    for (glyph, reading), sources in best.items():
        for source, strength in sources.items():
            if source != "measured":
                script = script_of(reading)
                told[glyph, script] = max(told[glyph, script], strength)
    for (glyph, reading), sources in best.items():
        known = told[glyph, script_of(reading)]
        shape = BESIDE_SURE if known >= SURE else BESIDE_KNOWN if known >= KNOWN else 1.0
        same = reading in drawn.get((glyph, script_of(reading)), {reading})
        trust = {"measured": shape, "confusable": 1.0 if same else BESIDE_SAME}
        doubt = 1.0
        for source, strength in sources.items():
            doubt *= 1.0 - strength * trust.get(source, 1.0)
        share = RARELY if reading in RARE else 1.0
        if "decomposition" in sources:
            share = 1.0
        elif (glyph, script_of(reading)) in decomposed:
            share *= BESIDE_DECOMPOSITION
        elif set(sources) == {"measured"}:
            marked = len(ud.normalize("NFD", reading)) > 1 and len(ud.normalize("NFD", glyph)) == 1
            share *= SPECIALLY if marked or reading in SPECIAL else 1.0
        scores[glyph][reading] = (share * (1.0 - doubt), min(sources, key=SOURCES.index))
    return scores


def _add(readings: dict[str, tuple[float, str]], reading: str, score: float, source: str) -> None:
    if score > readings.get(reading, (0.0, ""))[0]:
        readings[reading] = (score, source)


def _chain(scores: Scores) -> None:
    """Give a glyph what its own readings look like in the scripts where it has none as strong."""
    direct = {glyph: dict(readings) for glyph, readings in scores.items()}
    for glyph, readings in scores.items():
        home = script_of(glyph)
        own = {script_of(r) for r, (score, _) in direct[glyph].items() if score >= CHAIN_FROM}
        for middle, (score, source) in direct[glyph].items():
            if len(middle) != 1 or score < CHAIN_FROM or source in ("measured", "curated"):
                continue
            for reading, (further, further_source) in direct.get(middle, {}).items():
                script = script_of(reading)
                if reading == glyph or script in (script_of(middle), home, "Punctuation"):
                    continue
                weaker = max(source, further_source, key=SOURCES.index)
                share = CHAINED_BESIDE if script in own else CHAINED
                _add(readings, reading, share * score * further, weaker)


def _other_cases(scores: Scores) -> None:
    for glyph, readings in scores.items():
        for reading, (score, source) in list(readings.items()):
            share = OTHER_CASE.get(reading, ANY_CASE if score >= KNOWN else 0.0)
            other = reading.swapcase()
            if share and len(other) == len(reading) == 1 and other not in (reading, glyph):
                _add(readings, reading.swapcase(), score * share, source)


def _normalised(readings: dict[str, tuple[float, str]]) -> Iterator[tuple[str, float, str]]:
    by_script: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for reading, (score, source) in readings.items():
        if script := script_of(reading):
            by_script[script].append((score, reading, source))
    for entries in by_script.values():
        entries.sort(key=lambda entry: (-entry[0], entry[1]))
        entries = entries[:MOST]
        # Where even the best evidence is weak, the rest of the mass says "none of these".
        total = sum(score for score, _, _ in entries) / min(1.0, 2 * entries[0][0])
        for score, reading, source in entries:
            if (weight := round(score / total, 3)) >= LEAST:
                yield reading, weight, source


def rows(candidates: Iterable[Candidate], alike: Iterable[tuple[str, str]]) -> list[Row]:
    """The whole table, sorted by code point, then script, then weight.

    ``alike`` are pairs of a glyph and a letter that some font draws just alike.
    """
    scores = _merge(candidates, alike)
    _chain(scores)
    _other_cases(scores)
    table = []
    for glyph in sorted(scores):
        family = family_of(glyph)
        for reading, weight, source in _normalised(scores[glyph]):
            if reading != glyph:
                table.append(Row(glyph, reading, weight, family, source))
    return table
