"""A disk that is full: a small tmpfs of our own, in a namespace that nobody else sees.

Where no file system may be mounted these tests are skipped; what test_damage.py does with a limit
on the size of files runs everywhere.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import corpus_files as files
from command import COMMAND, run
from samples import DISGUISED, HONEST

DICE = random.Random(6)
TEXTS: list[str | None] = [
    # Digits that no compression takes away.
    f"{DISGUISED if at % 7 == 3 else HONEST} {DICE.getrandbits(8_000)}"
    for at in range(300)
]

LARGE = "64m"
PAGE = os.sysconf("SC_PAGE_SIZE")

SCRIPT = """
set -u
out=$1 small=$2 large=$3 kept=$4; shift 4
mount -t tmpfs -o size="$small" tmpfs "$out" || exit 99
"$@"; echo $? > "$kept/code"
mkdir "$kept/stopped"; cp -a "$out/." "$kept/stopped"
mount -o remount,size="$large" "$out" || exit 99
"$@" || exit 1
mkdir "$kept/resumed"; cp -a "$out/." "$kept/resumed"
"""
"""Runs a command on the small disk; then there is more space, and it is run once more."""


@pytest.fixture
def private() -> list[str]:
    """What starts a program with mounts of its own; skips where that is not allowed."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("needs unshare, of util-linux")
    start = [unshare, "--mount"] if os.geteuid() == 0 else [unshare, "--mount", "--map-root-user"]
    probe = [*start, "mount", "-t", "tmpfs", "-o", f"size={LARGE}", "tmpfs", "/mnt"]
    tried = subprocess.run(probe, capture_output=True, check=False, text=True)
    if tried.returncode:
        pytest.skip(f"no file system may be mounted here: {tried.stderr.strip()}")
    return start


@pytest.mark.parametrize(
    ("name", "workers"), [("a.jsonl", "2"), ("a.jsonl.gz", "1"), ("a.parquet", "2")]
)
def test_a_disk_that_is_full(
    tmp_path: Path, out: Path, private: list[str], name: str, workers: str
) -> None:
    make = partial(files.parquet, rows=10) if name == "a.parquet" else files.jsonl
    path = make(tmp_path / name, TEXTS)
    # Bytes of a stream are counted as they are unpacked.
    shard = (path if name != "a.jsonl.gz" else files.jsonl(tmp_path / "b", TEXTS)).stat().st_size
    shard //= 20
    for folder in (out, kept := tmp_path / "kept"):
        folder.mkdir()
    arguments = ["corpus", str(path), "--shard-size", str(shard), "--workers", workers]
    whole = tmp_path / "whole"
    assert run(*arguments, "-o", whole).returncode == 0
    undisturbed = files.tree(whole)
    parts = {at: data for at, data in undisturbed.items() if at.startswith("documents")}
    assert len(parts) > 15
    sizes = (path.stat().st_size for path in whole.rglob("*") if path.is_file())
    small = str(sum(-(-size // PAGE) for size in sizes) * PAGE * 6 // 10)

    command = [sys.executable, str(COMMAND), *arguments, "-o", str(out)]
    given = ["sh", "-c", SCRIPT, "sh", str(out), small, LARGE, str(kept), *command]
    done = subprocess.run([*private, *given], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    assert (kept / "code").read_text() == "2\n"
    assert done.stderr.startswith(f"Error: cannot write {out}/")
    assert done.stderr.count("No space left on device\n") == done.stderr.count("\n") == 1
    assert not list(out.iterdir())  # nothing went elsewhere

    stopped, resumed = kept / "stopped", kept / "resumed"
    finished = {at: data for at, data in files.tree(stopped).items() if at in parts}
    assert 3 < len(finished) < len(parts)
    assert finished == {at: parts[at] for at in finished}
    assert files.tree(resumed) == undisturbed
    done = [at for at in finished if receipt(stopped, at).exists()]
    assert len(done) >= len(finished) - int(workers)  # one may lack its receipt, and is redone
    assert [written(resumed / at) for at in done] == [written(stopped / at) for at in done]


def written(path: Path) -> int:
    return path.stat().st_mtime_ns


def receipt(folder: Path, part: str) -> Path:
    name = Path(part).name.partition(".")[0]
    return folder / ".unspoof" / "receipts" / f"{name}.json"
