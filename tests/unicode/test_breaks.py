"""The test files of text segmentation (UAX #29) and line breaking (UAX #14)."""

import unicodedata
from collections.abc import Iterable

import pytest

from unicode.files import broken, characters, lines
from unicode.promises import READERS, held
from unspoof import Edit, Reader

FILES = ["GraphemeBreakTest.txt", "WordBreakTest.txt", "SentenceBreakTest.txt", "LineBreakTest.txt"]


def torn(edits: Iterable[Edit], breaks: set[int]) -> list[Edit]:
    """The edits that begin or end within a grapheme cluster, part of which they leave standing.

    Marks and what is not seen may go from a cluster whose letter stays: that is what taking a pile
    of marks from a letter means.
    """
    edits = list(edits)
    touched = {at for edit in edits for at in range(edit.start, edit.end)}
    bounds = sorted(breaks)

    def whole(at: int) -> bool:
        start = max(one for one in bounds if one < at)
        end = min(one for one in bounds if one > at)
        return set(range(start, end)) <= touched

    def bare(edit: Edit) -> bool:
        return not edit.restored and all(
            unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"} for char in edit.original
        )

    return [
        edit
        for edit in edits
        if not bare(edit) and not all(at in breaks or whole(at) for at in (edit.start, edit.end))
    ]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
@pytest.mark.parametrize("name", FILES)
def test_every_promise_is_kept(name: str, reader: Reader) -> None:
    texts = [text for text, _ in broken(f"auxiliary/{name}")]
    assert len(texts) > 400
    for text in texts:
        held(reader, text)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
def test_no_edit_tears_a_cluster_of_unicodes_own(reader: Reader) -> None:
    for text, breaks in broken("auxiliary/GraphemeBreakTest.txt"):
        assert not torn(reader.read(text).edits, breaks), ascii(text)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
@pytest.mark.parametrize("name", [*FILES[1:], "BidiCharacterTest.txt"])
def test_no_edit_tears_a_cluster(name: str, reader: Reader) -> None:
    regex = pytest.importorskip("regex", reason="regex, which knows clusters, is not installed")
    if name in FILES:
        texts = [text for text, _ in broken(f"auxiliary/{name}")]
    else:
        texts = [characters(line.partition(";")[0]) for line in lines(name)][::5]
    for text in texts:
        edits = reader.read(text).edits
        if edits:
            breaks = {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}
            assert not torn(edits, breaks), ascii(text)


def test_a_torn_cluster_is_seen() -> None:
    edit = Edit(0, 1, "a", "b")
    assert torn([edit], {0, 2, 3}) == [edit]
    assert not torn([Edit(1, 2, "\u0301", "")], {0, 2, 3})
    assert not torn([edit, Edit(1, 2, "\u0301", "")], {0, 2, 3})
    assert not torn([edit], {0, 1, 2})
