"""The tables of readings that a person judges or reviews: model/curated/ and model/glyphs/."""

import itertools
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "model"
CURATED = [FOLDER / "curated" / "faux.tsv"]
SHAPES = FOLDER / "curated" / "shapes.tsv"
COLUMNS = ["codepoint", "glyph", "reading", "weight", "reason"]
FAMILIES = {"lookalike", "stylised"}
SOURCES = {"decomposition", "name", "confusable", "measured", "curated"}


def _table(path: Path) -> tuple[list[str], list[list[str]]]:
    """The names of the columns, and the rows."""
    *lines, rest = path.read_text(encoding="utf-8").split("\n")
    assert rest == "", "a last line end"
    head, *rows = (line.split("\t") for line in lines if not line.startswith("# "))
    return head, rows


def _script(char: str) -> str:
    """The script a character of a reading counts for."""
    if char.isascii():
        return "LATIN" if char.isalpha() else "DIGIT" if char.isdigit() else "PUNCTUATION"
    return unicodedata.name(char).partition(" ")[0]


def _target(reading: str) -> str:
    """The script a reading counts for: that of its letters, if it has any."""
    scripts = {_script(char) for char in reading}
    letters = scripts - {"DIGIT", "PUNCTUATION"}
    assert len(letters) <= 1, reading
    if letters:
        return letters.pop()
    return "DIGIT" if "DIGIT" in scripts else "PUNCTUATION"


@pytest.fixture(scope="module")
def readings() -> list[list[str]]:
    head, rows = _table(FOLDER / "glyphs" / "readings.tsv")
    assert head == ["codepoint", "glyph", "reading", "weight", "family", "source"]
    return rows


def test_shapes_are_complete_sorted_and_each_is_there_once() -> None:
    head, rows = _table(SHAPES)
    assert head == ["sequence", "reading", "weight", "family", "reason"]
    for sequence, reading, weight, family, reason in rows:
        assert sequence and "a" <= reading <= "z" and len(reading) == 1, sequence
        assert 0 < float(weight) <= 1, sequence
        assert family in {"leet", "multi"}, sequence
        assert (family == "leet") == (len(sequence) == 1), sequence
        assert " " in reason, sequence
    keys = [(row[0], -float(row[2]), row[1]) for row in rows]
    assert all(before < after for before, after in itertools.pairwise(keys))


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.name)
def test_curated_rows_are_complete(path: Path) -> None:
    head, rows = _table(path)
    assert head == COLUMNS
    for row in rows:
        codepoint, glyph, reading, weight, reason = row
        assert f"{ord(glyph):04X}" == codepoint, row
        assert reading, row
        assert reading != glyph, row
        assert 0 < float(weight) <= 1, row
        assert reason.strip() == reason, row
        assert " " in reason, row


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.name)
def test_curated_rows_are_sorted_and_each_is_there_once(path: Path) -> None:
    keys = [(ord(row[1]), row[2]) for row in _table(path)[1]]
    for before, after in itertools.pairwise(keys):
        assert before < after


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.name)
def test_curated_rows_reach_the_readings(path: Path, readings: list[list[str]]) -> None:
    """A row that has no say at all would be a row that nobody can have judged."""
    read = {row[1] for row in readings}
    assert {row[1] for row in _table(path)[1]} <= read


def test_readings_are_complete(readings: list[list[str]]) -> None:
    for row in readings:
        codepoint, glyph, reading, weight, family, source = row
        assert f"{ord(glyph):04X}" == codepoint, row
        assert reading, row
        assert reading != glyph, row
        assert 0 < float(weight) <= 1, row
        assert family in FAMILIES, row
        assert source in SOURCES, row


def test_readings_are_sorted_and_each_is_there_once(readings: list[list[str]]) -> None:
    assert len({(row[1], row[2]) for row in readings}) == len(readings)
    points = [ord(row[1]) for row in readings]
    assert points == sorted(points)
    groups = [key for key, _ in itertools.groupby((row[1], _target(row[2])) for row in readings)]
    assert len(groups) == len(set(groups))
    for before, after in itertools.pairwise(readings):
        if (before[1], _target(before[2])) == (after[1], _target(after[2])):
            assert float(before[3]) >= float(after[3]), after


def test_readings_of_one_script_are_shares_of_one(readings: list[list[str]]) -> None:
    sums: defaultdict[tuple[str, str], float] = defaultdict(float)
    for row in readings:
        sums[row[1], _target(row[2])] += float(row[3])
    assert all(total <= 1.01 for total in sums.values())
