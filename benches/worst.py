"""Time per character of texts made to be slow, beside ordinary disguised text, and how it grows."""

from __future__ import annotations

import sys
from typing import Any

import texts
from accuracy import guarded
from evaluation import Evaluation
from hostile import HOSTILE
from ours import OURS
from peers import PEERS
from readers import Loaded, load_all
from timing import fitted, seconds, significant

READERS = ("unspoof", "unspoof full", "disarm strip_obfuscation", "decancer", "NFKC")
BUDGET = 2.0
"""Seconds that the longest text of a kind may take; what would take longer is not read."""
SURE = 0.3
"""A time below is taken three times, and the lowest one counts."""
ORDINARY = "ordinary disguised text"
DOUBLINGS = 12

Worst = dict[str, dict[str, dict[str, Any]]]


def run(sets: Evaluation, scale: float = 1) -> Worst:
    """For each reader and each kind of text the seconds at every length, and what they come to."""
    loaded, _ = load_all(one for one in OURS + PEERS if one.name in READERS)
    kinds: dict[str, Any] = {
        name: (lambda length, kind=kind: kind.make(length), kind.most)
        for name, kind in HOSTILE.items()
    }
    results: Worst = {one.reader.name: _ordinary(one, sets, scale * BUDGET) for one in loaded}
    for name, (make, most) in kinds.items():
        made = {length: make(length) for length in _lengths(most)}
        for one in loaded:
            results[one.reader.name][name] = _measure(one, made, scale * BUDGET)
        print(f"worst: {name}", file=sys.stderr, flush=True)
    return results


def _lengths(most: int) -> list[int]:
    return [most >> shift for shift in range(DOUBLINGS, -1, -1)]


def _ordinary(one: Loaded, sets: Evaluation, budget: float) -> dict[str, dict[str, Any]]:
    """The same lines that the speed table has as `merged_50`."""
    corpus = fitted(one.read, texts.corpora(sets)["merged_50"], budget)
    size = sum(map(len, corpus))
    taken = min(seconds(lambda: [one.read(text) for text in corpus]) for _ in range(3))
    return {ORDINARY: {"characters": size, "us_per_character": significant(1e6 * taken / size)}}


def _measure(one: Loaded, made: dict[int, str], budget: float) -> dict[str, Any]:
    at: dict[int, float] = {}
    errors: list[str] = []
    for length, text in made.items():
        taken = seconds(lambda text=text: errors.append(guarded(one.read, text)[1]))
        if errors[-1]:
            return {"failed": errors[-1]}
        if taken < SURE:
            taken = min(taken, *(seconds(lambda text=text: one.read(text)) for _ in range(2)))
        at[length] = taken
        # The next one takes twice as long, or as many times as long as this one did.
        if taken * max(2, taken / at.get(length // 2, taken)) > budget:
            break
    longest = max(at)
    figures: dict[str, Any] = {
        "seconds": {length: significant(taken) for length, taken in at.items()},
        "characters": longest,
        "whole": longest == max(made),
        "us_per_character": significant(1e6 * at[longest] / longest),
    }
    for times in (2, 4):
        if longest // times in at:
            figures[f"growth_{times}"] = significant(at[longest] / at[longest // times])
    return figures


if __name__ == "__main__":
    import child

    child.answer(lambda: None, run)
