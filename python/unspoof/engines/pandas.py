"""pandas: series of any type that holds strings, and columns of frames."""

from typing import Any

from unspoof import Reader
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    import pandas as pd
except ImportError as error:
    raise missing("pandas") from error


def restore(series: Any, *, reader: Reader | None = None, threads: int | None = None) -> Any:
    """A series as it was meant, under the same index, name and type; what is missing stays so.

    Takes a Series of type `str`, `string`, an Arrow string or `object`; returns the same object
    where nothing changes. Raises TypeError where it holds anything but strings.
    """
    reader = reader or _rows.default()
    if getattr(getattr(series, "dtype", None), "storage", None) == "pyarrow":
        return _restore_arrow(series, reader, threads)
    texts = _texts(series)
    present = [text for text in texts if text is not None]
    restored = reader.restore_batch(present, threads=threads)
    if all(new is old for new, old in zip(restored, present, strict=True)):
        return series
    result = series.copy()
    result[series.notna().to_numpy()] = restored
    return result


def read(series: Any, *, reader: Reader | None = None, threads: int | None = None) -> Any:
    """A frame of readings under the series' index: text, obfuscated, score, families and edits.

    `text` is of the series' own type, `families` holds lists and `edits` JSON. A row whose text
    is missing has nothing but missing values. Raises like `restore`.
    """
    given = _rows.rows(_texts(series), reader or _rows.default(), threads)
    columns = {
        name: [None if row is None else row[name] for row in given]
        for name in ("text", "obfuscated", "score", "families", "edits")
    }
    types = {"text": series.dtype, "obfuscated": "boolean", "score": "Float64"}
    return pd.DataFrame(
        {
            name: pd.Series(values, series.index, types.get(name, object))
            for name, values in columns.items()
        }
    )


def _restore_arrow(series: Any, reader: Reader, threads: int | None) -> Any:
    """Strings that pandas keeps in Arrow are read where they lie."""
    given = series.array.__arrow_array__()
    restored = reader.restore_arrow(given, threads=threads)
    if restored is given:
        return series
    return pd.Series(series.dtype.__from_arrow__(restored), series.index, name=series.name)


def _texts(series: Any) -> list[str | None]:
    if not isinstance(series, pd.Series):
        raise TypeError(f"a {type(series).__name__} is no pandas Series: give one of its columns")
    texts = [
        None if missing_ else text for text, missing_ in zip(series, series.isna(), strict=True)
    ]
    for text in texts:
        if not (text is None or isinstance(text, str)):
            raise TypeError(f"the series holds a {type(text).__name__}, not only strings")
    return texts
