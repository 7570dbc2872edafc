"""What cannot be read, or written: it is said, with the file's name, and nothing else suffers."""

from __future__ import annotations

import gzip
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import zstandard

import corpus_files as files
from command import COMMAND, run
from samples import DISGUISED, HONEST
from unspoof.corpus import CorpusError, Options
from unspoof.corpus import run as run_corpus

MANY: list[str | None] = [f"{at} {DISGUISED}" for at in range(60)]
MEANT = [f"{at} {HONEST}" for at in range(60)]


def rejected(out: Path) -> list[dict[str, Any]]:
    return files.rows(out / "rejected.jsonl")


def test_bad_lines_are_put_aside_with_reason_and_place(tmp_path: Path, out: Path) -> None:
    good = b'{"text": "plain"}\n'
    bad = [
        (b'{"text": "\xff"}\n', "not UTF-8: byte 0xff at offset 10"),
        (b"{text}\n", "not JSON: Expecting property name enclosed in double quotes at column 2"),
        (b'["text"]\n', "not an object"),
        (b'{"body": "x"}\n', 'has no "text"'),
        (b'{"text": 5}\n', '"text" is not a string'),
        (b'{"text": "' + b"x" * 5000 + b'"}\n', "longer than 4,096 bytes"),
        (b"[" * 3000 + b"\n", "not JSON that can be read: nested too deeply"),
    ]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(good + line for line, _ in bad))
    options = Options(shard_size=2_000, longest=4_096)  # several parts, and lines counted over all
    found = run_corpus([str(path)], out, options, workers=1)
    rows = rejected(out)
    assert [row["error"] for row in rows] == [error for _, error in bad]
    assert [row["line"] for row in rows] == [2 * at + 2 for at in range(len(bad))]
    assert {row["file"] for row in rows} == {str(path)}
    assert [row.get("raw") for row in rows][1:5] == [line.decode() for line, _ in bad[1:5]]
    assert "raw_base64" in rows[0]
    assert (found.statistics.rejected, found.statistics.documents) == (len(bad), len(bad))
    parts = sorted((out / "documents").iterdir())
    assert b"".join(part.read_bytes() for part in parts) == good * len(bad)


