"""Character n-grams (orders 1 to 5) of every language, smoothed by Witten and Bell, in one table.

Method: interpolated Witten-Bell smoothing (Chen and Goodman 1998), kept as back-off: an n-gram
that is not in the table costs its context's back-off weight and then what its own suffix costs.
"""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np

from model.hashing import seed
from model.tables import hash_texts, place

ORDER = 5
START, END = "\x02", "\x03"
# Costs are -ln of a probability, in a byte at this many steps to the nat.
STEPS = 16.0


def counts_from_words(table: dict[str, float]) -> dict[str, float]:
    """Counts of the n-grams of a word list, the words' ends marked.

    A word counts by the square root of its frequency: between counting running words, which
    would learn the commonest by heart, and counting each word once.
    """
    counts: dict[str, float] = defaultdict(float)
    for word, share in table.items():
        weight = math.sqrt(share * 1e8)
        text = START + word + END
        for end in range(2, len(text) + 1):
            for start in range(max(0, end - ORDER), end):
                counts[text[start:end]] += weight
    return dict(counts)


def smoothed(counts: dict[str, float], most: int) -> dict[str, tuple[float, float]]:
    """n-gram to (cost, back-off cost), both in nats; `most` n-grams above order 2 are kept.

    What is kept is what the suffix alone would say worst, weighted by how often it is asked.
    """
    total: dict[str, float] = defaultdict(float)
    kinds: dict[str, int] = defaultdict(int)
    for gram, count in counts.items():
        total[gram[:-1]] += count
        kinds[gram[:-1]] += 1

    def weight(context: str) -> float:
        return kinds[context] / (total[context] + kinds[context])

    share: dict[str, float] = {}
    gain: dict[str, float] = {}
    floor = 1.0 / (kinds[""] + 1)
    for gram in sorted(counts, key=len):
        context = gram[:-1]
        lower = share[gram[1:]] if len(gram) > 1 else floor
        back = weight(context)
        share[gram] = (1 - back) * counts[gram] / total[context] + back * lower
        if len(gram) > 1:
            gain[gram] = counts[gram] * abs(math.log(share[gram] / (back * lower)))
    kept = {gram for gram in counts if len(gram) <= 2}
    longer = sorted((gram for gram in gain if len(gram) > 2), key=lambda gram: (-gain[gram], gram))
    for gram in longer[:most]:
        while len(gram) > 2 and gram not in kept:
            kept.add(gram)
            gram = gram[:-1]
    # What the kept n-grams of a context leave over goes to its suffix, in proportion.
    held: dict[str, float] = defaultdict(float)
    lower_held: dict[str, float] = defaultdict(float)
    for gram in sorted(kept):  # sums in one order, so that they come out the same every time
        if len(gram) > 1:
            held[gram[:-1]] += share[gram]
            lower_held[gram[:-1]] += share[gram[1:]]
    least = 1e-4

    def back_off(context: str) -> float:
        left = max(1 - held[context], least) / max(1 - lower_held[context], least)
        return -math.log(min(left, 1.0))

    return {
        gram: (-math.log(share.get(gram, least)), back_off(gram) if gram in held else 0.0)
        for gram in sorted(kept | ({START} & held.keys()))
    }


def section(models: list[dict[str, tuple[float, float]]]) -> bytes:
    """The packed n-grams: slot count (u32), prints (u16), costs (u8), back-off costs (u8)."""
    grams: list[str] = []
    seeds: list[int] = []
    values: list[tuple[float, float]] = []
    for at, model in enumerate(models):
        for gram, value in sorted(model.items()):
            grams.append(gram)
            seeds.append(seed(at))
            values.append(value)
    rows, prints = place(hash_texts(grams, np.array(seeds, np.uint64)))
    scaled = np.clip(np.rint(np.array(values) * STEPS), 0, 255).astype(np.uint8)
    table = np.zeros((len(rows), 2), np.uint8)
    table[rows >= 0] = scaled[rows[rows >= 0]]
    head = np.array([len(rows)], "<u4")
    return b"".join(
        part.tobytes() for part in (head, prints.astype("<u2"), table[:, 0], table[:, 1])
    )
