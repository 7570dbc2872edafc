"""How fast each reader is, all in one process, in turns: `python benches/speed.py --help`."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import evaluation
import tables
import texts
from accuracy import guarded
from evaluation import Evaluation
from ours import OURS
from peers import PEERS
from readers import Loaded, Read, load_all
from yardsticks import YARDSTICKS

ENOUGH = 0.05
"""Seconds that a measurement is to last at least; a slow reader passes over the texts once."""

Speeds = dict[str, dict[str, dict[str, Any]]]


def one_pass(read: Read, encoded: list[bytes]) -> float:
    """Seconds to read every text once, each a new str, so that nothing cached in one counts."""
    fresh = [text.decode() for text in encoded]
    start = time.perf_counter()
    for text in fresh:
        read(text)
    return time.perf_counter() - start


def passes_for(read: Read, encoded: list[bytes]) -> int:
    """How many passes make up one measurement; the pass that finds out is the warm-up."""
    return max(1, round(ENOUGH / max(one_pass(read, encoded), 1e-6)))


def time_kind(readers: list[Loaded], corpus: list[str], rounds: int) -> dict[str, dict[str, Any]]:
    """Median, lowest and highest speed of each reader over one kind of text, taken in turns."""
    encoded = [text.encode() for text in corpus]
    size = sum(map(len, encoded))
    fit = [
        loaded for loaded in readers if not any(guarded(loaded.read, text)[1] for text in corpus)
    ]
    passes = {loaded.reader.name: passes_for(loaded.read, encoded) for loaded in fit}
    seconds: dict[str, list[float]] = {name: [] for name in passes}
    for turn in range(rounds):
        for loaded in fit[turn % len(fit) :] + fit[: turn % len(fit)]:
            name = loaded.reader.name
            gc.collect()
            gc.disable()
            seconds[name].append(
                sum(one_pass(loaded.read, encoded) for _ in range(passes[name])) / passes[name]
            )
            gc.enable()
    return {
        name: {
            "mb_s": _significant(size / 1e6 / median(taken)),
            "low": _significant(size / 1e6 / max(taken)),
            "high": _significant(size / 1e6 / min(taken)),
            "us_per_text": _significant(1e6 * median(taken) / len(encoded)),
            "texts": len(encoded),
            "bytes": size,
            "rounds": rounds,
            "passes": passes[name],
        }
        for name, taken in seconds.items()
    }


def run(readers: list[Loaded], sets: Evaluation, rounds: int) -> Speeds:
    """Every reader over every kind of text; a reader that fails on a kind has no figure for it."""
    speeds: Speeds = {loaded.reader.name: {} for loaded in readers}
    for kind, corpus in texts.corpora(sets).items():
        for name, figures in time_kind(readers, corpus, rounds).items():
            speeds[name][kind] = figures
        print(f"speed: {kind}", file=sys.stderr, flush=True)
    return speeds


def _significant(number: float) -> float:
    return float(f"{number:.4g}")


def main() -> int:
    """Measure, print the table, and write the figures where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--only", choices=("ours", "peers"), help="leave the others out")
    ask.add_argument(
        "--rounds",
        type=int,
        default=7,
        help="how many turns each reader has (default: %(default)s)",
    )
    ask.add_argument("--json", type=Path, help="write every figure here")
    args = ask.parse_args()
    wanted = {"ours": OURS, "peers": PEERS}.get(args.only or "", OURS + PEERS)
    loaded, missing = load_all(wanted + YARDSTICKS)
    speeds = run(loaded, Evaluation(args.eval), args.rounds)
    print(tables.speed(speeds))
    for name, reason in missing.items():
        print(f"not measured: {name}: {reason}", file=sys.stderr)
    if args.json:
        args.json.write_text(json.dumps(speeds, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
