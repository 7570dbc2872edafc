"""Lines of a text beside lines of its reading: nothing lost, nothing twice, numbers right."""

import re
import time

from hypothesis import given
from hypothesis import strategies as st

import unspoof
from unspoof import Edit, Reading, _core
from unspoof._places import Places
from unspoof._rows import Fold, Gap, Piece, Row, folded, pieces, rows, shortened

TEXT = st.text(alphabet="ab c\n\r", max_size=40)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text with any edits, those over line ends among them."""
    text = draw(TEXT)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = tuple(
        Edit(start, end, text[start:end], draw(st.sampled_from(["", "x", "yz"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    return _core._reading(text, edits, 1.0, (), (), (), ())


def stands(pieces: tuple[Piece, ...]) -> str:
    return "".join(
        "".join(edit.original for edit in piece) if isinstance(piece, tuple) else str(piece)
        for piece in pieces
    )


def lines(text: str) -> list[str]:
    found = re.split("\r\n|\r|\n", text)
    return found[:-1] if text and not found[-1] else found


@given(readings())
def test_every_line_is_in_one_row(reading: Reading) -> None:
    found = list(rows(reading))
    told = [number for row in found for number in range(row.first, row.last + 1)]
    assert told == list(range(1, len(lines(reading.original)) + 1))
    for row in found:
        if row.first == row.last:
            taken = [edit for piece in row.pieces if isinstance(piece, tuple) for edit in piece]
            if not any(re.search("[\r\n]", edit.original) for edit in taken):
                assert stands(row.pieces) == lines(reading.original)[row.first - 1]


@given(readings())
def test_every_edit_is_in_one_row(reading: Reading) -> None:
    told = [
        edit
        for row in rows(reading)
        for piece in row.pieces
        if isinstance(piece, tuple)
        for edit in piece
    ]
    assert tuple(told) == reading.edits


@given(readings())
def test_the_pieces_are_the_text(reading: Reading) -> None:
    assert stands(tuple(pieces(reading))) == reading.original


@given(readings(), st.integers(0, 3))
def test_folding_leaves_out_no_change_and_no_single_line(reading: Reading, context: int) -> None:
    found = list(folded(rows(reading), context))
    told = [number for row in found for number in range(row.first, row.last + 1)]
    assert told == list(range(1, len(lines(reading.original)) + 1))
    changed = [row.first for row in rows(reading) if row.changed]
    for row in found:
        if isinstance(row, Fold):
            assert row.last > row.first
            for number in changed:
                assert number + context < row.first or number - context > row.last


def test_long_stretches_lose_their_middle() -> None:
    edit = (Edit(10, 11, "ɑ", "a"),)
    row = Row(1, 1, ("b" * 50, edit, "c" * 50, edit, "d" * 50))
    assert shortened(row, 5).pieces == (
        Gap(45),
        "b" * 5,
        edit,
        "c" * 5,
        Gap(40),
        "c" * 5,
        edit,
        "d" * 5,
        Gap(45),
    )
    assert shortened(Row(1, 1, ("b" * 50,)), 5).pieces == ("bbbbb", Gap(45))
    assert shortened(row, 50) == row


@given(TEXT, st.integers(0, 40))
def test_places_are_those_of_an_editor(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = Places(text)(offset)
    before = re.split("\r\n|\r|\n", text[:offset])
    if text[offset - 1 : offset + 1] != "\r\n":  # nobody stands between the two
        assert (line, column) == (len(before), len(before[-1]) + 1)


def test_places_read_as_people_write_them() -> None:
    assert str(Places("one\r\ntwo")(6)) == "2:2"


def test_a_reading_of_the_reader_is_in_rows() -> None:
    found = list(rows(unspoof.read("plain\nRɑмos ιs ιn tɑlкs\n")))
    assert [(row.first, row.changed, row.text) for row in found] == [
        (1, False, "plain"),
        (2, True, "Ramos is in talks"),
    ]


def test_a_text_of_which_no_line_end_stays_is_one_row_soon() -> None:
    count = 30_000  # looking at all edits again for each line would take half a minute
    edits = tuple(Edit(at, at + 1, "\n", "") for at in range(1, 2 * count, 2))
    start = time.perf_counter()
    (row,) = rows(_core._reading("a\n" * count, edits, 1.0, (), (), (), ()))
    assert time.perf_counter() - start < 5
    assert (row.first, row.last, len(row.pieces)) == (1, count, 2 * count)
