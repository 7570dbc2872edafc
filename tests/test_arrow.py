"""Arrow arrays: what is not changed is not copied, and what is no array of strings is refused."""

import sys
from dataclasses import dataclass
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from samples import DISGUISED, HONEST
from test_doors import TYPES, OnlyArray, OnlyStream
from unspoof import Reader

READER = Reader()


def addresses(array: pa.Array) -> list[int | None]:
    return [buffer and buffer.address for buffer in array.buffers()]


@pytest.mark.parametrize("type_", TYPES, ids=str)
@pytest.mark.parametrize(
    "rows", [[], [None], [""], [HONEST, None, "plain", "日本語", "🙂"]], ids=str
)
def test_the_same_object_comes_back_where_nothing_changes(
    rows: list[str | None], type_: pa.DataType
) -> None:
    array = pa.array(rows, type_)
    chunked = pa.chunked_array([array, array[1:]], type_)
    series = pl.Series("name", rows, pl.String)
    empty = pa.chunked_array([], type_)
    for given in (array, array[1:], chunked, empty, OnlyArray(array), series, series[1:]):
        assert READER.restore_arrow(given) is given


def test_a_stream_that_is_used_up_comes_back_whole() -> None:
    result = READER.restore_arrow(OnlyStream(pa.chunked_array([["plain", None]])))
    assert pa.chunked_array(result).to_pylist() == ["plain", None]


def test_rows_that_stay_are_not_copied_where_they_need_not_be() -> None:
    views = pa.array([HONEST, DISGUISED, None, HONEST], pa.string_view())
    result = READER.restore_arrow(views)
    # Nulls and views come first; then the old texts, where they were, and the new one.
    assert addresses(result)[2:-1] == addresses(views)[2:]
    assert result.buffers()[-1].size == len(HONEST.encode())
    chunked = pa.chunked_array([[HONEST], [DISGUISED], ["plain", None]])
    result = READER.restore_arrow(chunked)
    for n in (0, 2):
        assert addresses(result.chunk(n))[1:] == addresses(chunked.chunk(n))[1:]


def test_results_outlive_what_they_were_made_of() -> None:
    for type_ in TYPES:
        array = pa.array([HONEST, DISGUISED], type_)
        result = READER.restore_arrow(pa.chunked_array([array, array[:1]]))
        stream = READER.restore_arrow(OnlyStream(pa.chunked_array([array])))
        del array
        assert result.to_pylist() == [HONEST, HONEST, HONEST]
        assert pa.chunked_array(stream).to_pylist() == [HONEST, HONEST]


def test_types_that_are_strings_underneath_come_back_as_they_were() -> None:
    array = pa.ExtensionArray.from_storage(pa.json_(pa.string()), pa.array(['"ɑ frее mеаl"']))
    result = READER.restore_arrow(array)
    assert result.type == array.type
    assert result.storage.to_pylist() == ['"a free meal"']


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (None, "a NoneType is no Arrow array.*restore_batch"),
        (["text"], "a list is no Arrow array.*restore_batch takes a list of str"),
        ("text", "a str is no Arrow array"),
        (pa.array([1]), r"Int64 holds no strings; cast it first.*pyarrow\.string\(\)"),
        (pa.array([b"bytes"]), "Binary holds no strings; cast"),
        (pa.array([None]), "Null holds no strings; cast"),
        (pa.array(["text"]).dictionary_encode(), "Dictionary.* holds no strings; cast"),
        (pa.array([["text"]]), "List.* holds no strings"),
        (pa.table({"column": ["text"]}), "Struct.* holds no strings; give one of its columns"),
        (pa.record_batch({"column": ["text"]}), "Struct.*give one of its columns"),
        (pl.DataFrame({"column": ["text"]}), "Struct.*give one of its columns"),
        (pl.Series(["text"], dtype=pl.Categorical), r"Dictionary.*polars\.String"),
        (pl.Series([1]), "Int64 holds no strings"),
    ],
)
def test_what_is_no_array_of_strings_is_refused(given: Any, complaint: str) -> None:
    for verb in (READER.restore_arrow, READER.read_arrow):
        with pytest.raises(TypeError, match=complaint):
            verb(given)


@dataclass
class Broken:
    """Says that it is an array, and gives something else."""

    capsules: Any

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        del requested_schema
        return self.capsules


def test_what_is_no_capsule_of_arrow_is_refused() -> None:
    array = pa.array(["text"])
    schema, _ = array.__arrow_c_array__()
    wrong: list[Any] = [None, (), (1, 2), (schema, schema), schema]
    for given in wrong:
        with pytest.raises((TypeError, ValueError)):
            READER.restore_arrow(Broken(given))
    once = Broken(array.__arrow_c_array__())
    assert READER.restore_arrow(once) is once
    with pytest.raises(ValueError, match="used up"):
        READER.restore_arrow(once)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("profile", ["careful", "full"])
