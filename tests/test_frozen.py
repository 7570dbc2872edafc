"""What comes out for the same text stays: the frozen lines, and the command that shows changes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from case_files import load as load_cases
from frozen_lines import PATH, PROFILES, Frozen, dump, load, now

ROOT = Path(__file__).parent.parent
LINES = load()


def changes(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", ROOT / "tests" / "frozen" / "changes.py", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests"), "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def test_every_frozen_line_is_read_as_it_was() -> None:
    altered = [line.id for line in LINES if now(line.id, line.input) != line]
    assert not altered, f"{len(altered)} lines; `make frozen` shows what changed: {altered[:20]}"


def test_the_lines_hold_enough_to_notice() -> None:
    assert len({line.id for line in LINES}) == len(LINES) > 3000
    for profile, families in zip(PROFILES, (8, 12), strict=True):
        edited = [line.answer(profile).get("edits", {}) for line in LINES]
        assert sum(map(bool, edited)) > 800
        assert len({family for edits in edited for family in edits}) == families
    kept = {line.id for line in LINES if not line.careful.get("edits")}
    honest = [case for case in load_cases() if case.gold is None]
    assert {case.lang for case in honest} == {case.lang for case in honest if case.id in kept}
    assert PATH.stat().st_size < 1_250_000


def test_a_file_that_is_read_and_written_is_the_same() -> None:
    assert dump(LINES) == PATH.read_text(encoding="utf-8")


@pytest.fixture
def stale(tmp_path: Path) -> Path:
    """A disguised line frozen as if it had been left alone, and an honest one as it is."""
    path = tmp_path / "lines.jsonl"
    lines = [Frozen("a", "f\u200br\u200be\u200be", {}, {}), now("b", "plain")]
    path.write_text(dump(lines), encoding="utf-8")
    return path


def test_every_altered_line_is_printed(stale: Path) -> None:
    before = stale.read_bytes()
    done = changes("--file", stale)
    assert done.stdout.splitlines()[:4] == [
        r'a, careful: "f\u200br\u200be\u200be"',
        r'  "f\u200br\u200be\u200be" → "free"',
        r'  + 1-2 "\u200b" → "" invisible',
        r'  + 3-4 "\u200b" → "" invisible',
    ]
    assert "\na, full: " in done.stdout
    assert "\nb, " not in done.stdout
    assert "  obfuscated: false → true\n" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 of 2 lines altered")
    assert (done.returncode, done.stderr) == (1, "")
    assert stale.read_bytes() == before


def test_accepting_writes_them_anew(stale: Path) -> None:
    done = changes("--file", stale, "--accept")
    assert (done.returncode, done.stderr) == (0, "")
    row = json.loads(stale.read_text(encoding="utf-8").splitlines()[0])
    assert row["careful"]["text"] == "free"
    assert list(stale.parent.iterdir()) == [stale]
    again = changes("--file", stale)
    assert again.returncode == 0
    assert again.stdout.startswith("0 of 2 lines altered")


def test_answers_that_contradict_themselves_are_refused(stale: Path) -> None:
    row = {"id": "a", "input": "ab", "careful": {"text": "xy", "edits": {"faux": [[0, 1, "x"]]}}}
    stale.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lines.jsonl:1: the edits do not lead to the text"):
        load(stale)
