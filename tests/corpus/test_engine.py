"""Engines: whatever maps the work over the jobs, the same is written."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import corpus_files as files
from command import COMMAND, run
from samples import DISGUISED, HONEST
from unspoof.corpus import Job, Options, Outcome
from unspoof.corpus import run as run_corpus


def backwards(
    work: Callable[[Job], Outcome], jobs: Sequence[Job], workers: int
) -> Iterator[Outcome]:
    """Another machine's: everything is pickled on the way, and the last job comes first."""
    assert workers == 3
    for job in reversed(jobs):
        one, other = pickle.loads(pickle.dumps((work, job)))
        yield pickle.loads(pickle.dumps(one(other)))


def test_any_engine_will_do(tmp_path: Path, out: Path) -> None:
    path = files.jsonl(tmp_path / "a.jsonl", [HONEST, DISGUISED] * 10)
    files.jsonl(tmp_path / "b.jsonl.gz", [HONEST, DISGUISED] * 10)
    options = Options(shard_size=path.stat().st_size // 4)
    run_corpus([str(tmp_path)], out, options, workers=3, engine=backwards)
    local = tmp_path / "local"
    run_corpus([str(path.parent / "*.jsonl*")], local, options, workers=1)
    assert len(files.tree(out)) > 8
    assert files.tree(out) == files.tree(local)


@pytest.mark.parametrize(
    ("engine", "module", "package"), [("ray", "ray", "ray[data]"), ("spark", "pyspark", "pyspark")]
)
def test_the_extra_of_an_engine_is_named_where_it_is_missing(
    tmp_path: Path, out: Path, engine: str, module: str, package: str
) -> None:
    path = files.jsonl(tmp_path / "a.jsonl", [HONEST, DISGUISED])
    hidden = f"import sys; sys.modules[{module!r}] = None; sys.argv[0] = 'unspoof'"
    code = f"{hidden}; from unspoof.cli import main; main()"
    command = ["corpus", str(path), "-o", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", code, *command, "--engine", engine],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"Error: unspoof.engines.{engine} needs {package}, which cannot be imported: "
        f"pip install 'unspoof[{engine}]'\n"
    )
    assert files.tree(out) == {}
    assert run(*command).returncode == 0  # another engine does it in the same folder


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed in /proc")
@pytest.mark.parametrize("whom", ["worker", "parent"])
def test_a_process_that_is_killed_takes_the_others_with_it(
    tmp_path: Path, out: Path, whom: str
) -> None:
    texts = [f"{at} {DISGUISED}" for at in range(200)]
    path = files.jsonl(tmp_path / "a.jsonl", [*texts])
    command = ["corpus", str(path), "-o", str(out), "--shard-size", "8K", "--workers", "2"]
    process = subprocess.Popen([sys.executable, COMMAND, *command], stderr=subprocess.PIPE)
    workers = _workers(process, out)
    assert len(workers) == 2
    if whom == "parent":
        process.kill()
        process.communicate(timeout=60)
    else:
        os.kill(workers[0], signal.SIGKILL)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 2
        assert said.decode().startswith("Error: a worker was killed, perhaps for want of memory")
    deadline = time.monotonic() + 30
    while any(map(_lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, workers))
    assert run(*command).returncode == 0


def _workers(process: subprocess.Popen[bytes], out: Path) -> list[int]:
    """The processes that do the work, once some of it is done."""
    deadline = time.monotonic() + 60
    while len(list(out.rglob("receipts/*.json"))) < 3 and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.01)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    command = {int(child): Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    return [child for child, line in command.items() if b"spawn_main" in line]


def _lives(worker: int) -> bool:
    status = Path(f"/proc/{worker}/status")
    return status.exists() and "State:\tZ" not in status.read_text()
