"""Restoring what was restored changes nothing more."""

import pytest
from hypothesis import given

import strategies
from case_files import load
from unspoof import Reader


@given(strategies.READERS, strategies.texts)
def test_restoring_twice_is_restoring_once(reader: Reader, text: str) -> None:
    once = reader.restore(text)
    assert reader.restore(once) is once


@pytest.mark.parametrize("profile", ["careful", "full"])
def test_so_it_is_of_every_case(profile: str) -> None:
    reader = Reader(profile)  # type: ignore[arg-type]
    for case in load():
        once = reader.restore(case.input)
        assert reader.restore(once) is once, case.id
