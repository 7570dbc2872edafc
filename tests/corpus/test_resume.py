"""A run that is ended at any moment and gone on with writes what an undisturbed one writes."""

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
from samples import DISGUISED, HONEST
from unspoof.corpus import CorpusError, Options
from unspoof.corpus import run as run_corpus

KILLS = 20


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of every format, each of several parts, with lines that are put aside."""
    folder = tmp_path_factory.mktemp("inputs")
    texts = [f"{at} {DISGUISED if at % 9 == 4 else HONEST}" for at in range(45)]
    files.jsonl(folder / "plain.jsonl", [*texts])
    files.jsonl(folder / "gzip.jsonl.gz", [*texts])
    files.jsonl(folder / "zstd.jsonl.zst", [*texts])
    files.parquet(folder / "columns.parquet", [*texts], rows=4)
    files.warc(folder / "crawl.warc.gz", [*texts])
    (folder / "lines.txt").write_text("\n".join(texts), encoding="utf-8")
    with (folder / "plain.jsonl").open("ab") as stream:
        stream.write(b"no JSON\n\xff\n")
    return folder


def arguments(inputs: Path, out: Path, *more: str) -> list[str]:
    return ["corpus", str(inputs), "-o", str(out), "--shard-size", "8K", *more]


@pytest.fixture(scope="module")
def undisturbed(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    done = run(*arguments(inputs, out, "--workers", "1"))
    assert done.returncode == 0, done.stderr
    tree = files.tree(out)
    assert len(tree) > 30
    return tree


@pytest.mark.parametrize("workers", ["2", "3"])
def test_the_number_of_workers_makes_no_difference(
    inputs: Path, out: Path, workers: str, undisturbed: dict[str, bytes]
) -> None:
    assert run(*arguments(inputs, out, "--workers", workers)).returncode == 0
    assert files.tree(out) == undisturbed


def test_killed_at_any_moment(inputs: Path, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    """Twenty kills, wherever they fall: what has its own name is, at any moment, as it will be.

    A run that comes to its end before it is killed is followed by one in a new folder.
    """
    dice = random.Random(20)
    kills, rounds, caught = 0, 0, 0
    while kills < KILLS:
        out = tmp_path / f"out{rounds}"
        rounds += 1
        while kills < KILLS:
            process = subprocess.Popen(
                [sys.executable, COMMAND, *arguments(inputs, out, "--workers", "2")],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            # Starting takes a while, and is no moment of interest.
            receipts = len(list(out.rglob("receipts/*.json")))
            deadline = time.monotonic() + 20
            while process.poll() is None and time.monotonic() < deadline:
                if len(list(out.rglob("receipts/*.json"))) > receipts:
                    break
                time.sleep(0.005)
            time.sleep(dice.uniform(0, 0.4))
            process.kill()
            _, said = process.communicate()
            there = {
                name: data
                for name, data in files.tree(out).items()
                if not name.endswith(".writing")
            }
            assert there == {name: undisturbed[name] for name in there}
            if process.returncode == 0:
                break
            assert process.returncode == -signal.SIGKILL, said
            kills += 1
            caught += 0 < len(there) < len(undisturbed)
        done = run(*arguments(inputs, out))
        assert done.returncode == 0, done.stderr
        assert files.tree(out) == undisturbed
    assert caught > KILLS // 2  # they were in the midst of it


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_tidily(
    inputs: Path, out: Path, number: signal.Signals, undisturbed: dict[str, bytes]
) -> None:
    process = subprocess.Popen(
        [sys.executable, COMMAND, *arguments(inputs, out, "--workers", "2")],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not list(out.rglob("receipts/*.json")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, number)  # as a terminal does: the workers hear of it, too
    _, said = process.communicate(timeout=60)
    assert process.returncode in (128 + number, 0)
    assert b"Traceback" not in said
    assert run(*arguments(inputs, out)).returncode == 0
    assert files.tree(out) == undisturbed


def test_what_is_done_is_not_done_again(inputs: Path, out: Path) -> None:
    assert run(*arguments(inputs, out)).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in out.rglob("documents/*")}
    lost = sorted(before)[3]
    lost.unlink()
    assert run(*arguments(inputs, out)).returncode == 0
    after = {path: path.stat().st_mtime_ns for path in out.rglob("documents/*")}
    assert {path for path in before if before[path] != after[path]} == {lost}


def test_another_run_in_the_same_folder_is_refused(tmp_path: Path, out: Path) -> None:
    path = files.jsonl(tmp_path / "a.jsonl", [DISGUISED])
    run_corpus([str(path)], out, workers=1)
    with pytest.raises(CorpusError, match=r"was begun with mode = 'restore'.*'filter'.*overwrite"):
        run_corpus([str(path)], out, Options(mode="filter"))
    other = files.jsonl(tmp_path / "b.jsonl", ["plain"])
    with pytest.raises(CorpusError, match=r"other inputs: .*b\.jsonl is new"):
        run_corpus([str(path), str(other)], out)
    files.jsonl(path, ["plain", "plain"])
    with pytest.raises(CorpusError, match="the file has changed since"):
        run_corpus([str(path)], out)
    done = run("corpus", path, "-o", out, "--mode", "filter", "--overwrite")
    assert done.returncode == 0
    assert sorted(files.tree(out)) == [
        "honest/a-00000.jsonl",
        *("rejected.jsonl", "report.html", "schemes.jsonl", "summary.json"),
    ]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, out: Path) -> None:
    path = files.jsonl(tmp_path / "a.jsonl", ["plain"])
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    for overwrite in (False, True):
        with pytest.raises(CorpusError, match="is not empty, and not the output of such a run"):
            run_corpus([str(path)], out, overwrite=overwrite)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_two_runs_at_once_are_refused(tmp_path: Path, out: Path) -> None:
    import fcntl

    path = files.jsonl(tmp_path / "a.jsonl", ["plain"])
    run_corpus([str(path)], out, workers=1)
    with (out / ".unspoof" / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(CorpusError, match="another run is writing to"):
            run_corpus([str(path)], out)
