"""Every line of Unicode's confusables (UTS #39), as benches/confusables.py reads it."""

import importlib
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

import unspoof
from unicode.files import FOLDER, characters, lines
from unicode.promises import READERS, held
from unspoof import _core

BENCHES = Path(__file__).parent.parent.parent / "benches"

# The lines whose target is an ASCII letter that is not among our readings, and why.
NOT_READ = {
    "\u017f": "the long s is read as s, which it is",
    "\u21bf": "an arrow, in no word",
    "\u2373": "a sign of APL, in no word",
    "\u2374": "a sign of APL, in no word",
    "\u237a": "a sign of APL, in no word",
    "\u23fd": "the sign on a switch, in no word",
    "\ua7fa": "LATIN LETTER SMALL CAPITAL TURNED M, read as m",
    "\U0001d6a4": "the italic dotless i, read as that",
    "\U0001f74c": "a sign of alchemy, in no word",
    "\U0001f768": "a sign of alchemy, in no word",
}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHES))
    return importlib.import_module("confusables")


@pytest.fixture
def table(bench: ModuleType) -> dict[str, str]:
    try:
        found: dict[str, str] = bench.table()
    except (LookupError, FileNotFoundError) as error:
        pytest.skip(f"cargo does not know where the crate with the table is: {error}")
    assert len(found) > 6000
    return found


def test_every_source_alone_is_left_alone(table: dict[str, str]) -> None:
    for source in table:
        for reader in READERS:
            assert reader.restore(source) is source, ascii(source)


def test_every_promise_is_kept_of_all_sources_together(table: dict[str, str]) -> None:
    for reader in READERS:
        held(reader, "".join(table))
        held(reader, " ".join(f"wo{source}rd" for source in table))


def test_every_latin_letter_of_the_table_is_among_our_readings(table: dict[str, str]) -> None:
    readings = defaultdict(set)
    for glyph, _, reading, *_ in _core.readings():
        readings[glyph].add(reading)
    latin = {a: b for a, b in table.items() if len(b) == 1 and b.isascii() and b.isalpha()}
    assert len(latin) > 1400
    missing = {source for source, target in latin.items() if target not in readings[source]}
    assert missing == set(NOT_READ), ascii(missing ^ set(NOT_READ))


def test_the_page_says_what_comes_of_each_line(bench: ModuleType, table: dict[str, str]) -> None:
    assert bench.PAGE.read_text(encoding="utf-8") == bench.page(list(bench.lines(table)))


def test_intentional_pairs_are_alike_and_left_alone() -> None:
    """Two letters drawn alike on purpose have one skeleton, and neither alone is changed."""
    if not (FOLDER / "security" / "intentional.txt").exists():
        pytest.skip("no package of Debian 12 or PyPI carries Unicode's security/intentional.txt")
    pairs = [
        tuple(map(characters, line.split(";")[:2])) for line in lines("security/intentional.txt")
    ]
    for one, other in pairs:
        assert unspoof.skeleton(one) == unspoof.skeleton(other), ascii((one, other))
        for reader in READERS:
            assert reader.restore(one) is one
            assert reader.restore(other) is other
