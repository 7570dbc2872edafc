"""How much memory a process takes: for one document, and after very many."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import fresh
import texts
from evaluation import Evaluation
from ours import OURS
from peers import PEERS
from readers import load_all

READERS = ("unspoof", "unspoof full", "disarm strip_obfuscation", "decancer", "ftfy NFKC")
CALLS = {"clean tweet": 1_000_000, "disguised tweet": 100_000}
LONG = "10 MB, clean"
BLOCK = 1_000_000
"""Characters of the long document that are read: what the command line reads at a time."""
BUDGET = 12.0
"""Seconds that calls are repeated for, at most."""


def run(sets: Evaluation, scale: float = 1) -> dict[str, Any]:
    """Peaks of each reader, and of ours after many calls; bytes."""
    results: dict[str, Any] = {"peak": {}, "long": {}, "growth": {}}
    for name in READERS:
        results["peak"][name] = fresh.run("memory.py", "document", name, sets.folder, "seed")
    results["long"] = fresh.run("memory.py", "document", READERS[0], sets.folder, LONG)
    for name in READERS[:2]:
        # Under the full profile for disguised tweets only: clean ones take it as long.
        for kind in CALLS if name == READERS[0] else ("disguised tweet",):
            figures = fresh.run("memory.py", "calls", name, sets.folder, kind, str(scale * BUDGET))
            results["growth"].setdefault(name, {})[kind] = figures
            print(f"memory: {name}, {kind}", file=sys.stderr, flush=True)
    return results


def document(name: str, sets: Evaluation, kind: str) -> dict[str, Any]:
    """The most that a process held which imported a reader and read one document.

    The document is made in another process: what that takes would count as well.
    """
    if kind == "seed":
        text = (sets.folder / "seed.txt").read_text(encoding="utf-8")
    else:
        text = fresh.run("memory.py", "text", sets.folder, kind)
    before = fresh.memory("VmHWM")
    (loaded,), _ = load_all(one for one in OURS + PEERS if one.name == name)
    loaded.read(text)
    return {"before": before, "peak": fresh.memory("VmHWM"), "bytes": len(text.encode())}


def calls(name: str, sets: Evaluation, kind: str, budget: float) -> dict[str, Any]:
    """Memory after each tenth of very many calls, no two on the same text."""
    (loaded,), _ = load_all(one for one in OURS + PEERS if one.name == name)
    corpus = texts.different_tweets(sets)[kind]
    wanted, done = CALLS[kind], 0
    held: list[int | None] = []
    end = perf_counter() + budget
    # The first tenth fills what is filled once, and the rest must add nothing to it.
    for tenth in range(1, 11):
        until = end - budget * (10 - tenth) / 10
        while done < wanted * tenth // 10 and perf_counter() < until:
            text = corpus[done % len(corpus)]
            loaded.read(f"{text[:40]} {done} {text[40:]}")
            done += 1
        held.append(fresh.memory("VmRSS"))
    return {"calls": done, "wanted": wanted, "held": held}


def _child(what: str, *arguments: str) -> Any:
    if what == "text":
        return texts.long(Evaluation(Path(arguments[0])))[arguments[1]][0][:BLOCK]
    name, folder, kind, *rest = arguments
    sets = Evaluation(Path(folder))
    return calls(name, sets, kind, float(rest[0])) if rest else document(name, sets, kind)


if __name__ == "__main__":
    import child

    child.answer(_child, run)
