"""Files of every format, made and read again by the libraries and not by the code under test."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

Texts = list[str | None]


def packed(data: bytes, name: str) -> bytes:
    """Data compressed as the name says."""
    if name.endswith(".gz"):
        return gzip.compress(data)
    return zstandard.compress(data) if name.endswith(".zst") else data


def unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(data)
    if path.suffix == ".zst":
        return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)).read()
    return data


def jsonl(path: Path, texts: Texts) -> Path:
    rows = ({"id": f"d{at}", "text": text, "price": 1.10} for at, text in enumerate(texts))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_bytes(packed(lines.encode(), path.name))
    return path


def parquet(path: Path, texts: Texts, rows: int = 3, type_: Any = None) -> Path:
    table = pa.table(
        {
            "id": [f"d{at}" for at in range(len(texts))],
            "text": pa.array(texts, type_ or pa.string()),
        }
    )
    pq.write_table(table, path, row_group_size=rows)
    return path


def warc(path: Path, texts: Texts) -> Path:
    """A WET file: an information record, and a conversion record for each text."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=path.suffix == ".gz")
    writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a test"}))
    for at, text in enumerate(texts):
        if text is not None:
            record = writer.create_warc_record(
                f"https://example.org/{at}",
                "conversion",
                payload=io.BytesIO(text.encode()),
                length=len(text.encode()),
                warc_content_type="text/plain",
                warc_headers_dict={"WARC-Record-ID": f"<urn:uuid:{at}>"},
            )
            writer.write_record(record)
    path.write_bytes(stream.getvalue())
    return path


def warc_texts(path: Path) -> Texts:
    with path.open("rb") as stream:
        return [
            record.content_stream().read().decode()
            for record in ArchiveIterator(stream, check_digests="raise")
            if record.rec_type == "conversion"
        ]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    return [json.loads(line) for line in unpacked(path).decode().splitlines()]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a run by its path, apart from what only a later run needs."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(found)
        if ".unspoof" not in path.parts
    }
