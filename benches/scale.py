"""A corpus of gigabytes, read by `unspoof corpus` on local processes, on Ray and on Spark.

Parquet files of honest text in 79 languages, of which a stated share of the documents is disguised
by the simulator, are made in a folder (and kept there for the next time). Every run is put beside
two others of the same texts on as many threads: the bare batch function, `Reader.restore_arrow`, on
texts that lie in memory already, and the loop that one would write around it
(benches/scale_loop.py), which reads and writes Parquet as the command does. What that takes by
itself is measured as well, on one core. One worker is given a fifth of the files. Figures are
printed as they come, and written as a dated record, from which benches/scale_pages.py fills the
pages.

Run in the environment of `make test-engines`: .venv-engines/bin/python benches/scale.py
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import sys
import sysconfig
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import corpora
import evaluation
import fresh
import machine
import processes
import scale_report
from evaluation import Evaluation
from unspoof import Reader

FILES = 10
FEW = 2
"""Files that one worker is given: it takes as long as all workers for as many times the files."""
ENGINES = {"local": None, "ray": "ray", "spark": "pyspark"}
"""What each engine needs to be there."""
LOOP = Path(__file__).with_name("scale_loop.py")
COMMAND = Path(sysconfig.get_path("scripts")) / "unspoof"
FOLDER = Path(__file__).resolve().parent / "record"
QUIET = {"SPARK_LOCAL_IP": "127.0.0.1"}


def make(path: Path, sets: Path, size: int, share: float, seed: int) -> dict[str, Any]:
    """One file of so many bytes of text, if it is not there yet; what is in it."""
    beside = path.with_suffix(".json")
    if not beside.exists():
        counts = corpora.Counts()
        texts = corpora.documents(Evaluation(sets), size, share, seed, counts)
        temporary = path.with_suffix(".writing")
        corpora.write_parquet(temporary, texts)
        temporary.replace(path)
        beside.write_text(json.dumps(counts.to_dict()), encoding="utf-8")
    return about(path)


def made(sets: Path, folder: Path, size: int, share: float) -> tuple[list[Path], dict[str, Any]]:
    """The files, made on all cores, and what is in them together."""
    paths = [folder / f"honest-{size}-{share}-{number}.parquet" for number in range(FILES)]
    with ProcessPoolExecutor(fresh.cores()) as executor:
        futures = [
            executor.submit(make, path, sets, size // FILES, share, seed)
            for seed, path in enumerate(paths)
        ]
        counts = [future.result() for future in futures]
    told = {key: sum(one[key] for one in counts) for key in ("bytes", "documents")}
    told |= {"disguised": sum(len(one["disguised"]) for one in counts)}
    told |= {key: counts[0][key] for key in ("lines", "faulty")}  # the same for every file
    languages = len({language for one in counts for language in one["languages"]})
    compressed = sum(path.stat().st_size for path in paths)
    return paths, {**told, "languages": languages, "compressed": compressed}


def bare(paths: list[Path], threads: int) -> dict[str, Any]:
    """The bare function over the texts of these files, each read into memory before.

    What it changes is compared with what was disguised, once the time is taken.
    """
    import pyarrow.parquet as pq

    reader, seconds, found, harmed = Reader(), 0.0, 0, 0
    reader.restore("wаrm up")
    for path in paths:
        column = pq.read_table(path, columns=["text"])["text"]
        start = time.perf_counter()
        restored = reader.restore_arrow(column, threads=threads)
        seconds += time.perf_counter() - start
        changed, disguised = differing(column, restored), set(about(path)["disguised"])
        found += len(changed & disguised)
        harmed += len(changed - disguised)
    return {
        "engine": "bare",
        "workers": threads,
        "bytes": held_by(paths),
        "seconds": seconds,
        "disguised, read": found,
        "honest, read as disguised": harmed,
    }


def differing(one: Any, other: Any) -> set[int]:
    """The rows in which two Arrow arrays differ."""
    import pyarrow.compute as pc

    return set(pc.indices_nonzero(pc.not_equal(one, other)).to_pylist())


def about(path: Path) -> dict[str, Any]:
    """What is in a file that was made."""
    told: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return told


def held_by(paths: list[Path]) -> int:
    """Bytes of text in these files."""
    return sum(about(path)["bytes"] for path in paths)


def loop(paths: list[Path], out: Path, threads: int) -> dict[str, Any]:
    """The loop around the bare function over these files; with 0 threads, without the function."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    taken = processes.watched([sys.executable, LOOP, out, str(threads), *paths])
    shutil.rmtree(out)
    engine = "loop" if threads else "copy"
    told = {"engine": engine, "workers": max(1, threads), "bytes": held_by(paths)}
    return {**told, **taken.to_dict()}


