"""Apache Spark: columns that are read, and the same as SQL functions.

By Arrow where Spark has UDFs over Arrow arrays (4.1), else by pandas. Each task reads on one
thread, since Spark runs as many as there are cores.
"""

from collections.abc import Callable

from unspoof import Reader
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    import pyarrow as pa
    from pyspark.sql import Column, SparkSession, functions

    from unspoof.engines import arrow
except ImportError as error:
    raise missing("spark", "pyspark") from error

READING = "text string, obfuscated boolean, score double, families array<string>, edits string"
"""The type of what `read` gives, a struct."""


def restore(column: Column | str, reader: Reader | None = None) -> Column:
    """The column as it was meant (string); null stays null."""
    return _udfs(reader)["restore"](column)


def read(column: Column | str, reader: Reader | None = None) -> Column:
    """A struct of type `READING` for each row; null for null."""
    return _udfs(reader)["read"](column)


def register(spark: SparkSession, reader: Reader | None = None, *, prefix: str = "unspoof") -> None:
    """Adds the SQL functions `unspoof_restore` and `unspoof_read` to the session."""
    for name, udf in _udfs(reader).items():
        spark.udf.register(f"{prefix}_{name}", udf)


def _udfs(reader: Reader | None) -> dict[str, Callable[..., Column]]:
    reader = reader or _rows.default()
    if hasattr(functions, "arrow_udf"):
        return _over_arrow(reader)
    return _over_pandas(reader)


def _over_arrow(reader: Reader) -> dict[str, Callable[..., Column]]:
    def restored(texts: pa.Array) -> pa.Array:
        return arrow.restore(texts, reader=reader, threads=1)

    def readings(texts: pa.Array) -> pa.Array:
        return arrow.read(texts, reader=reader, threads=1)

    return {
        "restore": functions.arrow_udf(restored, "string"),
        "read": functions.arrow_udf(readings, READING),
    }


def _over_pandas(reader: Reader) -> dict[str, Callable[..., Column]]:
    import pandas as pd

    from unspoof.engines import pandas

    def restored(texts: pd.Series) -> pd.Series:
        return pandas.restore(texts, reader=reader, threads=1)

    def readings(texts: pd.Series) -> pd.DataFrame:
        return pandas.read(texts, reader=reader, threads=1)

    return {
        "restore": functions.pandas_udf(restored, "string"),
        "read": functions.pandas_udf(readings, READING),
    }
