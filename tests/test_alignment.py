"""Spans of the restored text and of the original, one from the other."""

import random

import pytest

import unspoof
from samples import DISGUISED, HONEST
from unspoof import Edit, Reading, _core

FULL = unspoof.Reader(profile="full")


def within(reading: Reading, start: int, end: int) -> list[Edit]:
    """The edits inside a span of the original, for that span by itself."""
    inside = [edit for edit in reading.edits if start <= edit.start and edit.end <= end]
    return [
        Edit(edit.start - start, edit.end - start, edit.original, edit.restored, edit.family)
        for edit in inside
    ]


@pytest.mark.parametrize("kind", _core.kinds())
def test_what_a_span_maps_to_reads_as_the_span(kind: str) -> None:
    reading = FULL.read(unspoof.obfuscate(HONEST, kind, rate=0.3, seed=1).text)
    assert reading.edits
    several = any(len(edit.restored) > 1 for edit in reading.edits)
    draw = random.Random(kind)
    for _ in range(200):
        a, b = sorted(draw.sample(range(len(reading.text) + 1), 2))
        start, end = reading.to_original(a, b)
        there = unspoof.apply(reading.original[start:end], within(reading, start, end))
        if several:  # a boundary inside of these widens
            assert reading.text[a:b] in there
        else:
            assert there == reading.text[a:b]
        back = reading.to_restored(start, end)
        assert back[0] <= a < b <= back[1]


def test_every_span_of_a_page_under_one_scheme_stays_where_it_is() -> None:
    reading = unspoof.read(DISGUISED)
    for at in range(0, len(DISGUISED) - 9, 7):
        assert reading.to_original(at, at + 9) == reading.to_restored(at, at + 9) == (at, at + 9)


def test_marks_on_the_last_letter_are_a_part_of_it() -> None:
    reading = unspoof.read("E\u0337c\u0335h\u0336o\u0338\u0303, e\u0337c\u0335h\u0336o\u0338")
    assert reading.text == "Echo, echo"
    assert reading.to_original(0, 4) == (0, 9)
    assert reading.to_original(3, 4) == (6, 9)
    assert reading.to_restored(0, 9) == (0, 4)


def test_what_is_not_seen_beside_a_span_is_outside_of_it() -> None:
    reading = unspoof.read("one \u200btwo\u200b three\u200bfour")
    assert reading.text == "one two threefour"
    assert reading.to_original(4, 7) == (5, 8)
    assert reading.to_original(8, 17) == (10, 20)


def test_a_boundary_within_a_turned_word_widens_to_all_of_it() -> None:
    reading = unspoof.read("Say \u202eolleh\u202c now")
    assert reading.text == "Say hello now"
    assert reading.to_original(5, 6) == (4, 11)
    assert reading.to_original(0, 6) == (0, 11)
    assert reading.to_restored(6, 13) == (4, 11)


def test_the_places_of_a_pickled_reading_are_the_same() -> None:
    edits = (Edit(0, 1, "ñ", ""), Edit(1, 3, "ab", "xyz"), Edit(5, 6, "\u0301", "", "combining"))
    reading = _core._reading("ñabcd\u0301e", edits, 1.0, (), [], [], ())
    assert reading.text == "xyzcde"
    assert reading.to_original(3, 5) == (3, 6)
    assert reading.to_original(4, 6) == (4, 7)
    assert reading.to_original(1, 2) == (1, 3)


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 6), (6, 6)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    reading = unspoof.read("plain")
    for method in (reading.to_original, reading.to_restored):
        with pytest.raises(ValueError, match=r"is no span of a text of 5 code points"):
            method(*span)


def test_offsets_are_numbers() -> None:
    with pytest.raises(TypeError):
        unspoof.read("plain").to_original("0", 1)  # type: ignore[arg-type]
