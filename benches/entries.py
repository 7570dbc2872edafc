"""The same texts through every door, on one core and on all: str, batch, Arrow, command line."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import fresh
import texts
from evaluation import Evaluation
from timing import fitted, one_pass, seconds, spread

KINDS = ("clean ASCII", "clean, 20 languages", "seed", "merged_50")
ROUNDS = 5
BUDGET = 0.15
"""Seconds that one entry may take over one kind on one core."""
LONGEST = 64_000_000
"""Bytes of the longest file that the command line is given."""


def run(sets: Evaluation, scale: float = 1) -> dict[str, Any]:
    """MB/s of each entry for each kind and number of cores, one core and all in turns."""
    taken: dict[str, dict[str, dict[str, list[float]]]] = {}
    figures: dict[str, Any] = {"cores": {}, "missing": {}, "differ": []}
    counts = dict.fromkeys((1, fresh.cores()))
    for turn in range(ROUNDS):
        for count in counts:
            one = fresh.run("entries.py", sets.folder, str(scale * BUDGET), cores=count)
            if fresh.FAILED in one:
                figures["missing"][f"on {count} cores"] = one[fresh.FAILED]
                continue
            figures["missing"] |= one["missing"]
            figures["differ"] = sorted({*figures["differ"], *one["differ"]})
            for kind, entries in one["mb_s"].items():
                for entry, speed in entries.items():
                    row = taken.setdefault(str(count), {}).setdefault(kind, {})
                    row.setdefault(entry, []).append(speed)
        print(f"entries: round {turn + 1}", file=sys.stderr, flush=True)
    for count, kinds in taken.items():
        figures["cores"][count] = {
            kind: {
                entry: spread(1_000_000, [1 / speed for speed in speeds])
                for entry, speeds in row.items()
            }
            for kind, row in kinds.items()
        }
    return figures


def measure(sets: Evaluation, budget: float) -> dict[str, Any]:
    """MB/s of each entry that there is; which are missing, and where two do not agree."""
    import unspoof

    reader = unspoof.Reader()
    corpora = texts.corpora(sets)
    missing: dict[str, str] = {}
    differ: list[str] = []
    speeds: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        # What is made once in a process must not decide how much text fits.
        one_pass(reader.restore, [text.encode() for text in corpora[kind]])
        corpus = fitted(reader.restore, _enough(corpora[kind]), budget, texts.least(kind))
        expected = [reader.restore(text) for text in corpus]
        size = sum(len(text.encode()) for text in corpus)
        speeds[kind] = {}
        for entry, (prepare, do) in _entries(reader, missing).items():
            given = prepare(corpus)
            answers = do(given)
            if _listed(answers) != expected:
                differ.append(f"{entry} on {kind}")
            passes = max(
                1, min(100, round(budget / 5 / seconds(lambda do=do, given=given: do(given))))
            )
            total = 0.0
            for _ in range(passes):
                given = prepare(corpus)
                total += seconds(lambda do=do, given=given: do(given))
            speeds[kind][entry] = size * passes / 1e6 / total
        (page,) = fitted(reader.restore, ["\n".join(corpus)], budget)
        page *= max(1, _enough_times(reader.restore, page, budget))
        _command(page, reader.restore(page), speeds[kind], differ, kind)
    return {"mb_s": speeds, "missing": missing, "differ": differ}


def _enough(corpus: list[str]) -> list[str]:
    """A few megabytes: threads are not worth starting for less."""
    size = sum(len(text.encode()) for text in corpus)
    return corpus * max(1, 4_000_000 // size)


def _enough_times(read: Any, page: str, budget: float) -> int:
    """How often a page is repeated so that a process that reads it does more than start."""
    size = len(page.encode())
    return min(LONGEST // size, int(budget / seconds(lambda: read(page))))


def _fresh(corpus: list[str]) -> list[str]:
    return [text.encode().decode() for text in corpus]


def _entries(reader: Any, missing: dict[str, str]) -> dict[str, tuple[Any, Any]]:
    """How each entry's input is made, which is not timed, and what is."""
    entries: dict[str, tuple[Any, Any]] = {
        "str": (_fresh, lambda given: [reader.restore(text) for text in given])
    }
    if hasattr(reader, "restore_batch"):
        entries["batch"] = (_fresh, reader.restore_batch)
    else:
        missing["batch"] = "this build has no Reader.restore_batch"
    if not hasattr(reader, "restore_arrow"):
        missing["Arrow"] = "this build has no Reader.restore_arrow"
    else:
        try:
            import pyarrow
        except ImportError as error:
            missing["Arrow"] = str(error)
        else:
            entries["Arrow"] = (pyarrow.array, reader.restore_arrow)
    return entries


def _listed(answers: Any) -> list[str]:
    if isinstance(answers, list):
        return answers
    import pyarrow

    # What comes back may be of any library that speaks Arrow's interface.
    array = answers if hasattr(answers, "to_pylist") else pyarrow.array(answers)
    return list(array.to_pylist())


def _command(page: str, meant: str, speeds: dict[str, float], differ: list[str], kind: str) -> None:
    """The command over one file of all the texts; and less what it takes over an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        given, empty, out = (Path(folder, name) for name in ("given", "empty", "out"))
        given.write_text(page, encoding="utf-8", newline="")
        empty.touch()
        least = _restored(empty, out)
        taken = _restored(given, out, "--block-size", "1G")
        if out.read_bytes() != meant.encode():
            differ.append(f"command line on {kind}")
        size = given.stat().st_size
    speeds["command line"] = size / 1e6 / taken
    speeds["command line, once started"] = size / 1e6 / max(taken - least, 1e-4)


def _restored(given: Path, out: Path, *options: str) -> float:
    start = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "unspoof", "restore", *options, given, "-o", out],
        check=True,
        env=os.environ,
    )
    return perf_counter() - start


if __name__ == "__main__":
    import child

    child.answer(lambda folder, budget: measure(Evaluation(Path(folder)), float(budget)), run)
