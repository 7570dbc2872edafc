"""Parquet files: row groups in, row groups out, all other columns as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from unspoof import Reading
from unspoof.corpus._annotation import COLUMNS, annotation, fields
from unspoof.corpus._batch import BATCH_SIZE, Batch, Reject
from unspoof.corpus._errors import CorpusError, is_broken_data, need, told
from unspoof.corpus._options import Options
from unspoof.corpus._rows import rows as rows_of
from unspoof.corpus._sink import Sink
from unspoof.corpus._text import decoded

_MOST_ROWS = 256
"""Rows that are decoded at once."""
_ROW_GROUP = 32 * 2**20
"""Bytes held before they are written as a row group; what a reader has to hold as well."""


class Source:
    """The row groups that begin in a range of a file (bytes)."""

    def __init__(self, stream: BinaryIO, url: str, options: Options) -> None:
        """CorpusError where the file has no such column of strings."""
        self._options = options
        # Buffered: else the whole of a row group is read ahead.
        parquet = need("pyarrow.parquet")
        self._file = parquet.ParquetFile(stream, pre_buffer=False, buffer_size=2**18)
        self.schema = self._file.schema_arrow
        _check(self.schema, url, options)
        self.compression = self._codec()

    def batches(self, start: int, end: int | None) -> Iterator[Batch]:
        """Their rows; a row group that is broken is one reject."""
        place = 0
        for number in range(self._file.metadata.num_row_groups):
            group = self._file.metadata.row_group(number)
            if not start <= _offset(group) < (end if end is not None else _offset(group) + 1):
                continue
            done = 0
            try:
                for records in self._gathered(number, group):
                    yield self._batch(records, place + done)
                    done += records.num_rows
            except Exception as error:
                if not is_broken_data(error):
                    raise
                why = f"row group {number} cannot be read: {told(error)}"
                left = group.num_rows - done
                yield Batch(
                    None, [], [], [], [Reject(place + done + 1, why, None, left)], left, why
                )
            place += group.num_rows

    def _gathered(self, number: int, group: Any) -> Iterator[Any]:
        """The rows of a row group, a batch of bytes at a time.

        A group's size is told as it is encoded: documents that it has many times are a number each.
        So few rows are decoded at once, and how large they are is seen then.
        """
        rows = max(1, BATCH_SIZE * group.num_rows // max(1, group.total_byte_size))
        held: list[Any] = []
        try:
            for piece in self._file.iter_batches(min(rows, _MOST_ROWS), [number]):
                held.append(piece)
                if sum(one.nbytes for one in held) >= BATCH_SIZE:
                    whole, held = held, []
                    yield _joined(whole)
        except Exception:
            # What was read before it broke is none of what is lost.
            if held:
                yield _joined(held)
            raise
        if held:
            yield _joined(held)

    def _batch(self, records: Any, before: int) -> Batch:
        column = _plain(records.column(self._options.column))
        places = list(range(before + 1, before + 1 + records.num_rows))
        rejects: list[Reject] = []
        items = records.num_rows
        try:
            texts = column.to_pylist()
        except UnicodeDecodeError:
            records, texts, places, rejects = _without_invalid(records, column, places)
        ids: list[str | None] = [None] * len(texts)
        if self._options.id:
            named = records.column(self._options.id).to_pylist()
            ids = [None if name is None else str(name) for name in named]
        return Batch(records, texts, ids, places, rejects, items)

    def _codec(self) -> str:
        metadata = self._file.metadata
        for at in range(metadata.num_columns if metadata.num_row_groups else 0):
            column = metadata.row_group(0).column(at)
            if column.path_in_schema.partition(".")[0] == self._options.column:
                codec: str = column.compression.lower()
                return {"uncompressed": "none"}.get(codec, codec)
        return "zstd"


class Writer:
    """Rows as they were, with another text or with more columns."""

    def __init__(self, sink: Sink, source: Source, options: Options) -> None:
        self._schema = source.schema
        self._options = options
        if options.mode == "annotate":
            for field in fields():
                self._schema = self._schema.append(field)
        self._rows = _RowGroups(sink, self._schema, source.compression, options.column)

    def write(self, batch: Batch, rows: list[int], readings: list[Reading | None]) -> None:
        """Adds some rows of a batch, restored or annotated where there is a reading."""
        pa = need("pyarrow")
        records = batch.records if len(rows) == len(batch.texts) else batch.records.take(rows)
        columns = list(records.columns)
        if self._options.mode == "annotate":
            told = [annotation(readings[row]) for row in rows]
            columns += [pa.array([one[f.name] for one in told], f.type) for f in fields()]
        elif any(readings[row] is not None for row in rows):
            at = self._schema.get_field_index(self._options.column)
            columns[at] = _restored(columns[at], [readings[row] for row in rows])
        self._rows.add(pa.RecordBatch.from_arrays(columns, schema=self._schema))

    def close(self) -> None:
        """Ends the file."""
        self._rows.close()


class RowWriter:
    """Documents of other formats: name, text, and the rest as JSON, so that every part is alike."""

    def __init__(self, sink: Sink, kind: str, options: Options) -> None:
        pa = need("pyarrow")
        names = ("id", options.column, "rest")
        columns = [pa.field(name, pa.large_string()) for name in names]
        if options.mode == "annotate":
            columns += fields()
        self._kind, self._options = kind, options
        self._schema = pa.schema(columns)
        self._rows = _RowGroups(sink, self._schema, "zstd", options.column)

    def write(self, batch: Batch, rows: list[int], readings: list[Reading | None]) -> None:
        """Adds some rows of a batch, restored or annotated where there is a reading."""
        pa = need("pyarrow")
        values = []
        for row, given in zip(rows, rows_of(batch, rows, self._kind, self._options), strict=True):
            reading = readings[row]
            is_restored = reading is not None and self._options.mode == "restore"
            given.pop(self._options.column)
            rest = json.dumps(given) if given else None
            text = reading.text if reading and is_restored else batch.texts[row]
            line = {"id": batch.ids[row], self._options.column: text, "rest": rest}
            if self._options.mode == "annotate":
                line |= annotation(reading)
            values.append(line)
        self._rows.add(pa.RecordBatch.from_pylist(values, schema=self._schema))

    def close(self) -> None:
        """Ends the file."""
        self._rows.close()


class _RowGroups:
    """Batches written together, as row groups that a reader can hold."""

    def __init__(self, sink: Sink, schema: Any, compression: str, column: str) -> None:
        # A dictionary of documents, no two the same, would be made and thrown away.
        others = [name for name in schema.names if name != column and name != "unspoof_text"]
        self._writer = need("pyarrow.parquet").ParquetWriter(
            sink, schema, compression=compression, use_dictionary=others or False
        )
        self._schema = schema
        self._held: list[Any] = []
        self._size = 0

    def add(self, batch: Any) -> None:
        self._held.append(batch)
        self._size += batch.nbytes
        if self._size >= _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._held:
            table = need("pyarrow").Table.from_batches(self._held, self._schema)
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))
            self._held, self._size = [], 0


def _joined(pieces: list[Any]) -> Any:
    """Batches of one schema as one."""
    if len(pieces) == 1:
        return pieces[0]
    return need("pyarrow").Table.from_batches(pieces).combine_chunks().to_batches()[0]


def _check(schema: Any, url: str, options: Options) -> None:
    for name in filter(None, (options.column, options.id)):
        if schema.get_field_index(name) < 0:
            there = ", ".join(schema.names)
            raise CorpusError(f'{url} has no column "{name}"; it has {there}')
    types = need("pyarrow").types
    type_ = _value_type(schema.field(options.column).type)
    if not (types.is_string(type_) or types.is_large_string(type_) or types.is_string_view(type_)):
        raise CorpusError(f'{url}: column "{options.column}" holds {type_}, not strings')
    ours = [name for name in COLUMNS if name in schema.names]
    if options.mode == "annotate" and ours:
        raise CorpusError(f'{url} has a column "{ours[0]}" already')


def _value_type(type_: Any) -> Any:
    return type_.value_type if need("pyarrow").types.is_dictionary(type_) else type_


def _plain(column: Any) -> Any:
    is_dictionary = need("pyarrow").types.is_dictionary(column.type)
    return column.dictionary_decode() if is_dictionary else column


def _offset(group: Any) -> int:
    column = group.column(0)
    offsets = (column.dictionary_page_offset, column.data_page_offset)
    return int(min(offset for offset in offsets if offset is not None))


def _restored(column: Any, readings: list[Reading | None]) -> Any:
    """The column with another text in each row that has a reading."""
    pa, compute = need("pyarrow"), need("pyarrow.compute")
    plain = _plain(column)
    texts = pa.array([reading.text for reading in readings if reading is not None], plain.type)
    mask = pa.array([reading is not None for reading in readings])
    # A copy in one piece: through Python's strings it would take ten times as long.
    if pa.types.is_string_view(plain.type):  # for which Arrow has no such function
        wide = compute.replace_with_mask(
            plain.cast(pa.large_string()), mask, texts.cast(pa.large_string())
        )
    else:
        wide = compute.replace_with_mask(plain, mask, texts)
    return wide.cast(column.type)


def _without_invalid(
    records: Any, column: Any, places: list[int]
) -> tuple[Any, list[str | None], list[int], list[Reject]]:
    """The rows of which the text is UTF-8, and the others as rejects."""
    pa = need("pyarrow")
    wide = pa.large_binary() if pa.types.is_large_string(column.type) else pa.binary()
    texts: list[str | None] = []
    kept: list[int] = []
    rejects: list[Reject] = []
    for row, data in enumerate(column.cast(wide).to_pylist()):
        text, error = (None, None) if data is None else decoded(data)
        if error is not None:
            rejects.append(Reject(places[row], error, data))
        else:
            texts.append(text)
            kept.append(row)
    return records.take(pa.array(kept, pa.int64())), texts, [places[row] for row in kept], rejects
