"""A reading without the changes that a person rejected is a reading still."""

import doctest

import pytest

import unspoof
from samples import DISGUISED
from unspoof import _accepted
from unspoof._accepted import accepted


def test_the_docstring() -> None:
    assert doctest.testmod(_accepted).attempted > 0
    assert not doctest.testmod(_accepted).failed


def test_nothing_rejected_is_the_same_reading() -> None:
    reading = unspoof.read(DISGUISED)
    assert accepted(reading, []) == reading


def test_what_is_rejected_stands_as_it_was() -> None:
    reading = unspoof.read(DISGUISED)
    rejected = [index for index, edit in enumerate(reading.edits) if edit.original == "ɑ"]
    left = accepted(reading, [*rejected, rejected[0]])
    assert left.text == reading.text.replace("a", "ɑ")
    assert left.undo() == DISGUISED
    assert left.edits == tuple(edit for edit in reading.edits if edit.original != "ɑ")
    assert list(left.scheme) == [row for row in reading.scheme if row.glyph != "ɑ"]
    assert (left.score, left.languages, left.scripts) == (
        reading.score,
        reading.languages,
        reading.scripts,
    )
    fewer = accepted(reading, rejected[:3])
    count = {row.glyph: row.count for row in reading.scheme}["ɑ"]
    assert {row.glyph: row.count for row in fewer.scheme}["ɑ"] == count - 3
    counts = [row.count for row in fewer.scheme]
    assert counts == sorted(counts, reverse=True)


def test_all_rejected_is_nothing_disguised() -> None:
    reading = unspoof.read("Rɑмos ιs ιn tɑlкs\U000e0068\U000e0069")
    left = accepted(reading, range(len(reading.edits)))
    assert (left.text, left.obfuscated, left.score, left.scheme) == (reading.original, False, 0, ())
    assert left.hidden == reading.hidden


def test_an_edit_that_there_is_not_is_said() -> None:
    reading = unspoof.read("plain")
    for index in (0, -1):
        with pytest.raises(IndexError, match="the reading has 0"):
            accepted(reading, [index])
