"""The code blocks of Markdown files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NEEDS = re.compile(r"^<!-- needs: (.*) -->$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its text, and where it stands."""

    path: Path
    line: int
    language: str
    code: str


def blocks(path: Path) -> Iterator[Block]:
    text = path.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(path, line, found[1], found[2])


def needs(path: Path) -> list[str]:
    """The modules that a page's examples import and the development environment may lack."""
    return " ".join(_NEEDS.findall(path.read_text(encoding="utf-8"))).split()
