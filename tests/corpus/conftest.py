"""What the tests of corpora share: documents, and a run of the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples import DISGUISED, HONEST

ACCENTED = "Été à la plage, naïve façade, žluťoučký kůň — 日本語のテキスト, привет, मित्र."


@pytest.fixture
def documents() -> list[str | None]:
    """Honest and disguised documents, an empty one, and one without a text."""
    return [
        HONEST,
        DISGUISED,
        "",
        ACCENTED,
        None,
        "Rɑмos ιs ιn tɑlкs",
        'quoted "text"\t\\ and',
        "🙂",
    ]


@pytest.fixture
def restored(documents: list[str | None]) -> list[str | None]:
    """The same as they were meant."""
    meant = list(documents)
    meant[1], meant[5] = HONEST, "Ramos is in talks"
    return meant


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"
