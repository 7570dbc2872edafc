"""polars: the namespace `unspoof` of expressions and series. Importing this module adds it.

pl.col("text").unspoof.restore() is the text as it was meant, pl.col("text").unspoof.read() a
struct of it and of what tells of the disguise. Both work in lazy and in streamed queries.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from unspoof import Reader
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    import polars as pl
except ImportError as error:
    raise missing("polars") from error

READING = pl.Struct(
    {
        "text": pl.String,
        "obfuscated": pl.Boolean,
        "score": pl.Float64,
        "families": pl.List(pl.String),
        "edits": pl.String,
    }
)
"""The type of what `read` gives."""


def restore(series: pl.Series, reader: Reader | None = None, threads: int | None = None) -> Any:
    """A series of strings as they were meant; the same object where nothing changes.

    Raises TypeError where the series is not of type String.
    """
    return (reader or _rows.default()).restore_arrow(series, threads=threads)


def read(series: pl.Series, reader: Reader | None = None, threads: int | None = None) -> pl.Series:
    """A series of type `READING`, null where the text is; raises like `restore`."""
    reader = reader or _rows.default()
    if series.dtype != pl.String:
        reader.restore_arrow(series)  # says what is wrong with it
    return pl.Series(series.name, _rows.rows(series.to_list(), reader, threads), READING)


@pl.api.register_expr_namespace("unspoof")
@dataclass(frozen=True)
class UnspoofExpr:
    """`pl.col("text").unspoof`."""

    _expr: pl.Expr

    def restore(self, reader: Reader | None = None, *, threads: int | None = None) -> pl.Expr:
        """The text as it was meant (String); nulls stay."""
        call = partial(restore, reader=reader, threads=threads)
        return self._expr.map_batches(call, return_dtype=pl.String, is_elementwise=True)

    def read(self, reader: Reader | None = None, *, threads: int | None = None) -> pl.Expr:
        """A struct of type `READING`; nulls stay."""
        call = partial(read, reader=reader, threads=threads)
        return self._expr.map_batches(call, return_dtype=READING, is_elementwise=True)


@pl.api.register_series_namespace("unspoof")
@dataclass(frozen=True)
class UnspoofSeries:
    """`series.unspoof`."""

    _series: pl.Series

    def restore(self, reader: Reader | None = None, *, threads: int | None = None) -> pl.Series:
        """The text as it was meant (String); nulls stay."""
        result: pl.Series = restore(self._series, reader, threads)
        return result

    def read(self, reader: Reader | None = None, *, threads: int | None = None) -> pl.Series:
        """A series of structs of type `READING`; nulls stay."""
        return read(self._series, reader, threads)
