"""Edits put into a text by hand, and taken out again."""

import pytest

import unspoof
from samples import DISGUISED
from unspoof import Edit


def test_no_edits_give_the_same_object_back() -> None:
    text = "cɑt"
    assert unspoof.apply(text, ()) is text
    assert unspoof.read("plain").undo("plain") == "plain"


@pytest.mark.parametrize(
    ("original", "edits", "expected"),
    [
        ("cɑt", [Edit(1, 2, "ɑ", "a")], "cat"),
        ("ɑ", [Edit(0, 1, "ɑ", "")], ""),
        ("x\u200b\u200by", [Edit(1, 3, "\u200b\u200b", "")], "xy"),
        ("ab", [Edit(0, 1, "a", "AA"), Edit(1, 2, "b", "BB")], "AABB"),
        ("ab", [Edit(1, 1, "", "-")], "a-b"),
        ("\ud800ɑ🙂", [Edit(1, 2, "ɑ", "a"), Edit(2, 3, "🙂", "é")], "\ud800aé"),
        ("", [], ""),
    ],
)
def test_apply(original: str, edits: list[Edit], expected: str) -> None:
    assert unspoof.apply(original, edits) == expected
    assert unspoof.apply(original, iter(edits)) == expected


@pytest.mark.parametrize(
    ("edits", "complaint"),
    [
        ([Edit(1, 2, "b", "x"), Edit(0, 1, "a", "x")], "edit 1 starts at 0.*sorted"),
        ([Edit(0, 2, "ab", "x"), Edit(1, 2, "b", "x")], "edit 1 starts at 1.*overlap"),
        ([Edit(2, 4, "cd", "x")], "edit 0 covers 2..4, but the text has 3 code points"),
        ([Edit(9, 9, "", "x")], "edit 0 covers 9..9"),
        ([Edit(0, 1, "b", "x")], "edit 0 replaces 'b', but at 0..1 the text has 'a'"),
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: list[Edit], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        unspoof.apply("abc", edits)


@pytest.mark.parametrize("edits", [None, 1, ["edit"], [("start", 1)]])
def test_what_is_not_edits_is_refused(edits: object) -> None:
    with pytest.raises(TypeError):
        unspoof.apply("abc", edits)  # type: ignore[arg-type]


def test_undo_is_the_way_back() -> None:
    reading = unspoof.read(DISGUISED)
    assert reading.undo() == reading.undo(reading.text) == DISGUISED


def test_undo_of_another_text_is_refused() -> None:
    reading = unspoof.read(DISGUISED)
    with pytest.raises(ValueError, match="edit"):
        reading.undo("another text")
    with pytest.raises(TypeError):
        reading.undo(1)  # type: ignore[arg-type]
