"""Every format in and out: what was disguised is restored, and nothing else in a file changes."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import corpus_files as files
import unspoof
from command import run
from samples import DISGUISED, HONEST
from unspoof.corpus import CorpusError, Options
from unspoof.corpus import run as run_corpus

Texts = list[str | None]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.txt.zst"])
def test_text_keeps_its_line_ends_and_byte_order_mark(tmp_path: Path, out: Path, name: str) -> None:
    given = "\ufeff" + DISGUISED.replace("\n", "\r\n") + "\n\nRɑмos ιs ιn tɑlкs"
    meant = "\ufeff" + HONEST.replace("\n", "\r\n") + "\n\nRamos is in talks"
    (tmp_path / name).write_bytes(files.packed(given.encode(), name))
    run_corpus([str(tmp_path / name)], out, workers=1)
    assert files.unpacked(out / "documents" / f"a-00000{name[1:]}").decode() == meant


def test_a_text_file_may_be_one_document(tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.txt").write_text(DISGUISED, encoding="utf-8")
    found = run_corpus([str(tmp_path)], out, Options(document="file"), workers=1)
    assert found.statistics.documents == 1
    assert (out / "documents" / "a-00000.txt").read_text(encoding="utf-8") == HONEST


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson.gz", "a.jsonl.zst"])
def test_json_lines(
    tmp_path: Path, out: Path, name: str, documents: Texts, restored: Texts
) -> None:
    path = files.jsonl(tmp_path / name, documents)
    found = run_corpus([str(path)], out, workers=1)
    (made,) = (out / "documents").iterdir()
    assert [row["text"] for row in files.rows(made)] == restored
    before, after = (files.unpacked(one).decode().splitlines() for one in (path, made))
    same = [at for at, (a, b) in enumerate(zip(documents, restored, strict=True)) if a == b]
    assert [after[at] for at in same] == [before[at] for at in same]
    assert (found.statistics.documents, found.statistics.disguised) == (len(documents) - 1, 2)


def test_only_the_text_changes_in_a_line_of_json(tmp_path: Path, out: Path) -> None:
    value = r'"R\u0251\u043cos \u03b9s \u03b9n t\u0251l\u043as"'
    line = '{ "n":1.10, "big": 123456789012345678901234567890, "text" : %s ,"text2":[1,  {}]}\r\n'
    (tmp_path / "a.jsonl").write_text(line % value + "\n" + line % value, newline="")
    run_corpus([str(tmp_path)], out, workers=1)
    made = (out / "documents" / "a-00000.jsonl").read_bytes().decode()
    assert made == line % '"Ramos is in talks"' + "\n" + line % '"Ramos is in talks"'


def test_half_a_pair_stays_an_escape(tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Rɑмos ιs ιn tɑlкs \\ud83d", "é": 1}\n')
    run_corpus([str(tmp_path)], out, workers=1)
    made = (out / "documents" / "a-00000.jsonl").read_text()
    assert json.loads(made) == {"text": "Ramos is in talks \ud83d", "é": 1}


@pytest.mark.parametrize(
    "type_",
    [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_parquet_keeps_its_schema_and_other_columns(
    tmp_path: Path, out: Path, documents: Texts, restored: Texts, type_: pa.DataType
) -> None:
    path = files.parquet(tmp_path / "a.parquet", documents, type_=type_)
    run_corpus([str(path)], out, workers=1)
    made = pq.read_table(out / "documents" / "a-00000.parquet")
    given = pq.read_table(path)
    assert made.schema.equals(given.schema, check_metadata=True)
    assert made["text"].to_pylist() == restored
    assert made["id"].equals(given["id"])


def test_parquet_is_divided_by_row_groups(tmp_path: Path, out: Path) -> None:
    texts: Texts = [f"{at} {DISGUISED}" for at in range(40)]
    path = files.parquet(tmp_path / "a.parquet", texts, rows=5)
    run_corpus([str(path)], out, Options(shard_size=path.stat().st_size // 6), workers=1)
    made = sorted((out / "documents").iterdir())
    assert len(made) > 3
    read = [text for one in made for text in pq.read_table(one)["text"].to_pylist()]
    assert read == [f"{at} {HONEST}" for at in range(40)]


@pytest.mark.parametrize("name", ["a.wet", "a.warc.gz"])
def test_warc(tmp_path: Path, out: Path, name: str, documents: Texts, restored: Texts) -> None:
    path = files.warc(tmp_path / name, documents)
    found = run_corpus([str(path)], out, workers=1)
    (made,) = (out / "documents").iterdir()
    assert files.warc_texts(made) == [text for text in restored if text is not None]
    assert found.statistics.passed == 1  # the information record, which is there still
    assert b"software: a test" in (
        files.unpacked(made) if name.endswith(".gz") else made.read_bytes()
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.warc.gz", "a.txt"])
@pytest.mark.parametrize("made", ["jsonl.zst", "parquet"])
def test_any_format_as_json_lines_or_parquet(
    tmp_path: Path, out: Path, name: str, made: str, documents: Texts, restored: Texts
) -> None:
    path = tmp_path / name
    if name == "a.txt":
        path.write_text(DISGUISED, encoding="utf-8")
        wanted: Texts = list(HONEST.splitlines())
    else:
        make = {"a.jsonl": files.jsonl, "a.parquet": files.parquet, "a.warc.gz": files.warc}[name]
        make(path, documents)
        wanted = [text for text in restored if text is not None or name != "a.warc.gz"]
    run_corpus([str(path)], out, Options(format=made, id=None), workers=1)
    (one,) = (out / "documents").iterdir()
    assert one.name == f"a-00000.{made}"
    if made == "parquet":
        assert pq.read_table(one)["text"].to_pylist() == wanted
    else:
        assert [row["text"] for row in files.rows(one)] == wanted


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_annotations_are_what_reading_gives(
    tmp_path: Path, out: Path, name: str, documents: Texts
) -> None:
    path = tmp_path / name
    (files.parquet if name == "a.parquet" else files.jsonl)(path, documents)
    run_corpus([str(path)], out, Options(mode="annotate"), workers=1)
    (made,) = (out / "documents").iterdir()
    got = pq.read_table(made).to_pylist() if name == "a.parquet" else files.rows(made)
    assert [row["text"] for row in got] == documents
    for row, text in zip(got, documents, strict=True):
        if text is None:
            assert row["unspoof_text"] is row["unspoof_edits"] is None
            continue
        reading = unspoof.read(text)
        assert row["unspoof_text"] == reading.text
        assert row["unspoof_edits"] == [edit.to_dict() for edit in reading.edits]
        assert row["unspoof_score"] == reading.score
        assert row["unspoof_families"] == sorted({edit.family for edit in reading.edits})
        assert row["unspoof_scheme"] == [one.to_dict() for one in reading.scheme]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.parquet", "a.warc"])
def test_a_filter_leaves_every_document_as_it_was(
    tmp_path: Path, out: Path, name: str, documents: Texts, restored: Texts
) -> None:
    path = tmp_path / name
    make = {"a.jsonl.gz": files.jsonl, "a.parquet": files.parquet, "a.warc": files.warc}[name]
    make(path, documents)
    run_corpus([str(path)], out, Options(mode="filter"), workers=1)
    pairs = list(zip(documents, restored, strict=True))
    for folder, wanted in (
        ("honest", [a for a, b in pairs if a == b]),
        ("disguised", [a for a, b in pairs if a != b]),
    ):
        (made,) = (out / folder).iterdir()
        if name == "a.parquet":
            got = pq.read_table(made)["text"].to_pylist()
        elif name == "a.warc":
            got, wanted = files.warc_texts(made), [text for text in wanted if text is not None]
        else:
            got = [row["text"] for row in files.rows(made)]
        assert got == wanted


def test_profile_language_column_and_id(tmp_path: Path, out: Path) -> None:
    row = {"body": "Get y0ur fr33 m0n3y n0w", "name": "first"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n")
    arguments = ("--profile", "full", "--language", "en", "--column", "body", "--id", "name")
    done = run("corpus", tmp_path / "a.jsonl", "-o", out, *arguments)
    assert done.returncode == 0, done.stderr
    (made,) = files.rows(out / "documents" / "a-00000.jsonl")
    assert made == {"body": "Get your free money now", "name": "first"}
    # One document is like no other: it has no cluster, but it was counted.
    assert json.loads((out / "summary.json").read_text())["languages"] == {"en": 1}


@pytest.mark.parametrize(
    ("name", "options", "complaint"),
    [
        ("a.txt", Options(mode="annotate"), "no place for annotations"),
        ("a.jsonl", Options(format="text"), "cannot be written as text"),
        ("a.jsonl", Options(format="warc.gz"), "cannot be written as warc"),
    ],
)
def test_what_a_format_cannot_hold_is_refused(
    tmp_path: Path, out: Path, name: str, options: Options, complaint: str
) -> None:
    (tmp_path / name).write_text("{}\n")
    with pytest.raises(CorpusError, match=complaint):
        run_corpus([str(tmp_path / name)], out, options)
    assert not out.exists()


def test_folders_globs_and_urls_give_each_file_once(tmp_path: Path, out: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        files.jsonl(tmp_path / folder / "a.jsonl", ["Rɑмos ιs ιn tɑlкs"])
    (tmp_path / "one" / "a.txt").write_text("plain\n")
    (tmp_path / "one" / "notes.md").write_text("no corpus")
    given = [str(tmp_path), f"{tmp_path}/*/a.jsonl", f"file://{tmp_path}/one/a.txt"]
    found = run_corpus(given, out, workers=1)
    assert found.files == 3
    made = {str(path.relative_to(out / "documents")) for path in out.rglob("documents/**/*.*")}
    assert made == {"one/a.jsonl-00000.jsonl", "one/a.txt-00000.txt", "two/a-00000.jsonl"}


def test_a_remote_file_system(out: Path) -> None:
    import fsspec

    with fsspec.open("memory://crawl/a.jsonl", "wb") as stream:
        stream.write('{"text": "Rɑмos ιs ιn tɑlкs"}\n'.encode())
    run_corpus(["memory://crawl/*.jsonl"], out, workers=1)
    assert files.rows(out / "documents" / "a-00000.jsonl") == [{"text": "Ramos is in talks"}]
