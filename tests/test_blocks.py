"""Where a long stream is cut, and what no cut tears apart."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoof.cli._blocks import blocks

SIZE = 1024
PIECES = st.sampled_from(
    [
        "a",
        "é",
        "日本",
        "🇸🇪",
        "👩\u200d👩\u200d👧",
        "e\u0301\u0302",
        "क्षि",
        "\r\n",
        "\n",
        "\r",
        " ",
        "한",
        "x" * 700,
    ]
)


def cut(data: bytes, size: int = SIZE) -> list[bytes]:
    """The blocks, their offsets checked."""
    found, at = [], 0
    for offset, block in blocks(io.BytesIO(data).read, size):
        assert offset == at
        found.append(block)
        at += len(block)
    return found


@given(st.lists(PIECES, max_size=4000))
def test_blocks_are_the_stream_and_bounded(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    found = cut(data)
    assert b"".join(found) == data
    for block in found[:-1]:
        block.decode()
        assert 0 < len(block) <= SIZE + 1  # one more where a line ends with two characters
    assert len(found[-1]) <= SIZE * 3 // 2
    for block, following in pairwise(found):
        assert not (block.endswith(b"\r") and following.startswith(b"\n"))


@pytest.mark.parametrize("length", [0, 1, SIZE, SIZE * 3 // 2])
def test_a_short_stream_is_one_block(length: int) -> None:
    data = (b"line\n" * SIZE)[:length]
    assert cut(data) == [data]


def test_the_last_block_is_no_small_remainder() -> None:
    for length in range(SIZE * 3 // 2 + 1, SIZE * 4, 37):
        assert len(cut((b"lines\n" * SIZE)[:length])[-1]) > SIZE // 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blocks_end_where_lines_do(end: str) -> None:
    line = ("seven words stand here on every line" + end).encode()
    for block in cut(line * 200):
        assert len(block) % len(line) == 0


def test_a_longer_line_is_cut_after_a_space() -> None:
    assert all(block.endswith(b" ") for block in cut(b"word " * 1000))


@pytest.mark.parametrize(
    "cluster", ["日", "é", "e\u0301\u0302\u0303", "क्षि", "👩\u200d🔬a", "🇸🇪a", "a\ufe0f"]
)
def test_without_a_space_between_clusters(cluster: str) -> None:
    found = cut((cluster * 2000).encode())
    assert len(found) > 2
    for block in found:
        assert block.startswith((cluster.encode(), b"a"))


def test_marks_piled_without_end_are_cut_all_the_same() -> None:
    data = ("a" + "\u0301" * 200_000).encode()
    found = cut(data, 70_000)
    assert b"".join(found) == data
    assert [block.decode() for block in found]
    assert max(map(len, found)) <= 105_000


@given(st.binary(min_size=2 * SIZE, max_size=8 * SIZE))
def test_bytes_of_any_kind_are_cut_into_what_they_were(data: bytes) -> None:
    assert b"".join(cut(data)) == data
