"""What a run over a corpus costs beside the reading itself: files, columns, statistics, receipts.

The same Parquet file is read by `unspoof.corpus.run` from disk to disk, and its column, which lies
in memory already, by the bare batch functions; in turns, on one core and on all. Processor time
is given as well: other programs on the machine disturb it less.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import corpora
import evaluation
import fresh
import machine
from evaluation import Evaluation
from unspoof import Reader, corpus

BARE = ("restore_arrow", "restore_batch")


def measure(sets: Evaluation, size: int, share: float, rounds: int, workers: int) -> dict[str, Any]:
    """Seconds of each in every round, and the ratios to the bare functions; more is better."""
    import pyarrow.parquet as pq

    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.parquet", Path(folder) / "out"
        corpora.write_parquet(source, corpora.documents(sets, size, share))
        column = pq.read_table(source, columns=["text"])["text"]
        texts = column.to_pylist()
        read = sum(len(text.encode()) for text in texts)
        options = corpus.Options(shard_size=max(2**20, source.stat().st_size // (4 * workers)))
        reader = Reader()

        def run() -> None:
            shutil.rmtree(out, ignore_errors=True)
            corpus.run([str(source)], out, options, workers=workers)

        calls: dict[str, Callable[[], object]] = {
            "restore_arrow": lambda: reader.restore_arrow(column, threads=workers),
            "restore_batch": lambda: reader.restore_batch(texts, threads=workers),
            "corpus": run,
        }
        taken: dict[str, list[float]] = {name: [] for name in calls}
        used: dict[str, list[float]] = {name: [] for name in calls}
        for _ in range(rounds):
            for name, call in calls.items():
                start, before = perf_counter(), _processor()
                call()
                taken[name].append(perf_counter() - start)
                used[name].append(_processor() - before)
    return {
        "bytes": read,
        "documents": len(texts),
        "workers": workers,
        "mb_s": {name: read / 1e6 / median(seconds) for name, seconds in taken.items()},
        "of": {name: _ratios(taken[name], taken["corpus"]) for name in BARE},
        "of, by processor time": {name: _ratios(used[name], used["corpus"]) for name in BARE},
    }


def _processor() -> float:
    """Seconds of processor time of this process, and of workers that have ended."""
    every = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in every)


def _ratios(bare: list[float], ours: list[float]) -> dict[str, float]:
    return _spread([one / other for one, other in zip(bare, ours, strict=True)])


def _spread(values: list[float]) -> dict[str, float]:
    return {"median": median(values), "low": min(values), "high": max(values)}


def main() -> None:
    """Measures with one worker and with all; prints the figures as JSON."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--megabytes", type=float, default=100)
    ask.add_argument("--share", type=float, default=0.01, help="of the documents, disguised")
    ask.add_argument("--rounds", type=int, default=5)
    given = ask.parse_args()
    sets, size = Evaluation(given.eval), int(given.megabytes * 1e6)
    figures = [
        measure(sets, size, given.share, given.rounds, workers)
        for workers in sorted({1, fresh.cores()})
    ]
    told = {"machine": machine.facts(), "load": machine.load(), "share": given.share}
    print(json.dumps({**told, "runs": figures}, indent=1))


if __name__ == "__main__":
    main()
