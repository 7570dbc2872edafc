"""The page of a run: it needs nothing else, and nothing in a corpus can steer it."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest

import corpus_files as files
from browsing import chromium
from samples import DISGUISED, HONEST
from unspoof.corpus import Options
from unspoof.corpus import run as run_corpus


class Page(HTMLParser):
    """Counts elements, and sees that they are closed in their order."""

    VOID = ("br", "meta")

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
    assert page.seen.count("caption") == 3
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


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_shows_it_whole(
    tmp_path: Path, out: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    texts = [HONEST, *[f"{DISGUISED} {at}" for at in range(4)], "pla\u200bin te\u200bxt"]
    files.jsonl(tmp_path / f"{'long' * 30}.jsonl", [*texts])
    with (tmp_path / "broken.jsonl.gz").open("wb") as stream:
        stream.write(gzip.compress(b'{"text": "plain"}\n')[:-4])
    run_corpus([str(tmp_path)], out, workers=1)
    url, faults = (out / "report.html").as_uri(), []
    with chromium() as browser:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("request", lambda request: faults.append(request.url))
        page.goto(url)
        assert faults == [url]
        assert page.evaluate("document.documentElement.scrollWidth") == width
        bars = page.locator("table.bars div").all()
        assert len(bars) > 5
        assert all(bar.bounding_box()["width"] >= 1 for bar in bars)  # type: ignore[index]
        ink = page.evaluate("getComputedStyle(document.body).color")
        assert page.get_by_role("heading", name="What could not be read").is_visible()
        assert ink == ("rgb(255, 255, 255)" if scheme == "dark" else "rgb(0, 0, 0)")
