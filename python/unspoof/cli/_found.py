"""What was found in a file, written as grep writes it: in its colours on a terminal, or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from unspoof import Match
from unspoof._visible import Honest
from unspoof.cli._lines import line_at, matching

_FOUND, _NAME, _NUMBER, _MARK = "red", "magenta", "green", "cyan"

Paint = Callable[[str, str | None], str]
"""A text in a colour, or in none for None."""


@dataclass(frozen=True)
class Found:
    """The matches (in order) in the text of a file."""

    name: str
    text: str
    matches: list[Match]

    def json(self) -> str:
        """A JSON object for each match, one a line."""
        rows = ({"file": self.name, "line": n, **match.to_dict()} for n, match in self._numbered())
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def label(self) -> str:
        """The name of the file."""
        return self._paint()(self.name, _NAME) + "\n"

    def count(self, named: bool) -> str:
        """How many lines the matches are in."""
        return f"{self._prefix(self._paint(), named)}{len(matching(self.text, self.matches))}\n"

    def parts(self, named: bool, numbered: bool) -> str:
        """What was found, each on a line of its own."""
        paint = self._paint()
        prefix = self._prefix(paint, named)
        told = []
        for number, match in self._numbered():
            told.append(prefix + (_number(number, paint) if numbered else ""))
            told.append(paint(match.original, _FOUND) + "\n")
        return "".join(told)

    def lines(self, named: bool, numbered: bool) -> str:
        """The lines in which something was found."""
        paint = self._paint()
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

    def _numbered(self) -> Iterator[tuple[int, Match]]:
        line = None
        for match in self.matches:
            line = line_at(self.text, match.start, line)
            yield line.number, match

    def _prefix(self, paint: Paint, named: bool) -> str:
        return paint(self.name, _NAME) + paint(":", _MARK) if named else ""

    def _paint(self) -> Paint:
        """How to write this to stdout: in colours where it takes them, and steering no terminal."""
        from unspoof.cli import _summary  # rich takes a while to load
        from unspoof.cli._marked import harmless

        colour = _summary.terminal() is not None
        if not colour and not sys.stdout.isatty():
            return lambda text, _: text
        honest = Honest.of(self.name + self.text)

        def paint(text: str, name: str | None) -> str:
            # What ends a line of other systems is no news to anybody.
            shown = harmless(text.removesuffix("\r"), honest)
            return (
                click.style(shown, fg=name, bold=(name == _FOUND) or None)
                if colour and name
                else shown
            )

        return paint


def _number(number: int, paint: Paint) -> str:
    return paint(str(number), _NUMBER) + paint(":", _MARK)
