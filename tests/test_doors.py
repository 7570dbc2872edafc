"""Every door gives the same answer: str, lists, and Arrow arrays of every kind."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import polars as pl
import pyarrow as pa
import pytest

from case_files import load
from samples import DISGUISED, HONEST
from unspoof import Reader

Profile = Literal["careful", "full"]
PROFILES: list[Profile] = ["careful", "full"]
TYPES = [pa.string(), pa.large_string(), pa.string_view()]
TEXTS = ["", *(case.input for case in load()), HONEST, DISGUISED, DISGUISED[:200]]
# Nulls at both ends, and short texts between, which views hold in themselves.
ROWS: list[str | None] = [None]
for _text in TEXTS:
    ROWS += [_text, None, _text[:5]] if len(_text) % 3 else [_text]
ROWS.append(None)
# Some that change, and some that do not.
SOME = [*ROWS[:60], *ROWS[-60:]]


@cache
def restored(profile: Profile) -> dict[str | None, str | None]:
    """What the door for one `str` makes of each text."""
    reader = Reader(profile)
    rows = [*ROWS, "plain"]
    return {None: None} | {row: reader.restore(row) for row in rows if row is not None}


def expected(profile: Profile, rows: list[str | None]) -> list[str | None]:
    return [restored(profile)[row] for row in rows]


@dataclass
class OnlyArray:
    """An array of a library that nobody knows."""

    array: Any

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        return self.array.__arrow_c_array__(requested_schema)


@dataclass
class OnlyStream:
    """A stream of a library that nobody knows, which is used up when it has been read."""

    chunks: Any

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        chunks, self.chunks = self.chunks, None
        return chunks.__arrow_c_stream__(requested_schema)


def test_the_cases_can_be_rows_of_arrow() -> None:
    assert sum(row != restored("careful")[row] for row in SOME) > 10
    assert sum(text != restored("careful")[text] for text in TEXTS) > 100
    for text in TEXTS:
        text.encode()


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("profile", PROFILES)
def test_lists(profile: Profile, threads: int) -> None:
    reader = Reader(profile)
    results = reader.restore_batch(TEXTS, threads=threads)
    assert results == expected(profile, list(TEXTS))
    for text, result in zip(TEXTS, results, strict=True):
        assert (result is text) == (result == text)


@pytest.mark.parametrize("profile", PROFILES)
def test_lists_of_readings(profile: Profile) -> None:
    reader = Reader(profile)
    readings = reader.read_batch(TEXTS)
    assert readings == [reader.read(text) for text in TEXTS]
    for text, reading in zip(TEXTS, readings, strict=True):
        assert reading.original is text
        assert reading.text == restored(profile)[text]
        assert (reading.text is text) == (not reading.edits)


@pytest.mark.parametrize("type_", TYPES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
def test_arrays(profile: Profile, type_: pa.DataType) -> None:
    reader = Reader(profile)
    array = pa.array(ROWS, type_)
    for start, end in [(0, len(ROWS)), (7, 100)]:
        result = reader.restore_arrow(array[start:end])
        result.validate(full=True)
        assert result.type == type_
        assert result.to_pylist() == expected(profile, ROWS[start:end])


@pytest.mark.parametrize("type_", TYPES, ids=str)
@pytest.mark.parametrize("profile", PROFILES)
def test_readings_of_arrays(profile: Profile, type_: pa.DataType) -> None:
    reader = Reader(profile)
    alone = {row: reader.read(text) for row, text in enumerate(SOME) if text is not None}
    expected = {row: reading for row, reading in alone.items() if reading.edits}
    array = pa.array(SOME, type_)
    chunked = pa.chunked_array([array[:0], array[:50], array[50:]], type_)
    for given in (array, chunked, pl.Series(SOME), OnlyArray(array), OnlyStream(chunked)):
        readings = reader.read_arrow(given)
        assert readings == expected
        assert list(readings) == sorted(expected)
        assert all(
            reading.text == restored(profile)[SOME[row]] for row, reading in readings.items()
        )
    sliced = {row - 7: reading for row, reading in expected.items() if 7 <= row < 40}
    assert reader.read_arrow(array[7:40], threads=2) == sliced
    assert reader.read_arrow(pa.array([], type_)) == {}


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_chunked_arrays(type_: pa.DataType) -> None:
    rows = SOME
    array = pa.array(rows, type_)
    plain = pa.array(["plain", None], type_)
    chunked = pa.chunked_array([array[:0], array[:50], plain, array[50:]])
    result = Reader().restore_arrow(chunked)
    result.validate(full=True)
    assert result.type == type_
    assert [len(chunk) for chunk in result.chunks] == [len(chunk) for chunk in chunked.chunks]
    expected_rows = [*rows[:50], "plain", None, *rows[50:]]
    assert result.to_pylist() == expected("careful", expected_rows)


def test_series_of_polars() -> None:
    series = pl.Series("texts", SOME)
    for given in (series, series[3:100], pl.concat([series, series], rechunk=False)):
        result = Reader().restore_arrow(given)
        assert isinstance(result, pl.Series)
        assert result.name == "texts"
        assert result.dtype == pl.String
        assert result.to_list() == expected("careful", given.to_list())
        assert result.n_chunks() == given.n_chunks()


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_arrays_of_any_library(type_: pa.DataType) -> None:
    rows = SOME
    result = Reader().restore_arrow(OnlyArray(pa.array(rows, type_)))
    assert len(result) == len(rows)
    assert pa.array(result).to_pylist() == expected("careful", rows)
    assert pl.Series(result).to_list() == expected("careful", rows)
    result = Reader().restore_arrow(OnlyStream(pa.chunked_array([rows, rows], type_)))
    assert len(result) == 2 * len(rows)
    for _ in range(2):
        assert pa.chunked_array(result).to_pylist() == 2 * expected("careful", rows)
    assert pl.Series(result).to_list() == 2 * expected("careful", rows)
