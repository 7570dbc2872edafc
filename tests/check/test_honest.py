"""Honest programs, messages and pages in many languages give no finding at all."""

import shutil
from pathlib import Path

import pytest

from unspoof.check import check
from unspoof.check.source import Source

HONEST = Path(__file__).parent / "honest"
FILES = sorted(path for path in HONEST.rglob("*") if path.is_file())


def test_a_repository_in_many_languages_gives_nothing() -> None:
    report = check([str(HONEST)])
    assert report.files == len(FILES) >= 30
    assert not report.findings
    assert not report.skipped


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_by_itself_gives_nothing(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    assert not check([str(tmp_path / path.name)]).findings


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_is_taken_for_prose_gives_nothing(path: Path, tmp_path: Path) -> None:
    prose = tmp_path / "file-of-no-known-language"
    # Without its first line, which may tell the language.
    prose.write_text(path.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    assert not Source(str(prose), prose.read_text(encoding="utf-8")).lexed.language
    assert not check([str(prose)]).findings
