"""How long one tweet takes, cold and warm, each reader in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter, perf_counter_ns
from typing import Any

import fresh
import texts
from evaluation import Evaluation
from ours import OURS
from peers import PEERS
from readers import load_all
from timing import quantile, undisturbed

READERS = ("unspoof", "unspoof full", "disarm strip_obfuscation", "decancer", "ftfy NFKC", "NFKC")
BUDGET = 4.0
"""Seconds that a pass over the tweets may take; a slow reader is given fewer of them."""


def run(sets: Evaluation, scale: float = 1) -> dict[str, Any]:
    """Cold and warm latency of each reader on each kind of tweet."""
    results: dict[str, Any] = {}
    for name in READERS:
        results[name] = fresh.run("latency.py", name, sets.folder, str(scale * BUDGET))
        print(f"latency: {name}", file=sys.stderr, flush=True)
    return results


def measure(name: str, sets: Evaluation, budget: float) -> dict[str, Any]:
    """Both kinds of tweets, the disguised ones first, so that nothing was read before them."""
    (loaded,), _ = load_all(one for one in OURS + PEERS if one.name == name)
    results = {}
    for kind, corpus in sorted(texts.different_tweets(sets).items(), reverse=True):
        cold = _pass(loaded.read, corpus, budget)
        read = corpus[: len(cold)]
        warm = _pass(loaded.read, read, budget)
        results[kind] = {
            "texts": len(cold),
            "bytes": sum(len(text.encode()) for text in read),
            "first_us": cold[0] / 1e3,
            "cold": _figures(cold[1:]),
            "warm": _figures(warm),
        }
    return results


def _pass(read: Any, corpus: list[str], budget: float) -> list[int]:
    """Nanoseconds of each call, until the texts or the time are used up."""
    taken = []
    fresh_texts = [text.encode().decode() for text in corpus]
    end = perf_counter() + budget
    with undisturbed():
        for text in fresh_texts:
            start = perf_counter_ns()
            read(text)
            taken.append(perf_counter_ns() - start)
            if perf_counter() > end and len(taken) > 1:
                break
    return taken


def _figures(taken: list[int]) -> dict[str, float]:
    ordered = sorted(taken)
    return {
        "median_us": median(ordered) / 1e3,
        "p99_us": quantile(ordered, 0.99) / 1e3,
        "most_us": ordered[-1] / 1e3,
    }


if __name__ == "__main__":
    import child

    child.answer(
        lambda name, folder, budget: measure(name, Evaluation(Path(folder)), float(budget)), run
    )
