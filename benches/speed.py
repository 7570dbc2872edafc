"""How fast each reader is, all in one process, in turns: `python benches/speed.py --help`."""

from __future__ import annotations

import argparse
import json
import sys
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
from readers import Loaded, load_all
from timing import fitted, one_pass, significant, spread, undisturbed
from yardsticks import YARDSTICKS

ENOUGH = 0.05
"""Seconds that a measurement is to last at least: passes over the texts are repeated."""
MOST = 0.12
"""Seconds that one pass may take: all readers read as much as the slowest of them reads in it."""
MAIN = ("unspoof", "unspoof full", "disarm strip_obfuscation", "decancer", "ftfy NFKC", "NFKC")
"""Who reads what is measured for our own sake: each family, and ten megabytes."""

Speeds = dict[str, dict[str, dict[str, Any]]]


def time_kind(
    readers: list[Loaded], corpus: list[str], rounds: int, most: float, least: int = 0
) -> dict[str, dict[str, Any]]:
    """Median, lowest and highest speed of each reader over one kind of text, taken in turns."""
    for loaded in readers:
        corpus = fitted(lambda text, read=loaded.read: guarded(read, text)[0], corpus, most, least)
    fit = [
        loaded for loaded in readers if not any(guarded(loaded.read, text)[1] for text in corpus)
    ]
    encoded = [text.encode() for text in corpus]
    size = sum(map(len, encoded))
    passes = {
        loaded.reader.name: max(1, round(ENOUGH / max(one_pass(loaded.read, encoded), 1e-6)))
        for loaded in fit
    }
    taken: dict[str, list[float]] = {name: [] for name in passes}
    for turn in range(rounds):
        for loaded in fit[turn % len(fit) :] + fit[: turn % len(fit)]:
            name = loaded.reader.name
            with undisturbed():
                spent = sum(one_pass(loaded.read, encoded) for _ in range(passes[name]))
            taken[name].append(spent / passes[name])
    return {
        name: {
            **spread(size, times),
            "us_per_text": significant(1e6 * median(times) / len(encoded)),
            "texts": len(encoded),
            "bytes": size,
            "rounds": rounds,
            "passes": passes[name],
        }
        for name, times in taken.items()
    }


def run(readers: list[Loaded], sets: Evaluation, rounds: int, scale: float = 1) -> Speeds:
    """Every reader over every kind of text; a reader that fails on a kind has no figure for it."""
    speeds: Speeds = {loaded.reader.name: {} for loaded in readers}
    yardsticks = {one.name for one in YARDSTICKS}
    main = [one for one in readers if one.reader.name in {*MAIN, *yardsticks}]
    for kind, corpus in texts.corpora(sets).items():
        _add(speeds, kind, time_kind(readers, corpus, rounds, scale * MOST, texts.least(kind)))
    for kind, corpus in texts.long(sets).items():
        _add(speeds, kind, time_kind(main, corpus, rounds, scale * 5 * MOST))
    few = [one for one in main if one.reader.name not in yardsticks]
    for kind, corpus in texts.families(sets).items():
        _add(speeds, kind, time_kind(few, corpus, rounds, scale * MOST / 2, texts.least(kind)))
    return speeds


def _add(speeds: Speeds, kind: str, measured: dict[str, dict[str, Any]]) -> None:
    for name, figures in measured.items():
        speeds[name][kind] = figures
    print(f"speed: {kind}", file=sys.stderr, flush=True)


def main() -> int:
    """Measure, print the table, and write the figures where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--only", choices=("ours", "peers"), help="leave the others out")
    ask.add_argument(
        "--rounds",
        type=int,
        default=5,
        help="how many turns each reader has (default: %(default)s)",
    )
    ask.add_argument(
        "--scale", type=float, default=1, help="how much of the usual time it may take"
    )
    ask.add_argument("--json", type=Path, help="write every figure here")
    args = ask.parse_args()
    wanted = {"ours": OURS, "peers": PEERS}.get(args.only or "", OURS + PEERS)
    loaded, missing = load_all(wanted + YARDSTICKS)
    speeds = run(loaded, Evaluation(args.eval), args.rounds, args.scale)
    print(tables.speed(speeds))
    for name, reason in missing.items():
        print(f"not measured: {name}: {reason}", file=sys.stderr)
    if args.json:
        args.json.write_text(json.dumps(speeds, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
