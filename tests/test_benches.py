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


def test_a_cluster_is_the_measured_speed_multiplied(bench: Load, tmp_path: Path) -> None:
    report = bench("scale_report")

    def run(engine: str, workers: int, size: int, seconds: float) -> dict[str, object]:
        told = {"engine": engine, "workers": workers, "bytes": size, "seconds": seconds}
        found = {"disguised, read": 1, "honest, read as disguised": 1, "read as disguised": 2}
        return {**told, "mb_s": size / 1e6 / seconds, **found}

    record = {
        "run": "now",
        "commit": "none",
        "load": "0.0",
        "machine": {"cores": 2},
        "corpus": {
            "bytes": 4 * 10**9,
            "compressed": 2 * 10**9,
            "documents": 10,
            "disguised": 1,
            "faulty": 3,
            "languages": 79,
            "lines": 1_000,
            "share": 0.1,
        },
        "runs": [
            run("bare", 1, 10**9, 90),
            run("copy", 1, 10**9, 10),
            run("local", 1, 10**9, 100),
            run("bare", 2, 4 * 10**9, 180),
            run("loop", 2, 4 * 10**9, 250),
            run("local", 2, 4 * 10**9, 200),
            run("ray", 2, 4 * 10**9, 400),
        ],
    }
    told = report.arithmetic(record)
    assert "= 10 MB/s of text" in told
    assert "= 2,778\n" in told  # 10^14 bytes at 10 MB/s
    assert "= 0.868\n" in told
    assert "= 320 MB/s" in told
    assert "2 workers are 2.00 times as fast as one." in report.scaling(record)
    assert "gets to 0.90 of the bare function" in report.scaling(record)
    of = [report.share(record, one, "bare") for one in record["runs"]]
    assert of == [None, None, pytest.approx(0.9), None, *map(pytest.approx, (0.72, 0.9, 0.45))]
    of = [report.share(record, one, "loop") for one in record["runs"]]
    assert of == [None] * 5 + [pytest.approx(1.25), pytest.approx(0.625)]
    first = report.write(record, tmp_path, "2026-01-01")
    second = report.write(record, tmp_path, "2026-01-01")
    assert (first.name, second.name) == ("2026-01-01-scale", "2026-01-01-scale-2")
    assert "5,556" in second.with_suffix(".md").read_text(encoding="utf-8")


def test_lines_with_words_of_two_alphabets_are_no_honest_text(bench: Load) -> None:
    is_faulty = bench("corpora")._is_faulty
    for line in ("Я читaю книгу.", "Ən yахşı gün", "Rɑмos ιs ιn tɑlкs", "a ｆｒｅｅ gift"):
        assert is_faulty(line), line
    for line in ("Я читаю the book.", "5 µm und α-Strahlen", "Ən yaxşı gün", "日本語 text"):
        assert not is_faulty(line), line