def run(paths: list[Path], out: Path, engine: str, workers: int, shard_size: str) -> dict[str, Any]:
    """The command over these files."""
    shutil.rmtree(out, ignore_errors=True)
    options = ["--engine", engine, "--workers", str(workers), "--shard-size", shard_size]
    command: list[str | Path] = [sys.executable, COMMAND, "corpus", *paths, "-o", out, *options]
    taken = processes.watched(command, QUIET)
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    shutil.rmtree(out)
    told = {"engine": engine, "workers": workers, "bytes": held_by(paths), **taken.to_dict()}
    return {**told, "read as disguised": summary["disguised"], "summary": summary}


def measured(paths: list[Path], folder: Path, shard_size: str) -> list[dict[str, Any]]:
    """Every run, each told as it ends; those of several workers must find the same."""
    runs: list[dict[str, Any]] = []

    def add(one: dict[str, Any]) -> None:
        one["mb_s"] = one["bytes"] / 1e6 / one["seconds"]
        runs.append(one)
        shown = {key: value for key, value in one.items() if key != "summary"}
        print(json.dumps(shown), file=sys.stderr, flush=True)

    out = folder / "out"
    add(bare(paths[:FEW], 1))
    add(loop(paths[:FEW], out, 0))
    add(loop(paths[:FEW], out, 1))
    add(run(paths[:FEW], out, "local", 1, shard_size))
    if fresh.cores() > 1:
        add(bare(paths, fresh.cores()))
        add(loop(paths, out, fresh.cores()))
        add(run(paths, out, "local", fresh.cores(), shard_size))
    for engine, module in ENGINES.items():
        if module is None:
            continue
        if importlib.util.find_spec(module) is None:
            print(f"{engine}: {module} is not installed, left out", file=sys.stderr)
        else:
            add(run(paths, out, engine, fresh.cores(), shard_size))
    whole = [one.pop("summary") for one in runs if "summary" in one][1:]
    if any(one != whole[0] for one in whole):
        raise SystemExit("the engines do not agree on what they found")
    return runs


def main() -> None:
    """Makes the corpus, reads it in every way, and writes the record."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--gigabytes", type=float, default=5)
    ask.add_argument("--share", type=float, default=0.001, help="of the documents, disguised")
    ask.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "unspoof-scale")
    ask.add_argument("--shard-size", default="64M")
    ask.add_argument("--out", type=Path, default=FOLDER, help="where the record goes")
    given = ask.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    now, load, start = datetime.now(timezone.utc), machine.load(), time.perf_counter()
    size = int(given.gigabytes * 1e9)
    paths, corpus = made(given.eval, given.folder, size, given.share)
    print(json.dumps(corpus), f"{time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    record = {
        "run": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "commit": machine.commit(),
        "load": load,
        "machine": machine.facts(),
        "corpus": {**corpus, "share": given.share, "shard_size": given.shard_size},
        "runs": measured(paths, given.folder, given.shard_size),
    }
    path = scale_report.write(record, given.out, now.date().isoformat())
    print(path.with_suffix(".md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
