"""A file three times as large takes no more memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import corpus_files as files
from samples import HONEST
from unspoof.corpus import Options
from unspoof.corpus._batch import BATCH_SIZE
from unspoof.corpus._parquet import Source

PEAK = """
import re, sys
from unspoof.corpus import Options, run

run([sys.argv[1]], sys.argv[2], Options(), workers=1)
# Not getrusage: what the parent held when it forked counts there as well.
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) * 1024)
"""
SMALL, LARGE = 100_000_000, 300_000_000
"""The small one fills all that is held: batches, and a row group of 32 MB with its copies."""


def peak(path: Path, out: Path) -> int:
    """Bytes that a process held at most which read one file."""
    command = [sys.executable, "-c", PEAK, path, out]
    return int(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def grown(path: Path, size: int) -> Path:
    """A file of about so many bytes of honest documents."""
    text = HONEST * 20
    count = size // len(text.encode())
    if path.suffix == ".parquet":
        # Row groups of 10 MB: whoever wrote them has to hold them as well.
        return files.parquet(path, [text] * count, rows=10_000_000 // len(text))
    row = json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n"
    if path.suffix == ".gz":
        import gzip

        with gzip.open(path, "wb", 1) as stream:
            for _ in range(count):
                stream.write(row)
    else:
        with path.open("wb") as plain:
            for _ in range(count):
                plain.write(row)
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in /proc")
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, name: str) -> None:
    peaks = []
    for size in (SMALL, LARGE):
        (tmp_path / str(size)).mkdir()
        path = grown(tmp_path / str(size) / name, size)
        peaks.append(peak(path, tmp_path / str(size) / "out"))
        path.unlink()
    assert peaks[1] - peaks[0] < (LARGE - SMALL) / 2, peaks


def test_documents_that_parquet_has_once_are_decoded_a_few_at_a_time(tmp_path: Path) -> None:
    path = files.parquet(tmp_path / "a.parquet", [HONEST * 20] * 2_000, rows=2_000)
    with path.open("rb") as stream:
        batches = list(Source(stream, str(path), Options()).batches(0, None))
    assert sum(batch.items for batch in batches) == 2_000
    # Encoded, all of them are smaller than one batch.
    assert path.stat().st_size < BATCH_SIZE
    assert max(batch.records.nbytes for batch in batches) < 2 * BATCH_SIZE
