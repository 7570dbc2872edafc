"""The lines that matches are in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unspoof import Match


@dataclass
class Line:
    """A line, by its number from 1 and where it lies in the text; its end is left out."""

    number: int
    start: int
    end: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where matches lie in the text, as far as they are in this line."""


def matching(text: str, matches: Iterable[Match]) -> list[Line]:
    """The lines (ended by LF) that `matches` (in order) touch; one across lines is in each."""
    lines: list[Line] = []
    for match in matches:
        line = line_at(text, match.start, lines[-1] if lines else None)
        while True:
            if not lines or lines[-1].start < line.start:
                lines.append(line)
            lines[-1].spans.append((max(match.start, line.start), min(match.end, line.end)))
            after = line.end + 1
            if match.end <= after:
                break
            line = Line(line.number + 1, after, _end(text, after))
    return lines


def line_at(text: str, at: int, before: Line | None) -> Line:
    """The line of a place; `before` is the last one known, in which or after which it lies."""
    known = before or Line(1, 0, _end(text, 0))
    if at <= known.end:
        return known
    start = text.rfind("\n", known.end, at) + 1
    number = known.number + text.count("\n", known.end, start)
    return Line(number, start, _end(text, start))


def _end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
