"""Word frequencies of every language in one hashed table, with each word's languages beside it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import unicodedata2 as unicodedata
import wordfreq

from model.alphabets import orthographies
from model.languages import WITH_WORDS, Language, serbian_cyrillic
from model.tables import hash_texts, place

# A word's cost is -ln of its frequency, kept in a byte at this many steps to the nat.
STEPS = 12.0
# Beside it stands by how much each language's cost is higher than the cheapest one's, in a
# nibble of this many nats a step; 15 says that the language does not have the word.
DELTA = 0.8
ABSENT = 15
PROFILES = 65_535

# For each language of the lexicon, by how many steps a word costs more there.
Profile: TypeAlias = tuple[int, ...]


def frequencies(language: Language) -> dict[str, float]:
    """The most frequent words of one language (lower case, NFC, its own letters), with shares."""
    alphabet = orthographies().get(language.orthography, frozenset())
    table: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict(language.wordfreq, "best").items():
        word = unicodedata.normalize("NFC", word)
        for part in word.replace("’", "'").split("'"):
            if language.transliterate:
                part = serbian_cyrillic(part)
            if part and all(c in alphabet or "a" <= c <= "z" for c in part):
                if language.script != "Latn" and any("a" <= c <= "z" for c in part):
                    continue
                table[part] = table.get(part, 0.0) + share
    best = sorted(table.items(), key=lambda row: (-row[1], row[0]))
    return dict(best[: language.words])


def _profiles(rows: list[Profile]) -> tuple[list[Profile], list[int]]:
    """At most `PROFILES` distinct profiles, and for each row the number of the nearest of them.

    A rare profile is made coarser step by step until it is one of the common ones.
    """

    def coarser(row: Profile, step: int) -> Profile:
        return tuple(v if v == ABSENT else min(v // step * step, ABSENT - 1) for v in row)

    def strongest(row: Profile, most: int) -> Profile:
        keep = set(sorted(range(len(row)), key=lambda at: (row[at], at))[:most])
        return tuple(v if at in keep else ABSENT for at, v in enumerate(row))

    forms: list[Callable[[Profile], Profile]] = [
        lambda row: row,
        lambda row: coarser(row, 2),
        lambda row: coarser(strongest(row, 8), 4),
        lambda row: coarser(strongest(row, 4), 4),
        lambda row: coarser(strongest(row, 2), 4),
        lambda row: strongest(row, 1),
    ]
    every = Counter(rows)
    kept = {form(row) for row in every for form in forms[-2:]}
    for row, _ in sorted(every.items(), key=lambda item: (-item[1], item[0])):
        if len(kept) >= PROFILES:
            break
        kept.add(row)
    order = sorted(kept)
    number = {row: at for at, row in enumerate(order)}
    nearest = {}
    for row in every:
        nearest[row] = next(number[form(row)] for form in forms if form(row) in number)
    return order, [nearest[row] for row in rows]


def sections(tables: list[dict[str, float]]) -> dict[str, bytes]:
    """The packed lexicon: `words` (slots of print u16, profile u16, cost u8) and `profiles`."""
    costs: dict[str, list[float]] = {}
    for at, table in enumerate(tables):
        for word, share in table.items():
            costs.setdefault(word, [math.inf] * len(WITH_WORDS))[at] = -math.log(share)
    words = sorted(costs)
    base, rows = [], []
    for word in words:
        least = min(costs[word])
        base.append(min(255, round(least * STEPS)))
        rows.append(
            tuple(
                ABSENT if math.isinf(c) else min(ABSENT - 1, round((c - least) / DELTA))
                for c in costs[word]
            )
        )
    profiles, numbers = _profiles(rows)
    placed, prints = place(hash_texts(words))
    filled = placed >= 0
    slot_cost = np.zeros(len(placed), np.uint8)
    slot_profile = np.zeros(len(placed), "<u2")
    slot_cost[filled] = np.array(base, np.uint8)[placed[filled]]
    slot_profile[filled] = np.array(numbers, "<u2")[placed[filled]]
    width = (len(WITH_WORDS) + 1) // 2
    packed = np.zeros((len(profiles), width), np.uint8)
    for at in range(len(WITH_WORDS)):
        column = np.array([row[at] for row in profiles], np.uint8)
        packed[:, at // 2] |= column << np.uint8(4 * (at % 2))
    head = np.array([len(placed)], "<u4").tobytes()
    slots = np.zeros(len(placed), [("print", "<u2"), ("profile", "<u2"), ("cost", "u1")])
    slots["print"], slots["profile"], slots["cost"] = prints, slot_profile, slot_cost
    body = slots.tobytes()
    shape = np.array([len(profiles), width], "<u4").tobytes()
    return {"words": head + body, "profiles": shape + packed.tobytes()}