@pytest.mark.parametrize(
    "bad", [b"\xff", b"caf\xc3", b"\xed\xa0\x80", HONEST.encode()[:-1] + b"\xe9"]
)
def test_rows_that_are_not_utf8_are_named(bad: bytes, profile: Any, threads: int) -> None:
    rows = [HONEST.encode(), DISGUISED[:200].encode(), None, bad, HONEST.encode(), bad] * 9
    for bytes_, text in ((pa.binary(), pa.string()), (pa.binary_view(), pa.string_view())):
        array = pa.array(rows, bytes_).view(text)
        with pytest.raises(ValueError, match="row 3 is not UTF-8"):
            Reader(profile).restore_arrow(array, threads=threads)
        chunked = pa.chunked_array([array[:2], array[4:5], array[5:]])
        with pytest.raises(ValueError, match="row 3 is not UTF-8"):
            Reader(profile).restore_arrow(chunked, threads=threads)
        with pytest.raises(ValueError, match="row 3 is not UTF-8"):
            Reader(profile).read_arrow(chunked, threads=threads)
        # Where the row is null, or outside of the slice, nobody asks.
        assert READER.restore_arrow(array[4:5]).to_pylist() == [HONEST]


def test_offsets_that_lead_outside_are_an_error() -> None:
    for offsets in ([0, 5, 3], [3, 2, 3]):
        buffers = [
            None,
            pa.py_buffer(pa.array(offsets, pa.int32()).buffers()[1]),
            pa.py_buffer(b"abc"),
        ]
        array = pa.Array.from_buffers(pa.string(), 2, buffers)
        with pytest.raises(ValueError, match="row 0 lies outside"):
            READER.restore_arrow(array)


def view(length: int, rest: bytes) -> bytes:
    """A view as it lies in memory: how long the row is, and the row or where it stands."""
    return length.to_bytes(4, sys.byteorder) + rest.ljust(12, b"\0")


def long_view(row: bytes, offset: int, prefix: bytes | None = None) -> bytes:
    """A view of a row in the first of the array's buffers."""
    place = (0).to_bytes(4, sys.byteorder) + offset.to_bytes(4, sys.byteorder)
    return view(len(row), (prefix or row[:4]) + place)


def views(rows: list[bytes], text: bytes, nulls: int | None = None) -> pa.Array:
    """An array as a producer may have made it, which pyarrow does not look at."""
    valid = None if nulls is None else pa.py_buffer(bytes([nulls]))
    buffers = [valid, pa.py_buffer(b"".join(rows)), pa.py_buffer(text)]
    return pa.Array.from_buffers(pa.string_view(), len(rows), buffers)


OUTSIDE = view(2_000_000_000, b"...." + b"\x7f" * 8)


def test_what_lies_under_a_null_is_never_looked_at() -> None:
    rows = [HONEST.encode(), DISGUISED.encode()]
    text = b"".join(rows)
    shown = [long_view(rows[0], 0), OUTSIDE, long_view(rows[1], len(rows[0])), OUTSIDE]
    given = views([shown[0], OUTSIDE], text, nulls=0b01)
    assert READER.restore_arrow(given) is given
    for threads in (1, 2):
        result = READER.restore_arrow(views(shown, text, nulls=0b0101), threads=threads)
        assert result.to_pylist() == [HONEST, None, HONEST, None]
        result.validate(full=True)


def test_a_view_that_leads_outside_is_an_error() -> None:
    row = DISGUISED.encode()
    with pytest.raises(ValueError, match="row 1 lies outside"):
        READER.restore_arrow(views([long_view(row, 0), OUTSIDE], row))


def test_a_view_that_is_not_as_the_format_has_it_is_an_error() -> None:
    row = DISGUISED.encode()
    wrong = long_view(HONEST.encode(), len(row), prefix=b"else")
    given = views([long_view(row, 0), wrong], row + HONEST.encode())
    with pytest.raises(ValueError, match=r"the array's own data are damaged: .*[Pp]refix"):
        READER.restore_arrow(given)


def test_nothing_is_kept() -> None:
    pool = pa.default_memory_pool()
    before = pool.bytes_allocated()
    for type_ in TYPES:
        array = pa.array([HONEST, DISGUISED, None], type_)
        for given in (array, OnlyArray(array), OnlyStream(pa.chunked_array([array]))):
            result = READER.restore_arrow(given)
            del result, given
        with pytest.raises(TypeError):
            READER.restore_arrow(array.cast(pa.large_binary()))
        del array
    assert pool.bytes_allocated() == before
