"""How well the measure tells Unicode's confusables from other pairs.

Run ``python -m model.glyphs.evaluate``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from . import similarity
from .alphabet import LETTERS
from .confusables import alike
from .fonts import FontClass, classes

# One broad font per class suffices to compare measures.
PROBES = {"DejaVuSans", "NotoSans-Regular", "DejaVuSerif", "FreeSerif"}


class Quality(NamedTuple):
    """Over pairs of a glyph and a letter that are not drawn identically."""

    pairs: int
    auc: float
    precision_at_half: float
    precision_at_80: float
    top1: float
    top3: float


def _probe(font_class: FontClass) -> list[tuple[str, np.ndarray]]:
    letters = sorted(LETTERS)
    wanted = frozenset(similarity.measured())
    drawn = similarity.drawn_letters(font_class, letters)
    return [
        pair
        for path in font_class.sources
        if path.stem in PROBES
        for pair in similarity.likeness(path, drawn, wanted)
    ]


def probes() -> list[tuple[str, np.ndarray]]:
    """Every glyph of the probe fonts with its likeness to each letter."""
    return [pair for font_class in classes()[:2] for pair in _probe(font_class)]


def _known(char: str, index: dict[str, int]) -> list[int]:
    if char in LETTERS:
        return []
    return [index[letter] for letter in alike(char) if letter in index]


def drawn_alike(rows: list[tuple[str, np.ndarray]]) -> set[int]:
    """Which rows are of glyphs drawn just as their letter is; they tell nothing."""
    index = {letter: at for at, letter in enumerate(sorted(LETTERS))}
    return {
        at
        for at, (char, row) in enumerate(rows)
        if (same := _known(char, index)) and row[same].max() > 0.995
    }


def quality(rows: list[tuple[str, np.ndarray]], left_out: set[int]) -> Quality:
    """Positives: pairs of one UTS #39 class. Negatives: the same glyphs with all other letters."""
    letters = sorted(LETTERS)
    index = {letter: at for at, letter in enumerate(letters)}
    good, bad, firsts, thirds = [], [], [], []
    for at, (char, row) in enumerate(rows):
        same = _known(char, index)
        if not same or at in left_out:
            continue
        others = np.setdiff1d(np.arange(len(letters)), same)
        good += [row[same].max()]
        bad += list(row[others])
        rank = int((row > row[same].max()).sum())
        firsts.append(rank == 0)
        thirds.append(rank < 3)
    scores = np.array(good + bad)
    truth = np.array([True] * len(good) + [False] * len(bad))
    order = np.argsort(-scores, kind="stable")
    hits = truth[order].cumsum()
    precision = hits / np.arange(1, len(hits) + 1)
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    auc = (ranks[truth].sum() - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad))
    half, most = (precision[np.searchsorted(hits, share * len(good))] for share in (0.5, 0.8))
    return Quality(
        len(good),
        float(auc),
        float(half),
        float(most),
        float(np.mean(firsts)),
        float(np.mean(thirds)),
    )


if __name__ == "__main__":
    found = probes()
    print(quality(found, drawn_alike(found)))
