"""A corpus of gigabytes, run with one worker and with all: throughput, memory and scaling.

Parquet files of honest text in 79 languages, of which a stated share of the documents is disguised,
are made in a folder (and kept there for the next time), and `unspoof corpus` reads them. Memory is
that of all its processes together, looked at five times a second; pages that they share count once
for each. Seconds of processor time are given as well: other programs disturb them less.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import Any

import corpora
import evaluation
import fresh
import machine
from evaluation import Evaluation

FILES = 8
COMMAND = Path(sysconfig.get_path("scripts")) / "unspoof"
HUNDRED_TB = 100e12
MACHINES = 100


def made(sets: Evaluation, folder: Path, size: int, share: float) -> list[Path]:
    """The files, which come to `size` bytes of text; those that are there already are kept."""
    paths = []
    for number in range(FILES):
        path = folder / f"{size}-{share}-{number}.parquet"
        if not path.exists():
            beside = path.with_suffix(".writing")
            texts = corpora.documents(sets, size // FILES, share, seed=number)
            corpora.write_parquet(beside, texts)
            beside.replace(path)
            print(f"made {path.name}", file=sys.stderr, flush=True)
        paths.append(path)
    return paths


def run(paths: list[Path], out: Path, workers: int, shard_size: str) -> dict[str, Any]:
    """Seconds of a run, and the most memory that its processes held together (bytes)."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, COMMAND, "corpus", *paths, "-o", out, "--workers", str(workers)]
    start, before = time.perf_counter(), _processor()
    process = subprocess.Popen(
        [*command, "--shard-size", shard_size], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    most = 0
    while process.poll() is None:
        most = max(most, held(process.pid))
        time.sleep(0.2)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(process.stderr.read().decode() if process.stderr else "it failed")
    processor = _processor() - before
    return {"workers": workers, "seconds": seconds, "processor": processor, "memory": most}


def _processor() -> float:
    """Seconds of processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def held(process: int) -> int:
    """Bytes of memory of a process and of all below it; those that have just ended have none."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    lines = (line.split() for line in status.splitlines() if line.startswith("VmRSS"))
    own = sum(int(kilobytes) * 1024 for _, kilobytes, _ in lines)
    return own + sum(held(int(child)) for child in children.split())


def main() -> None:
    """Makes the corpus, runs it with one worker and with all; prints the figures as JSON."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--gigabytes", type=float, default=5)
    ask.add_argument("--share", type=float, default=0.001, help="of the documents, disguised")
    ask.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "unspoof-scale")
    ask.add_argument("--shard-size", default="64M")
    given = ask.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    size = int(given.gigabytes * 1e9)
    paths = made(Evaluation(given.eval), given.folder, size, given.share)
    runs = []
    for workers in sorted({1, fresh.cores()}):
        out = given.folder / f"out-{workers}"
        one = run(paths, out, workers, given.shard_size)
        one["mb_s"] = size / 1e6 / one["seconds"]
        one["summary"] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
        runs.append(one)
    same = len({json.dumps(one.pop("summary"), sort_keys=True) for one in runs}) == 1
    fastest = runs[-1]
    each = fastest["mb_s"] * 1e6 / fastest["workers"]
    told = {
        "machine": machine.facts(),
        "load": machine.load(),
        "bytes": size,
        "compressed": sum(path.stat().st_size for path in paths),
        "share": given.share,
        "runs": runs,
        "summaries are the same": same,
        "scaling": fastest["mb_s"] / runs[0]["mb_s"],
        "core-hours for 100 TB": HUNDRED_TB / each / 3600,
        "hours on 100 machines of 32 cores": HUNDRED_TB / each / 3600 / MACHINES / 32,
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
