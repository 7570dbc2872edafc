"""Every engine gives for every row what the bare function gives."""

import json

import pytest

import unspoof
from engines import routes, vectors


def test_the_vectors_are_worth_it() -> None:
    """Nulls, empty texts, texts that change and texts that do not."""
    documents, expected = vectors.documents(), vectors.expected()
    assert len(documents) == vectors.COUNT
    assert documents.count(None) > 100
    assert documents.count("") > 100
    changed = sum(old != new for old, new in zip(documents, expected, strict=True))
    assert 3000 < changed < 5000


@pytest.mark.parametrize("engine", routes.RESTORE)
def test_restore(engine: str) -> None:
    assert routes.RESTORE[engine](vectors.documents()) == list(vectors.expected())


@pytest.mark.parametrize("engine", routes.READ)
def test_read(engine: str) -> None:
    documents = vectors.documents()
    rows = routes.READ[engine](documents)
    assert len(rows) == len(documents)
    for text, row, reading in zip(documents, rows, vectors.readings(), strict=True):
        if text is None or reading is None:
            assert row is None
            continue
        assert row["text"] == reading.text
        assert row["obfuscated"] == reading.obfuscated
        assert row["score"] == reading.score
        assert list(row["families"]) == sorted({edit.family for edit in reading.edits})
        edits = [unspoof.Edit(**edit) for edit in json.loads(row["edits"])]
        assert unspoof.apply(text, edits) == reading.text


@pytest.mark.parametrize("engine", routes.RESTORE)
@pytest.mark.parametrize("texts", [[], [None], ["", None]], ids=str)
def test_few_rows(engine: str, texts: list[str | None]) -> None:
    assert routes.RESTORE[engine](texts) == texts
