"""Offsets as people give them: line and column."""

import re
from bisect import bisect_right
from typing import NamedTuple

LINE_END = re.compile("\r\n|\r|\n")


class Place(NamedTuple):
    """A line and a column (in code points), both from 1, as editors count them."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Places:
    """Where offsets (code points) of one text stand. Lines end with CR LF, LF or CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def __call__(self, offset: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
