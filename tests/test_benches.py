"""What the benchmarks work out, as far as that needs neither the scored sets nor the peers."""

import importlib
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import unspoof

Load = Callable[[str], ModuleType]
BENCHES = Path(__file__).parent.parent / "benches"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Imports a script of benches/, which find each other by their bare names."""
    monkeypatch.syspath_prepend(str(BENCHES))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    return load


def test_core_hours_are_bytes_by_speed(bench: Load) -> None:
    costs = bench("costs")
    assert costs.core_hours(3.6e12, 0, 1000, 1) == pytest.approx(1)
    assert costs.core_hours(3.6e12, 0.5, 1000, 100) == pytest.approx(0.5 + 5)


def test_hostile_texts_are_as_long_as_asked(bench: Load) -> None:
    for name, kind in bench("hostile").HOSTILE.items():
        for length in (3_000, 6_000):
            text = kind.make(length)
            assert length <= len(text) <= 1.1 * length, name
            text.encode()


def test_a_slow_reader_is_given_less(bench: Load) -> None:
    fitted = bench("timing").fitted

    def slow(text: str) -> str:
        time.sleep(1e-5 * len(text))
        return text

    texts = ["x" * 100] * 1000
    some = fitted(slow, texts, 0.05)
    assert 0 < len(some) < len(texts)
    assert some == texts[: len(some)]
    assert len(fitted(slow, texts, 0.05, 200)) >= 200
    (piece,) = fitted(slow, ["x" * 1_000_000], 0.05)
    assert 100 <= len(piece) < 100_000
    assert fitted(str, texts, 60) == texts


def test_words_of_the_gold_are_placed_in_the_line(bench: Load) -> None:
    find = bench("find")
    assert find.aligned("f r e e gift", "free gift", False) == [(0, 7), (8, 12)]
    assert find.aligned("f-r-e-e gift", "free gift", False) == [(0, 7), (8, 12)]
    assert find.aligned("ʇɟᴉƃ ɐ", "a gift", True) == [(5, 6), (0, 4)]
    assert find.aligned("other words", "free", False) is None
    needles = list(find.needles_of("a ƒгее gift", "a free gift", [(0, 1), (2, 6), (7, 11)]))
    assert [needle.text for needle in needles] == ["free", "a free", "free gift", "a free gift"]
    assert needles[2].span == (2, 11)
    assert find.seen("\u200bx\bfree\u200b", (0, 8)) == (3, 7)


def test_matches_are_held_against_a_plain_search(bench: Load) -> None:
    find = bench("find")
    text = "a cafe\u0301, a cafe and free tea"
    plain = find.plainly(text, ["cafe", "a caf", "tea", "milk"])
    assert plain == [(0, 5, "a caf"), (9, 14, "a caf"), (25, 28, "tea")]
    found = unspoof.find(text, ["cafe", "a caf", "tea", "milk"])
    assert find.compare(found, plain) == (0, 0)
    assert find.compare(found[:-1], plain) == (0, 1)
    assert find.compare([*found, unspoof.Match(20, 24, "fee", "free")], plain) == (1, 0)
