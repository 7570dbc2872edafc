"""One file as the rules see it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from unspoof import Reader, Reading
from unspoof._core import _idle
from unspoof._places import LINE_END
from unspoof._sarif import Region
from unspoof.check.lexing import Kind, Lexed, Part, lexed

# The same for all files: it never changes.
_READER = Reader()


@dataclass(eq=False)
class Source:
    """A file's text, cut up and read; offsets count code points.

    `name` says where it is, and in which language it is.
    """

    name: str
    text: str

    @cached_property
    def lexed(self) -> Lexed:
        """What in it is code, comment, string or prose."""
        return lexed(self.name, self.text)

    @cached_property
    def reading(self) -> Reading:
        """What its prose, comments and strings say; offsets are those of the file."""
        return _READER.read(self._blanked("code"))

    @cached_property
    def raw(self) -> Reading:
        """What all of it says, code and all."""
        return _READER.read(self.text)

    @cached_property
    def idle(self) -> list[int]:
        """Where its code has characters that are not seen and have no work to do."""
        return [at for at in _idle(self.text) if self.kind_at(at) == "code"]

    def kind_at(self, at: int) -> Kind:
        """The kind of what stands at an offset."""
        return self.lexed.parts[bisect_right(self._part_starts, at) - 1].kind

    def is_in_one(self, start: int, end: int) -> bool:
        """Whether all from `start` to `end` is in one comment, string or piece of prose."""
        starts = self._part_starts
        return bisect_right(starts, start) == bisect_right(starts, end - 1)

    def region(self, start: int, end: int) -> Region:
        """The lines and columns of these offsets."""
        line, last = self._line(start), self._line(end)
        starts = self._line_starts
        return Region(line + 1, start - starts[line] + 1, last + 1, end - starts[last] + 1)

    def lines(self, region: Region) -> str:
        """The lines that a region is in, without the last one's end."""
        starts = self._line_starts
        end = starts[region.end_line] if region.end_line < len(starts) else len(self.text)
        return self.text[starts[region.line - 1] : end].rstrip("\r\n")

    def by_line(self, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
        """These spans (start, end), in order, those that start in one line together."""
        line: list[tuple[int, int]] = []
        for span in spans:
            if line and self._line(span[0]) != self._line(line[0][0]):
                yield line
                line = []
            line.append(span)
        if line:
            yield line

    def code(self) -> Iterator[tuple[int, str]]:
        """The pieces of code, each with where it starts."""
        for part in self._code:
            yield part.start, self.text[part.start : part.end]

    @property
    def _code(self) -> list[Part]:
        return [part for part in self.lexed.parts if part.kind == "code"]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in LINE_END.finditer(self.text))]

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.lexed.parts]

    def _line(self, at: int) -> int:
        return bisect_right(self._line_starts, at) - 1

    def _blanked(self, kind: Kind) -> str:
        if all(part.kind != kind for part in self.lexed.parts):
            return self.text
        pieces = []
        for part in self.lexed.parts:
            piece = self.text[part.start : part.end]
            pieces.append(re.sub(r"[^\r\n]", " ", piece) if part.kind == kind else piece)
        return "".join(pieces)
