"""Text files: a document is a line, or the whole file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from unspoof.corpus._batch import Batch, Item, Readings
from unspoof.corpus._lines import lines
from unspoof.corpus._options import Options
from unspoof.corpus._streams import Writing

_BOM = "\ufeff"


class _Around(NamedTuple):
    """What stands around a document and is no part of it."""

    before: str
    after: str


def items(stream: BinaryIO, start: int, end: int | None, options: Options) -> Iterator[Item]:
    """The documents of a range of a file."""
    if options.document == "file":
        data = stream.read(options.longest + 1)
        if len(data) > options.longest:
            yield Item(len(data), error=too_long(options), raw=data[:200])
        else:
            yield _item(data, is_first=True)
        return
    is_first = not start
    for line in lines(stream, start, end, options.longest):
        if line.is_whole:
            yield _item(line.data, is_first)
        else:
            yield Item(line.size, error=too_long(options), raw=line.data[:200])
        is_first = False


def too_long(options: Options) -> str:
    """Why a document is put aside that does not fit."""
    return f"longer than {options.longest:,} bytes"


def decoded(data: bytes) -> tuple[str, str | None]:
    """A text, or nothing and why it is none."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return "", f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"


def _item(data: bytes, is_first: bool) -> Item:
    text, error = decoded(data)
    if error is not None:
        return Item(len(data), error=error, raw=data)
    before = _BOM if is_first and text.startswith(_BOM) else ""
    inner = text[len(before) :].rstrip("\r\n")
    around = _Around(before, text[len(before) + len(inner) :])
    return Item(len(data), around, inner)


class Writer:
    """Documents as they stood, with their line ends."""

    def __init__(self, stream: Writing) -> None:
        self._stream = stream

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch, restored where there is a reading."""
        out: list[str] = []
        for row in rows:
            around, reading, text = batch.records[row], readings.get(row), batch.texts[row]
            out += (around.before, reading.text if reading else text or "", around.after)
        self._stream.write("".join(out).encode("utf-8"))

    def close(self) -> None:
        """Ends the stream."""
        self._stream.close()
