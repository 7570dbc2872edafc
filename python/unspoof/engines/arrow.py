"""Arrow, by pyarrow: arrays, chunked arrays, and a column of tables and record batches."""

from typing import Any, TypeVar

from unspoof import Reader
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    import pyarrow as pa
except ImportError as error:
    raise missing("arrow", "pyarrow") from error

READING = pa.struct(
    {
        "text": pa.string(),
        "obfuscated": pa.bool_(),
        "score": pa.float64(),
        "families": pa.list_(pa.string()),
        "edits": pa.string(),
    }
)
"""The type of what `read` gives: see `unspoof.engines` in the documentation."""

_Data = TypeVar("_Data")


def restore(
    data: _Data,
    column: str | None = None,
    *,
    reader: Reader | None = None,
    threads: int | None = None,
) -> _Data:
    """The same array, or the same table with `column` restored.

    Takes a pyarrow Array, ChunkedArray, Table or RecordBatch; `column` goes with the last two.
    Returns the like, of the same types, and the same object where nothing changes. Nulls stay.
    Raises TypeError for columns that hold no strings, KeyError for one that is not there.
    """
    reader = reader or _rows.default()
    if column is None:
        return reader.restore_arrow(data, threads=threads)  # type: ignore[arg-type, no-any-return]
    table = _table(data)
    given = _column(table, column)
    restored = reader.restore_arrow(given, threads=threads)
    if restored is given:
        return data
    at = table.column_names.index(column)
    return table.set_column(at, table.schema.field(at), restored)  # type: ignore[no-any-return]


def read(
    data: Any,
    column: str | None = None,
    *,
    into: str = "unspoof",
    reader: Reader | None = None,
    threads: int | None = None,
) -> Any:
    """Readings as an array of structs, or the same table with them as one more column.

    Takes what `restore` takes, and returns a StructArray (ChunkedArray) of type `READING`, null
    where the text is; for a table or batch the same with that array appended as `into`. Raises
    like `restore`, and ValueError where there is a column `into` already.
    """
    reader = reader or _rows.default()
    if column is not None:
        table = _table(data)
        if into in table.column_names:
            raise ValueError(f"there is a column {into!r} already: give another name as `into`")
        return table.append_column(into, _read(_column(table, column), reader, threads))
    return _read(data, reader, threads)


def _read(array: Any, reader: Reader, threads: int | None) -> Any:
    if isinstance(array, pa.ChunkedArray):
        return pa.chunked_array([_read(c, reader, threads) for c in array.chunks], READING)
    if not (isinstance(array, pa.Array) and _holds_strings(array.type)):
        reader.restore_arrow(array)  # says what is wrong with it
    return pa.array(_rows.rows(array.to_pylist(), reader, threads), READING)


def _holds_strings(type_: Any) -> bool:
    return any(
        test(type_)
        for test in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    )


def _table(data: Any) -> Any:
    if isinstance(data, pa.Table | pa.RecordBatch):
        return data
    raise TypeError(
        f"a {type(data).__name__} is no Arrow table: ask the engine for batches of pyarrow, "
        "or give an array and no column"
    )


def _column(table: Any, column: str) -> Any:
    if table.column_names.count(column) != 1:
        raise KeyError(f"not one column {column!r} among {', '.join(table.column_names)}")
    return table.column(column)
