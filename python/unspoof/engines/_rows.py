"""What all adapters give for a reading, and the reader that they use where none is given."""

import functools
import json
from collections.abc import Iterable
from typing import Any

from unspoof import Reader, Reading

default = functools.cache(Reader)


def row(reading: Reading) -> dict[str, Any]:
    """The reading as flat as a table wants it.

    `text` (str), `obfuscated` (bool), `score` (float from 0 to 1), `families` (sorted list of
    str) and `edits` (str: the JSON of a list of `Edit.to_dict`, whose offsets count code points
    of the original).
    """
    edits = reading.edits
    return {
        "text": reading.text,
        "obfuscated": reading.obfuscated,
        "score": reading.score,
        "families": sorted({edit.family for edit in edits}),
        "edits": json.dumps([edit.to_dict() for edit in edits], ensure_ascii=False),
    }


def rows(
    texts: Iterable[str | None], reader: Reader, threads: int | None
) -> list[dict[str, Any] | None]:
    """`row` of each text's reading, None for None, in order."""
    given = list(texts)
    readings = iter(reader.read_batch([t for t in given if t is not None], threads=threads))
    return [None if text is None else row(next(readings)) for text in given]