def test_lines_of_text_that_are_not_utf8(tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\ntw\xc3\nthree\n")
    done = run("corpus", tmp_path / "a.txt", "-o", out)
    assert done.returncode == 0
    assert "1 records were put aside" in done.stderr.decode()
    assert (out / "documents" / "a-00000.txt").read_bytes() == b"one\nthree\n"
    assert rejected(out)[0]["line"] == 2


@pytest.mark.parametrize("how", ["short", "damaged"])
@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_a_broken_stream_is_read_up_to_where_it_breaks(
    tmp_path: Path, out: Path, how: str, kind: str
) -> None:
    broken, whole = tmp_path / f"broken.jsonl.{kind}", tmp_path / "whole.jsonl"
    files.jsonl(whole, MANY[:5])
    # Noise between the lines, so that there are blocks of compressed data to speak of.
    noise = (json.dumps({"text": os.urandom(3_000).hex()}).encode() + b"\n" for _ in range(200))
    lines = b"".join(chain.from_iterable((one, whole.read_bytes()) for one in noise))
    if kind == "gz":
        data = bytearray(gzip.compress(lines))
    else:
        data = bytearray(zstandard.ZstdCompressor(write_checksum=True).compress(lines))
    if how == "short":
        data = data[: len(data) // 2]
    else:
        data[len(data) // 2 : len(data) // 2 + 8] = b"\xff" * 8
    broken.write_bytes(data)
    done = run("corpus", tmp_path, "-o", out, "--shard-size", "256K", "--mode", "filter")
    assert done.returncode == 2
    said = done.stderr.decode()
    assert str(broken) in said
    assert "the rest of the file cannot be read" in said
    last = [row for row in rejected(out) if row["error"].startswith("the rest of the file")]
    assert [row["file"] for row in last] == [str(broken)]
    disguised = out / "disguised"
    assert len(files.rows(disguised / "whole-00000.jsonl")) == 5
    made = [row for path in sorted(disguised.glob("broken-*")) for row in files.rows(path)]
    assert 100 < len(made) < 1_000
    # Only its end tells gzip that it is wrong: what comes just before may be wrong as well.
    sound = min(len(made), 400)
    assert made[:sound] == (files.rows(whole) * 200)[:sound]
    assert json.loads((out / "summary.json").read_text())["broken"]


def test_a_corrupt_page_costs_its_row_group(tmp_path: Path, out: Path) -> None:
    path = files.parquet(tmp_path / "a.parquet", MANY, rows=20)
    column = pq.ParquetFile(path).metadata.row_group(1).column(1)
    data = bytearray(path.read_bytes())
    at = column.dictionary_page_offset or column.data_page_offset
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(data)
    done = run("corpus", path, "-o", out)
    assert done.returncode == 2
    assert f"{path}: row group 1 cannot be read" in done.stderr.decode()
    made = pq.read_table(out / "documents" / "a-00000.parquet")["text"].to_pylist()
    assert made == MEANT[:20] + MEANT[40:]
    (row,) = rejected(out)
    assert (row["row"], row["documents"]) == (21, 20)
    assert json.loads((out / "summary.json").read_text())["rejected"] == 20


def test_what_is_no_parquet_file_at_all(tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no such thing PAR1")
    files.parquet(tmp_path / "b.parquet", MANY[:3])
    done = run("corpus", tmp_path, "-o", out)
    assert done.returncode == 2
    assert f"{tmp_path}/a.parquet: the file cannot be read" in done.stderr.decode()
    assert pq.read_table(out / "documents" / "b-00000.parquet")["text"].to_pylist() == MEANT[:3]


def test_rows_of_parquet_that_are_not_utf8(tmp_path: Path, out: Path) -> None:
    import pyarrow as pa

    data = pa.array([b"plain", b"\xff", None])
    path = tmp_path / "a.parquet"
    strings = pa.Array.from_buffers(pa.string(), 3, data.buffers())
    pq.write_table(pa.table({"text": strings, "n": [1, 2, 3]}), path, use_dictionary=False)
    found = run_corpus([str(path)], out, workers=1)
    assert pq.read_table(out / "documents" / "a-00000.parquet")["n"].to_pylist() == [1, 3]
    assert (rejected(out)[0]["row"], found.statistics.rejected) == (2, 1)


def test_a_wrong_column_is_said_before_anything_is_written(tmp_path: Path, out: Path) -> None:
    path = files.parquet(tmp_path / "a.parquet", MANY[:3])
    done = run("corpus", path, "-o", out, "--column", "body")
    assert done.returncode == 2
    assert done.stderr.decode() == f'Error: {path} has no column "body"; it has id, text\n'
    assert files.tree(out) == {}


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("none.txt", "cannot read"),
        ("*.gone", "matches no file"),
        ("a.pdf", "its name does not tell what it is"),
        ("empty", "holds no text"),
        ("gopher://x/a.txt", "Protocol not known"),
    ],
)
def test_inputs_that_are_none(tmp_path: Path, out: Path, name: str, complaint: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty").mkdir()
    given = name if "://" in name else str(tmp_path / name)
    with pytest.raises(CorpusError, match=complaint):
        run_corpus([given], out)
    assert not out.exists()


def test_a_file_that_may_not_be_read_is_named_and_the_others_are_done() -> None:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are for their owner alone
        inputs, out = Path(folder) / "in", Path(folder) / "out"
        for path in (Path(folder), inputs, out):
            path.mkdir(exist_ok=True)
            path.chmod(0o777)
        files.jsonl(inputs / "b.jsonl", MANY[:3])
        run_corpus([str(inputs)], inputs / "first", workers=1)  # all is imported that is needed
        shutil.rmtree(inputs / "first")
        secret = files.jsonl(inputs / "a.jsonl", MANY[:3])
        secret.chmod(0o000)
        with nobody():
            found = run_corpus([str(inputs)], out, workers=1)
        assert found.unread == [f"cannot read {secret}: Permission denied"]
        assert len(files.rows(out / "documents" / "b-00000.jsonl")) == 3
        assert not (out / "documents" / "a-00000.jsonl").exists()
        secret.chmod(0o644)  # and the next run does what is left
        assert run("corpus", inputs, "-o", out).returncode == 0
        assert len(files.rows(out / "documents" / "a-00000.jsonl")) == 3


@contextmanager
def nobody() -> Iterator[None]:
    """Is somebody who may not read everything, for a while."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_a_full_disk_is_said_and_what_is_done_stays(tmp_path: Path, out: Path, name: str) -> None:
    path = tmp_path / name
    texts = [text or "" for text in [*MANY[:10], *MEANT[:40]]] * 2
    if name == "a.parquet":
        files.parquet(path, [*texts], rows=20)
    else:
        files.jsonl(path, [*texts])
    shard = max(1024, path.stat().st_size // 5 if name != "a.jsonl.gz" else 64 << 10)
    arguments = ["corpus", path, "-o", out, "--shard-size", str(shard), "--workers", "1"]

    limit = max(map(len, _undisturbed(arguments, tmp_path / "undisturbed").values())) - 1

    def small() -> None:
        # No file may grow beyond this, as on a disk that is full: one byte is missing at the end.
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [sys.executable, COMMAND, *map(str, arguments)],
        capture_output=True,
        check=False,
        preexec_fn=small,
    )
    said = done.stderr.decode()
    assert done.returncode == 2
    assert said.startswith(f"Error: cannot write {out}/")
    assert "File too large" in said
    assert "Traceback" not in said
    assert not list(out.rglob("*.writing"))
    assert run(*arguments).returncode == 0
    assert files.tree(out) == files.tree(tmp_path / "undisturbed")


def _undisturbed(arguments: list[Any], folder: Path) -> dict[str, bytes]:
    others = [folder if one == arguments[3] else one for one in arguments]
    assert run(*others).returncode == 0
    return files.tree(folder)


def test_the_extra_is_named_where_it_is_missing(tmp_path: Path, out: Path) -> None:
    files.parquet(tmp_path / "a.parquet", ["plain"])
    for module in ("pyarrow", "fsspec"):
        hidden = f"import sys; sys.modules[{module!r}] = None; sys.argv[0] = 'unspoof'"
        code = f"{hidden}; from unspoof.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code, "corpus", str(tmp_path / "a.parquet"), "-o", str(out)],
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.returncode == 2
        wanted = f"Error: {module} is not installed: pip install 'unspoof[corpus]'\n"
        assert done.stderr == wanted
