"""Turn likeness into belief: a logistic curve fitted on Unicode's own confusables.

Two figures decide: how alike the two are, and how far behind the script's best letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from .alphabet import LETTERS, script_of
from .candidate import Candidate
from .confusables import alike
from .similarity import Alike

CERTAIN = 0.8
LEAST = 0.1


def _with_gaps(pairs: Iterable[Alike]) -> list[tuple[Alike, float]]:
    """Each pair with its distance to the glyph's best letter of the same script."""
    groups: dict[tuple[str, str | None], list[Alike]] = defaultdict(list)
    for pair in pairs:
        groups[pair.glyph, script_of(pair.letter)].append(pair)
    return [
        (pair, max(p.similarity for p in group) - pair.similarity)
        for group in groups.values()
        for pair in group
    ]


def _features(pairs: list[tuple[Alike, float]]) -> np.ndarray:
    return np.array([[1.0, (p.similarity - 0.95) * 10, gap * 10] for p, gap in pairs])


def fit(pairs: list[tuple[Alike, float]]) -> np.ndarray:
    """Coefficients by Newton's method, on glyphs that have a confusable among the letters."""
    known = [
        (pair, gap)
        for pair, gap in pairs
        if pair.glyph not in LETTERS
        and any(
            script_of(letter) == script_of(pair.letter)
            for letter in alike(pair.glyph)
            if letter in LETTERS
        )
    ]
    x = _features(known)
    y = np.array([pair.letter in alike(pair.glyph) for pair, _ in known], float)
    theta = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ theta))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(theta))
        theta += np.linalg.solve(hessian, x.T @ (y - p) - 1e-3 * theta)
    return theta


def candidates(measured: list[Alike]) -> Iterator[Candidate]:
    """Every measured pair as a reading; honest letters do not stand for others of their script."""
    pairs = _with_gaps(measured)
    theta = fit(pairs)
    beliefs = 1 / (1 + np.exp(-_features(pairs) @ theta))
    for (pair, _), belief in zip(pairs, beliefs, strict=True):
        if pair.glyph in LETTERS and script_of(pair.glyph) == script_of(pair.letter):
            continue
        if belief >= LEAST:
            yield Candidate(
                pair.glyph, pair.letter, round(min(float(belief), CERTAIN), 4), "measured"
            )
