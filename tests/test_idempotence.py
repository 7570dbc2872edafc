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


@pytest.mark.parametrize("profile", ["careful", "full"])
@pytest.mark.parametrize("selectors", ["\ufe0f", "\ufe04\ufe0f\ufe05", "\U000e0110\ufe0e"])
def test_a_pile_of_selectors_goes_at_once(profile: str, selectors: str) -> None:
    # Each stood first on its letter once the one before it had gone, and was dropped in its turn.
    reader = Reader(profile)  # type: ignore[arg-type]
    for count in (1, 5, 40):
        assert reader.restore(f"a b{selectors * count} or") == "a b or"


def test_layers_upon_layers_are_read_at_once() -> None:
    """Parted, turned, overridden: the override acted once the line was turned under it."""
    once = Reader("full").restore("ᴉ*ɐ\u200c\ufe08*ɹ \u0301ɹ\U000e0151\u202e")
    assert Reader("full").restore(once) is once


@pytest.mark.parametrize(
    "text",
    [
        "$\u2066w\u2066\u05d5\u2066\u064b\u2066\u2066$'ɐ\u2066ⓐ\u2066!\u0327",
        "\u05e9\u2066\u0301\u2066$$\u2066\u2066ⓐo)ⓐ\u2066ɐ tⓐ o\u2066!\u0327\u2066ⓐ",
    ],
)
def test_a_chain_of_layers_is_read_to_its_end(text: str) -> None:
    """A letter read frees it of what is unseen, that a mark, that a sign, and so on: five times."""
    once = Reader("full").restore(text)
    assert Reader("full").restore(once) is once
