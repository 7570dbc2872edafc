"""What was found in a file, written as grep writes it: in its colours on a terminal, or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import click

from unspoof import Match
from unspoof.cli._glyphs import harmless
from unspoof.cli._lines import line_at, matching

_STDIN = "(standard input)"
_FOUND, _NAME, _NUMBER, _MARK = "red", "magenta", "green", "cyan"

Paint = Callable[[str, str | None], str]
"""A text in a colour, or in none for None."""


@dataclass(frozen=True)
class Found:
    """The matches (in order) in the text of a file, or of stdin for the name None."""

    name: str | None
    text: str
    matches: list[Match]

    def json(self) -> str:
        """A JSON object for each match, one a line."""
        rows = ({"file": self.name, "line": n, **match.to_dict()} for n, match in self._numbered())
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def label(self, paint: Paint) -> str:
        """The name of the file."""
        return paint(self.name or _STDIN, _NAME)

    def count(self, paint: Paint, named: bool) -> str:
        """How many lines the matches are in."""
        return f"{self._prefix(paint, named)}{len(matching(self.text, self.matches))}\n"

    def parts(self, paint: Paint, named: bool, numbered: bool) -> str:
        """What was found, each on a line of its own."""
        prefix = self._prefix(paint, named)
        told = []
        for number, match in self._numbered():
            told.append(prefix + (_number(number, paint) if numbered else ""))
            told.append(paint(match.original, _FOUND) + "\n")
        return "".join(told)

    def lines(self, paint: Paint, named: bool, numbered: bool) -> str:
        """The lines in which something was found."""
        prefix = self._prefix(paint, named)
        told = []
        for line in matching(self.text, self.matches):
            told.append(prefix + (_number(line.number, paint) if numbered else ""))
            done = line.start
            for start, end in line.spans:
                told.append(paint(self.text[done:start], None))
                told.append(paint(self.text[start:end], _FOUND))
                done = end
            told.append(paint(self.text[done : line.end], None) + "\n")
        return "".join(told)

    def _prefix(self, paint: Paint, named: bool) -> str:
        return self.label(paint) + paint(":", _MARK) if named else ""

    def _numbered(self) -> Iterator[tuple[int, Match]]:
        line = None
        for match in self.matches:
            line = line_at(self.text, match.start, line)
            yield line.number, match


@cache
def painter() -> Paint:
    """How to write to stdout: with colours where it takes them, and so that it steers nothing."""
    from unspoof.cli import _report  # rich takes a while to load

    colour = _report.terminal() is not None
    shown = harmless if colour or sys.stdout.isatty() else str

    def paint(text: str, name: str | None) -> str:
        text = shown(text)
        return (
            click.style(text, fg=name, bold=(name == _FOUND) or None) if colour and name else text
        )

    return paint


def _number(number: int, paint: Paint) -> str:
    return paint(str(number), _NUMBER) + paint(":", _MARK)
