"""NormalizationTest.txt (UAX #15): composed or not, letters stay as they are."""

from collections import Counter

import pytest

from unicode.files import characters, lines
from unicode.promises import READERS, held
from unspoof import Reader


def texts() -> dict[str, str]:
    """Every text of every column, with the part of the file that has it first."""
    found: dict[str, str] = {}
    part = ""
    for line in lines("NormalizationTest.txt"):
        if line.startswith("@"):
            part = line[1:6]
            continue
        for column in line.split(";")[:5]:
            found.setdefault(characters(column), part)
    return found


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
def test_only_piles_of_marks_are_changed(reader: Reader) -> None:
    """Specific cases, each character by itself and the puzzles of PRI #29 are left alone.

    The second part puts each mark between others, U+05AE of Hebrew among them, on a Latin letter:
    no orthography does, and all marks go.
    """
    changed: Counter[str] = Counter()
    families: Counter[str] = Counter()
    all_texts = texts()
    for text, part in all_texts.items():
        reading = held(reader, text)
        changed[part] += bool(reading.edits)
        families.update(edit.family for edit in reading.edits)
        assert not any(edit.restored for edit in reading.edits), ascii(text)
    total = Counter(all_texts.values())
    assert total["Part1"] > 30_000
    assert changed == Counter(Part2=changed["Part2"])
    assert changed["Part2"] > 0.9 * total["Part2"]
    assert set(families) == {"combining"}
