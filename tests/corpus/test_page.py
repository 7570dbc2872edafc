"""The page of a run: it needs nothing else, and nothing in a corpus can steer it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import corpus_files as files
from samples import DISGUISED, HONEST
from unspoof.corpus import Options
from unspoof.corpus import run as run_corpus


class Page(HTMLParser):
    """Counts elements, and sees that they are closed in their order."""

    VOID = ("meta", "rect")

    def __init__(self, text: str) -> None:
        """Reads it; AssertionError where it is not well-formed."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name in ("src", "href") or name.startswith("on")]
        self.seen.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_shows_what_was_found(tmp_path: Path, out: Path) -> None:
    files.jsonl(
        tmp_path / "a.jsonl", [HONEST, DISGUISED, DISGUISED + "!", "pla\u200bin te\u200bxt"]
    )
    found = run_corpus([str(tmp_path)], out, workers=1)
    text = (out / "report.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.seen.count("svg") == 3
    assert "3 (75.0000%)" in page.text
    assert "ɑ U+0251 → a" in page.text
    assert "Schemes" in page.text
    assert not re.search("https?://", text)
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert summary["characters"] == found.statistics.characters
    assert summary["share_disguised"] == 0.75


def test_names_from_a_corpus_are_escaped(tmp_path: Path, out: Path) -> None:
    rows = [{"text": DISGUISED + str(at), "name": "<script>alert(1)</script>"} for at in range(2)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "a.jsonl").write_text(lines)
    run_corpus([str(tmp_path)], out, Options(id="name"), workers=1)
    page = Page((out / "report.html").read_text(encoding="utf-8"))
    assert "script" not in page.seen
    assert "<script>" in page.text


def test_an_empty_corpus_has_a_page(tmp_path: Path, out: Path) -> None:
    (tmp_path / "a.txt").touch()
    found = run_corpus([str(tmp_path)], out, workers=1)
    assert found.statistics.documents == 0
    Page((out / "report.html").read_text(encoding="utf-8"))
    assert (out / "documents" / "a-00000.txt").read_bytes() == b""
