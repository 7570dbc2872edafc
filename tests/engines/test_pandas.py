"""pandas: what comes back is what was given, but for the text."""

import pytest

from extras import needed
from samples import DISGUISED, HONEST

pd = needed("pandas")
import pyarrow as pa  # noqa: E402 - pandas is there, and so this is

from unspoof.engines import pandas  # noqa: E402 - only if there is an engine

TYPES = ["str", "string", "object", pd.StringDtype("python"), pd.ArrowDtype(pa.large_string())]


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_index_name_type_and_nulls_stay(type_: object) -> None:
    series = pd.Series([DISGUISED, None, "plain"], ["a", "b", "a"], type_, "body")
    restored = pandas.restore(series)
    pd.testing.assert_series_equal(
        restored, pd.Series([HONEST, None, "plain"], ["a", "b", "a"], type_, "body")
    )
    assert series.iloc[0] == DISGUISED
    assert pandas.restore(series[1:]).equals(series[1:])
    honest = series[2:]
    assert pandas.restore(honest) is honest


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_readings(type_: object) -> None:
    series = pd.Series([DISGUISED, None], [7, 8], type_)
    read = pandas.read(series)
    assert list(read.index) == [7, 8]
    assert list(read.columns) == ["text", "obfuscated", "score", "families", "edits"]
    assert read["text"].dtype == series.dtype
    assert read.loc[7, "text"] == HONEST
    assert read.loc[7, "families"] == ["faux", "lookalike", "stylised"]
    assert read.loc[8].isna().all()


def test_what_is_missing_stays_as_it_is_missing() -> None:
    series = pd.Series([DISGUISED, None, float("nan"), pd.NA], dtype=object)
    restored = pandas.restore(series)
    assert restored[0] == HONEST
    assert restored[1] is None
    assert restored[3] is pd.NA


def test_what_holds_no_strings_is_refused() -> None:
    with pytest.raises(TypeError, match="the series holds a int, not only strings"):
        pandas.restore(pd.Series(["text", 1]))
    with pytest.raises(TypeError, match="a DataFrame is no pandas Series"):
        pandas.restore(pd.DataFrame({"text": ["text"]}))
