"""The lines of a stream, or of a range of it, in memory that no line can exceed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_CHUNK = 2**20


class Line(NamedTuple):
    """One line as it stands, with its line end; where it is too long, as much as was kept."""

    data: bytes
    size: int
    """Bytes of the whole line."""
    is_whole: bool


def lines(stream: BinaryIO, start: int, end: int | None, longest: int) -> Iterator[Line]:
    """The lines that begin in `start <= offset < end` (bytes); to the stream's end for None.

    So ranges that adjoin share no line and miss none. A line ends with `\\n`.
    """
    at = start
    if start:
        # The line that begins before the range is another one's; it may end just before it.
        stream.seek(start - 1)
        at += _rest(stream) - 1
    while end is None or at < end:
        data = stream.readline(longest + 1)
        if not data:
            return
        if data.endswith(b"\n") or len(data) <= longest:
            line = Line(data, len(data), True)
        else:
            line = Line(data, len(data) + _rest(stream), False)
        at += line.size
        yield line


def _rest(stream: BinaryIO) -> int:
    """Passes over what is left of a line, its end included; bytes."""
    size = 0
    while piece := stream.readline(_CHUNK):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size
