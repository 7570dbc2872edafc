"""Documents as plain dicts, for an output of another format than the input's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from unspoof.corpus._batch import Batch
from unspoof.corpus._errors import need
from unspoof.corpus._options import Options


def rows(batch: Batch, wanted: Sequence[int], kind: str, options: Options) -> list[dict[str, Any]]:
    """The wanted rows of a batch that was read from a file of this kind, with all they hold."""
    if kind == "parquet":
        rows = need("pyarrow").array(wanted, "int64")
        plain: list[dict[str, Any]] = batch.records.take(rows).to_pylist()
        return plain
    if kind == "jsonl":
        lines = (batch.records[row].decode("utf-8-sig") for row in wanted)
        return [json.loads(line) for line in lines]
    if kind == "warc":
        return [
            {**_headers(batch.records[row]), options.column: batch.texts[row]} for row in wanted
        ]
    return [{options.column: batch.texts[row]} for row in wanted]


def holds(batch: Batch, wanted: Sequence[int], kind: str) -> Sequence[int]:
    """The wanted rows without those that are no documents and only have a place in their format."""
    if kind in ("jsonl", "warc"):
        is_text = kind == "warc"
        return [
            row
            for row in wanted
            if (batch.texts[row] is not None if is_text else batch.records[row].strip())
        ]
    return wanted


def _headers(record: Any) -> dict[str, str | None]:
    names = {"id": "WARC-Record-ID", "url": "WARC-Target-URI", "date": "WARC-Date"}
    return {name: record.header(header) for name, header in names.items()}
