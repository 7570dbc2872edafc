"""The columns that are added to a document, as plain values and as Arrow types."""

from __future__ import annotations

from typing import Any

from unspoof import Reading
from unspoof.corpus._errors import need

COLUMNS = (
    *("unspoof_text", "unspoof_edits", "unspoof_score", "unspoof_families", "unspoof_scheme"),
)


def annotation(reading: Reading | None) -> dict[str, Any]:
    """What is told of one document: a value for each of COLUMNS; None each where it has no text."""
    if reading is None:
        return dict.fromkeys(COLUMNS)
    values = (
        reading.text,
        [edit.to_dict() for edit in reading.edits],
        reading.score,
        sorted({edit.family for edit in reading.edits}),
        [entry.to_dict() for entry in reading.scheme],
    )
    return dict(zip(COLUMNS, values, strict=True))


def fields() -> list[Any]:
    """The pyarrow fields of COLUMNS."""
    pa = need("pyarrow")
    edit = [("start", pa.int64()), ("end", pa.int64()), ("original", pa.string())]
    edit += [("restored", pa.string()), ("family", pa.string())]
    edit += [("confidence", pa.float64()), ("reason", pa.string())]
    entry = [("glyph", pa.string()), ("reading", pa.string()), ("count", pa.int64())]
    types = (
        pa.large_string(),
        pa.list_(pa.struct(edit)),
        pa.float64(),
        pa.list_(pa.string()),
        pa.list_(pa.struct(entry)),
    )
    return [pa.field(name, type_) for name, type_ in zip(COLUMNS, types, strict=True)]
