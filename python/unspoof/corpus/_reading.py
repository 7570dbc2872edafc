"""How the documents of a batch are read: texts one by one, a column of Parquet where it lies."""

from __future__ import annotations

from collections.abc import Sequence

from unspoof import Reader, Reading
from unspoof.corpus._batch import Batch
from unspoof.corpus._errors import need
from unspoof.corpus._options import Mode


def read(batch: Batch, reader: Reader, mode: Mode, threads: int) -> dict[int, Reading]:
    """The readings of a batch by its rows: of what is disguised, and to annotate of every text.

    ValueError where a row of a column is not UTF-8.
    """
    # The score and languages of what is honest are asked for as well.
    is_every = mode == "annotate"
    if batch.column is not None and not is_every:
        return reader.read_arrow(batch.column, threads=threads)
    texts = batch.texts if batch.column is None else batch.column.to_pylist()
    rows = [row for row, text in enumerate(texts) if text is not None]
    given = [text for text in texts if text is not None]
    verb = reader.read_batch if is_every else reader.read_disguised
    read: Sequence[Reading | None] = verb(given, threads=threads)
    return {row: one for row, one in zip(rows, read, strict=True) if one is not None}


def count(batch: Batch) -> tuple[int, int]:
    """How many rows have a text, and how many code points those are."""
    if batch.column is None:
        lengths = [len(text) for text in batch.texts if text is not None]
        return len(lengths), sum(lengths)
    compute = need("pyarrow.compute")
    lengths = compute.sum(compute.utf8_length(batch.column), min_count=0)
    return len(batch.column) - batch.column.null_count, lengths.as_py()
