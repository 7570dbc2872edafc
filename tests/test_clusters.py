"""No edit tears what is read as one character (a grapheme cluster, UAX #29)."""

from itertools import pairwise

import regex
from hypothesis import given

import strategies
from case_files import load
from unspoof import Edit, Reader, Reading, _core

_CLUSTER = regex.compile(r"\X")


def starts(text: str) -> list[int]:
    """Where clusters start, and where the last one ends."""
    return [0, *(found.end() for found in _CLUSTER.finditer(text))]


def torn(reading: Reading) -> list[str]:
    """The clusters that edits change in part, and that are not one cluster afterwards.

    Where an edit reaches over the edge of one, what it leaves of that cluster is looked at alone.
    """
    after = starts(reading.text)
    found = []
    for start, end in pairwise(starts(reading.original)):
        edits = [edit for edit in reading.edits if edit.start < end and start < edit.end]
        kept = set(range(start, end)).difference(*(range(edit.start, edit.end) for edit in edits))
        if len(kept) in (0, end - start):
            continue
        if edits[0].start < start or end < edits[-1].end:
            first, last = min(kept), max(kept) + 1
        else:
            first, last = start, end
        placed = range(*reading.to_restored(first, last))
        if any(place in placed[1:] for place in after):
            found.append(reading.original[start:end])
    return found


@given(strategies.READERS, strategies.texts)
def test_a_cluster_that_an_edit_changes_in_part_stays_one_cluster(
    reader: Reader, text: str
) -> None:
    assert torn(reader.read(text)) == []


def test_so_it_is_of_every_case() -> None:
    partly = 0
    for case in load():
        for profile in case.profiles:
            reading = Reader(profile).read(case.input)  # type: ignore[arg-type]
            assert torn(reading) == [], case.id
            edges = set(starts(case.input))
            partly += sum(not edges.issuperset((edit.start, edit.end)) for edit in reading.edits)
    assert partly > 100


def test_a_torn_cluster_would_be_seen() -> None:
    for text, edits, cluster in [
        ("a 👩\u200d👧", (Edit(3, 4, "\u200d", ""),), "👩\u200d👧"),
        ("🇩🇪", (Edit(0, 1, "🇩", "D"),), "🇩🇪"),
        ("xa\u0301\u0302", (Edit(0, 3, "xa\u0301", "b"), Edit(3, 4, "\u0302", " ")), ""),
    ]:
        reading = _core._reading(text, edits, 1.0, (), (), (), ())
        assert torn(reading) == [cluster] * bool(cluster)
