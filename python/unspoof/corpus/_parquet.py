"""Parquet files: row groups in, row groups out, all other columns as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from unspoof.corpus._annotation import COLUMNS, annotation, fields
from unspoof.corpus._batch import BATCH_SIZE, Batch, Names, Readings, Reject
from unspoof.corpus._errors import CorpusError, is_broken_data, need, told
from unspoof.corpus._options import Options
from unspoof.corpus._rows import rows as rows_of
from unspoof.corpus._sink import Sink
from unspoof.corpus._text import decoded

_MOST_ROWS = 256
"""Rows that are decoded at once."""
_ROW_GROUP = 32 * 2**20
"""Bytes held before they are written as a row group; what a reader has to hold as well."""
_ZSTD_LEVEL = 1
"""That which pyarrow takes, so that outputs are as large as inputs; level 3 takes twice as long."""


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
        table = need("pyarrow").Table
        held: list[Any] = []
        size = 0
        try:
            # Every worker has one core: pyarrow's own threads would only wait for each other.
            for piece in self._file.iter_batches(
                min(rows, _MOST_ROWS), [number], use_threads=False
            ):
                held.append(piece)
                size += piece.nbytes
                if size >= BATCH_SIZE:
                    whole, held, size = held, [], 0
                    yield table.from_batches(whole)
        except Exception:
            # What was read before it broke is none of what is lost.
            if held:
                yield table.from_batches(held)
            raise
        if held:
            yield table.from_batches(held)

    def _batch(self, records: Any, before: int) -> Batch:
        places = range(before + 1, before + 1 + records.num_rows)
        column = _plain(records.column(self._options.column))
        ids = _names(records, self._options)
        return Batch(records, [], ids, places, items=records.num_rows, column=column)

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

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch, restored or annotated where there is a reading."""
        pa = need("pyarrow")
        records = batch.records
        if len(rows) < len(batch):
            records = records.take(pa.array(rows, pa.int64()))
        columns = list(records.columns)
        if self._options.mode == "annotate":
            told = [annotation(readings.get(row)) for row in rows]
            columns += [pa.array([one[f.name] for one in told], f.type) for f in fields()]
        elif readings:
            at = self._schema.get_field_index(self._options.column)
            columns[at] = _restored(batch.column, readings).cast(columns[at].type)
        self._rows.add(pa.Table.from_arrays(columns, schema=self._schema))

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

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch, restored or annotated where there is a reading."""
        pa = need("pyarrow")
        values = []
        for row, given in zip(rows, rows_of(batch, rows, self._kind, self._options), strict=True):
            reading = readings.get(row)
            is_restored = reading is not None and self._options.mode == "restore"
            given.pop(self._options.column)
            rest = json.dumps(given) if given else None
            text = reading.text if reading and is_restored else batch.texts[row]
            line = {"id": batch.ids[row], self._options.column: text, "rest": rest}
            if self._options.mode == "annotate":
                line |= annotation(reading)
            values.append(line)
        self._rows.add(pa.Table.from_pylist(values, schema=self._schema))

    def close(self) -> None:
        """Ends the file."""
        self._rows.close()


class _RowGroups:
    """Tables written together, as row groups that a reader can hold."""

    def __init__(self, sink: Sink, schema: Any, compression: str, column: str) -> None:
        # A dictionary of documents, no two the same, would be made and thrown away; and as the
        # least and the greatest of them two whole documents would be kept.
        others = [name for name in schema.names if name != column and name != "unspoof_text"]
        self._writer = need("pyarrow.parquet").ParquetWriter(
            sink,
            schema,
            compression=compression,
            compression_level=_ZSTD_LEVEL if compression == "zstd" else None,
            use_dictionary=others or False,
            write_statistics=others or False,
        )
        self._held: list[Any] = []
        self._size = 0

    def add(self, table: Any) -> None:
        self._held.append(table)
        self._size += table.nbytes
        if self._size >= _ROW_GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._held:
            table = need("pyarrow").concat_tables(self._held)
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))
            self._held, self._size = [], 0


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
    """A column without a dictionary and without views, of which Arrow cannot count the letters."""
    pa = need("pyarrow")
    if pa.types.is_string_view(_value_type(column.type)):
        return column.cast(pa.large_string())
    return column.cast(_value_type(column.type))


def _offset(group: Any) -> int:
    column = group.column(0)
    offsets = (column.dictionary_page_offset, column.data_page_offset)
    return int(min(offset for offset in offsets if offset is not None))


def _restored(column: Any, readings: Readings) -> Any:
    """The column with another text in each row that has a reading; a copy where there is any."""
    pa, compute = need("pyarrow"), need("pyarrow.compute")
    chunks: list[Any] = []
    before = 0
    for chunk in column.chunks:
        rows = [row for row in range(before, before + len(chunk)) if row in readings]
        before += len(chunk)
        if rows:
            mask = pa.array([row in readings for row in range(before - len(chunk), before)])
            texts = pa.array([readings[row].text for row in rows], chunk.type)
            chunk = compute.replace_with_mask(chunk, mask, texts)
        chunks.append(chunk)
    return pa.chunked_array(chunks, column.type)


def _names(records: Any, options: Options) -> Names:
    return _Names(records.column(options.id)) if options.id else [None] * records.num_rows


class _Names:
    """Those of a column, each made when it is asked for."""

    def __init__(self, column: Any) -> None:
        self._column = column

    def __getitem__(self, row: int) -> str | None:
        name = self._column[row].as_py()
        return None if name is None else str(name)


def without_invalid(batch: Batch, options: Options) -> Batch:
    """A batch without the rows of which the text is not UTF-8; those are rejects."""
    pa = need("pyarrow")
    wide = pa.large_binary() if pa.types.is_large_string(batch.column.type) else pa.binary()
    kept: list[int] = []
    rejects: list[Reject] = []
    for row, data in enumerate(batch.column.cast(wide).to_pylist()):
        error = None if data is None else decoded(data)[1]
        if error is None:
            kept.append(row)
        else:
            rejects.append(Reject(batch.places[row], error, data))
    rows = pa.array(kept, pa.int64())
    records, column = batch.records.take(rows), batch.column.take(rows)
    places = [batch.places[row] for row in kept]
    ids = _names(records, options)
    return Batch(records, [], ids, places, rejects, batch.items, column=column)
