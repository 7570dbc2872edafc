"""Character n-grams (orders 1 to 5) of every language, smoothed by Witten and Bell, in one table.

Method: interpolated Witten-Bell smoothing (Chen and Goodman 1998), kept as back-off: an n-gram
that is not in the table costs its context's back-off weight and then what its own suffix costs.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise

import numpy as np

ORDER = 5
START, END = "\x02", "\x03"
# Costs are -ln of a probability, in a byte at this many steps to the nat.
STEPS = 16.0
# Flags beside the number of a letter, and beside that of a language.
LAST, CHILDREN = 1 << 15, 1 << 14
LAST_VALUE = 1 << 7


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
    """The packed n-grams of all languages: one trie, level by level (`crates/core/src/ngram.rs`).

    Head (u32): how many n-grams there are of each order, how many values, how many of them are of
    orders below the longest. Then the letters (u32, sorted; an n-gram of order 1 is known by its
    letter's number), the last letter's number of each n-gram (u16, `CHILDREN` where others go on
    from it and `LAST` on the last of those that go on from one), the languages of each
    n-gram (u8, `LAST_VALUE` on the last of its), and for each of these the cost (u8) and, below
    the longest order, the back-off cost (u8).
    """
    values: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for at, model in enumerate(models):
        for gram, (cost, back) in model.items():
            values[gram].append((at, cost, back))
    letters = sorted({gram[-1] for gram in values})
    number = {letter: at for at, letter in enumerate(letters)}
    contexts = {gram[:-1] for gram in values}
    grams = sorted(values, key=lambda gram: (len(gram), gram))
    orders = [sum(len(gram) == order for gram in grams) for order in range(1, ORDER + 1)]
    if orders[0] != len(letters) or not contexts <= values.keys() | {""}:
        raise ValueError("an n-gram is there, but not its letters or its context")
    if len(letters) > CHILDREN or len(models) > LAST_VALUE:
        raise ValueError("too many letters or languages for their numbers")
    nodes = np.array([number[gram[-1]] for gram in grams], "<u2")
    nodes += np.array([CHILDREN * (gram in contexts) for gram in grams], "<u2")
    ends = [a[:-1] != b[:-1] or len(a) != len(b) for a, b in pairwise([*grams, ""])]
    nodes += np.array(ends, "<u2") * np.uint16(LAST)
    rows = [(gram, value) for gram in grams for value in values[gram]]
    last = [a != b for (a, _), (b, _) in pairwise([*rows, ("", (0, 0.0, 0.0))])]
    languages = np.array([at for _, (at, _, _) in rows], np.uint8)
    languages += np.array(last, np.uint8) * np.uint8(LAST_VALUE)
    short = sum(len(gram) < ORDER for gram, _ in rows)
    costs, backs = (
        np.clip(np.rint(np.array([value[part] for _, value in rows]) * STEPS), 0, 255)
        for part in (1, 2)
    )
    return b"".join(
        part.tobytes()
        for part in (
            np.array([*orders, len(rows), short], "<u4"),
            np.array([ord(letter) for letter in letters], "<u4"),
            nodes,
            languages,
            costs.astype(np.uint8),
            backs[:short].astype(np.uint8),
        )
    )
