"""Skeletons by UTS #39: what looks alike, which is not what a text says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unspoof
from unspoof import _core

ANY = st.text(st.characters() | st.sampled_from("\ud800\udfff\u200b\u202emαс"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("paypal", "\u0440\u0430ypal"),
        ("\u00e9", "e\u0301"),
        ("isAdmin", "is\u200bAdmin"),
        ("l0O1", "1O0l"),
        ("modern", "rnodern"),
    ],
)
def test_what_looks_alike_has_one_skeleton(one: str, other: str) -> None:
    assert unspoof.skeleton(one) == unspoof.skeleton(other)


def test_what_does_not_has_two() -> None:
    assert unspoof.skeleton("жук") != unspoof.skeleton("zhuk")
    assert unspoof.skeleton("") == ""


@given(ANY)
def test_the_skeleton_of_a_skeleton_is_itself(text: str) -> None:
    skeleton = unspoof.skeleton(text)
    assert unspoof.skeleton(skeleton) == skeleton


@given(ANY)
def test_what_the_checks_ask_has_an_answer_for_any_text(text: str) -> None:
    assert all(
        text[at] in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" for at in _core._unpaired(text)
    )
    assert sorted(set(_core._idle(text))) == _core._idle(text)
    assert _core._read_names(text).count("\n") == text.count("\n")
    assert isinstance(_core._restriction(text), str)


def test_other_things_than_text_are_refused() -> None:
    for wrong in (None, b"plain", 3):
        with pytest.raises(TypeError):
            unspoof.skeleton(wrong)  # type: ignore[arg-type]
