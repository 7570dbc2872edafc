"""`unspoof corpus` on Ray and on Spark, through the command: what the local engine writes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import corpus_files as files
from command import COMMAND, run
from engines import vectors
from extras import needed

MODULES = {"ray": "ray", "spark": "pyspark"}
KILLS = 2
"""Of each engine, which takes several seconds to start; the local one is killed more often."""
ENVIRONMENT = {"SPARK_LOCAL_IP": "127.0.0.1"}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ranges of files and a stream, of many parts, with nulls and lines that are put aside."""
    folder = tmp_path_factory.mktemp("inputs")
    texts = list(vectors.documents(1_200))
    files.parquet(folder / "columns.parquet", texts, rows=50)
    files.jsonl(folder / "plain.jsonl", texts)
    files.jsonl(folder / "gzip.jsonl.gz", texts)
    with (folder / "plain.jsonl").open("ab") as stream:
        stream.write(b"no JSON\n\xff\n")
    return folder


@pytest.fixture(scope="module")
def local(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("local") / "out"
    done = run(*arguments(inputs, out, "local"))
    assert done.returncode == 0, done.stderr
    tree = files.tree(out)
    assert len(tree) > 40
    return tree


def arguments(inputs: Path, out: Path, engine: str) -> list[str]:
    # Fewer jobs at once than there are, so that a kill falls between them.
    options = ["--engine", engine, "--workers", "2", "--shard-size", "8K"]
    return ["corpus", str(inputs), "-o", str(out), *options]


@pytest.mark.parametrize("engine", MODULES)
def test_the_engine_makes_no_difference(
    engine: str, inputs: Path, tmp_path: Path, local: dict[str, bytes]
) -> None:
    needed(MODULES[engine])
    # The Python that is first in PATH need not have what a worker needs.
    other = tmp_path / "bin" / "python3"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    path = os.pathsep.join((str(other.parent), os.environ["PATH"]))
    done = run_on(engine, inputs, tmp_path / "out", PATH=path)
    assert done.returncode == 0, done.stderr
    assert b"2 records were put aside" in done.stderr
    assert files.tree(tmp_path / "out") == local


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
@pytest.mark.parametrize("engine", MODULES)
def test_a_run_whose_driver_is_killed_is_gone_on_with(
    engine: str, inputs: Path, tmp_path: Path, local: dict[str, bytes]
) -> None:
    needed(MODULES[engine])
    dice, out, caught = random.Random(6), tmp_path / "out", 0
    env = {**ENVIRONMENT, "UNSPOOF_TEST_RUN": str(tmp_path)}
    command = [sys.executable, str(COMMAND), *arguments(inputs, out, engine)]
    for _ in range(KILLS):
        before = receipts(out)
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **env},
        )
        deadline = time.monotonic() + 120
        while receipts(out) == before and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(dice.uniform(0, 0.3))
        process.kill()
        assert process.wait() in (-signal.SIGKILL, 0)  # 0: it had come to its end
        done = {name for name in files.tree(out) if not name.endswith(".writing")}
        caught += len(done) < len(local)
        assert nothing_runs(str(tmp_path))
    assert caught  # it was in the midst of it
    assert receipts(out) > 0
    last = run_on(engine, inputs, out)
    assert last.returncode == 0, last.stderr
    assert files.tree(out) == local


def run_on(engine: str, inputs: Path, out: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    # Not `run`: what the engines warn of is theirs to mend.
    return subprocess.run(
        [sys.executable, COMMAND, *arguments(inputs, out, engine)],
        capture_output=True,
        check=False,
        env={**os.environ, **ENVIRONMENT, **env},
        timeout=600,
    )


def receipts(out: Path) -> int:
    return len(list(out.rglob("receipts/*.json")))


def nothing_runs(mark: str) -> bool:
    """Whether all processes that have the mark in their environment end, within three minutes."""
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        if not any(mark in environment(process) for process in Path("/proc").glob("[0-9]*")):
            return True
        time.sleep(0.2)
    return False


def environment(process: Path) -> str:
    try:
        return (process / "environ").read_bytes().decode(errors="replace")
    except OSError:  # it has ended, or is somebody else's
        return ""
