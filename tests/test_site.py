"""The site as it was built. `make docs` runs this; elsewhere there may be none, or an old one."""

import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
import pytest

import unspoof
from unspoof.cli import _commands

if not os.environ.get("SITE"):
    pytest.skip("the site is built and tested by `make docs`", allow_module_level=True)

SITE = Path(os.environ["SITE"]).resolve()
PAGES = sorted(SITE.rglob("*.html"))

# Where a browser follows an address by itself: all but the links that a reader may click.
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """What a page links to, what it loads, its anchors and its text."""

    def __init__(self, path: Path) -> None:
        """Of a file of HTML."""
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors.update(values[name] for name in ("id", "name") if name in values)
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if values.get("rel") not in ("canonical", "next", "prev"):
            address = values.get(LOADED.get(tag, ""))
            self.loads += [address] if address else []

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def page(path: Path) -> Page:
    return Page(path)


def target(path: Path, link: str) -> Path:
    """The file that a link on a page leads to."""
    leads = unquote(urlsplit(link).path)
    there = SITE / leads.lstrip("/") if leads.startswith("/") else path.parent / leads
    there = there.resolve() if leads else path
    return there / "index.html" if there.is_dir() else there


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(SITE)))
def test_links_lead_somewhere(path: Path) -> None:
    for link in page(path).links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        there = target(path, link)
        assert there.is_file(), link
        if parts.fragment and there.suffix == ".html":
            assert unquote(parts.fragment) in page(there).anchors, link


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(SITE)))
def test_what_is_loaded_is_there_and_comes_from_nowhere_else(path: Path) -> None:
    for address in page(path).loads:
        parts = urlsplit(address)
        assert not parts.scheme or parts.scheme == "data", address
        assert not parts.netloc, address
        assert parts.scheme == "data" or target(path, address).is_file(), address


def test_style_sheets_load_nothing_from_elsewhere() -> None:
    for sheet in SITE.rglob("*.css"):
        loads = re.findall(r"(?:@import\s*|url\()\s*[\"']?(?:https?:)?//", sheet.read_text())
        assert not loads, sheet


def test_the_start_is_the_readme() -> None:
    start = page(SITE / "index.html")
    assert "unspoof reads disguised text as a person reads it" in start.text
    assert "accuracy/" in start.links
    assert "repository/benches/" in start.links


def test_each_public_name_has_its_docstring_on_the_reference() -> None:
    reference = page(SITE / "api" / "index.html")
    names = [name for name in unspoof.__all__ if name != "__version__"]
    for name in names:
        thing = getattr(unspoof, name)
        assert f"unspoof.{name}" in reference.anchors
        members = vars(thing) if isinstance(thing, type) else {}
        public = [value for key, value in members.items() if not key.startswith("_")]
        for one in [thing, *public]:
            first = (one.__doc__ or "").strip().splitlines()[0]
            assert first.replace("`", "") in reference.text, (name, first)


def test_each_command_describes_itself() -> None:
    text = page(SITE / "cli" / "index.html").text

    def check(command: click.Command, name: str) -> None:
        assert f"Usage: {name} [OPTIONS]" in text
        for one in getattr(command, "commands", {}).values():
            check(one, f"{name} {one.name}")

    check(_commands.unspoof, "unspoof")
