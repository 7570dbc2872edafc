"""DuckDB: the SQL functions `unspoof_restore` and `unspoof_read`, a vector at a time by Arrow."""

from typing import Any

from unspoof import Reader
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    import duckdb
    import pyarrow as pa

    from unspoof.engines import arrow
except ImportError as error:
    raise missing("duckdb") from error

READING = (
    "STRUCT(text VARCHAR, obfuscated BOOLEAN, score DOUBLE, families VARCHAR[], edits VARCHAR)"
)
"""The type of what `unspoof_read` gives."""


def register(
    connection: duckdb.DuckDBPyConnection,
    reader: Reader | None = None,
    *,
    prefix: str = "unspoof",
    threads: int | None = None,
) -> None:
    """Adds `unspoof_restore(VARCHAR)` and `unspoof_read(VARCHAR)` to the connection.

    The first gives VARCHAR and the second `READING`; NULL is given for NULL. `prefix` is the
    names' beginning, for readers of several kinds on one connection. DuckDB hands over some two
    thousand rows at a time, which are read on all cores unless `threads` says otherwise.
    """
    reader = reader or _rows.default()

    def restore(texts: pa.ChunkedArray) -> Any:
        return arrow.restore(texts, reader=reader, threads=threads)

    def read(texts: pa.ChunkedArray) -> Any:
        return arrow.read(texts, reader=reader, threads=threads)

    for name, function, type_ in (("restore", restore, "VARCHAR"), ("read", read, READING)):
        connection.create_function(
            f"{prefix}_{name}",
            function,
            [duckdb.sqltype("VARCHAR")],
            duckdb.sqltype(type_),
            type="arrow",
            null_handling="special",
        )
