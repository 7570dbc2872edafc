"""JSON Lines: only the value of the text changes in a line, and only where it was disguised."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from unspoof import Reading
from unspoof.corpus._annotation import COLUMNS, annotation
from unspoof.corpus._batch import Batch, Item, Readings
from unspoof.corpus._lines import lines
from unspoof.corpus._options import Options
from unspoof.corpus._rows import rows as rows_of
from unspoof.corpus._streams import Writing
from unspoof.corpus._text import decoded, too_long

_BOM = "\ufeff"
_SPACE = " \t\n\r"
_VALUE = json.JSONDecoder()


def items(stream: BinaryIO, start: int, end: int | None, options: Options) -> Iterator[Item]:
    """The documents of a range of a file; lines that are blank pass as they are."""
    for line in lines(stream, start, end, options.longest):
        if not line.is_whole:
            yield Item(line.size, error=too_long(options), raw=line.data[:200])
        elif not line.data.strip():
            yield Item(line.size, line.data)
        else:
            yield _item(line.data, options)


def _item(data: bytes, options: Options) -> Item:
    text, error = decoded(data)
    row: Any = None
    if error is None:
        try:
            row = json.loads(text.removeprefix(_BOM))
        except json.JSONDecodeError as wrong:
            error = f"not JSON: {wrong.msg} at column {wrong.colno}"
        except RecursionError:
            error = "not JSON that can be read: nested too deeply"
        except ValueError as wrong:  # an integer of thousands of digits
            error = f"not JSON that can be read: {wrong}"
    error = error or _lacks(row, options)
    if error is not None:
        return Item(len(data), error=error, raw=data)
    name = row.get(options.id) if options.id else None
    return Item(len(data), data, row[options.column], None if name is None else str(name))


def _lacks(row: Any, options: Options) -> str | None:
    if not isinstance(row, dict):
        return "not an object"
    if options.column not in row:
        return f'has no "{options.column}"'
    if not isinstance(row[options.column], (str, type(None))):
        return f'"{options.column}" is not a string'
    if options.mode == "annotate":
        there = next((name for name in COLUMNS if name in row), None)
        return f'has "{there}" already' if there else None
    return None


class Writer:
    """Lines of JSON as they stood, with another value of the text."""

    def __init__(self, stream: Writing, options: Options) -> None:
        self._stream, self._options = stream, options

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch, restored or annotated where there is a reading."""
        self._stream.write(
            b"".join(self._line(batch.records[row], readings.get(row)) for row in rows)
        )

    def _line(self, data: bytes, reading: Reading | None) -> bytes:
        if self._options.mode == "annotate" and data.strip():
            return _annotated(data, reading)
        return data if reading is None else _restored(data, self._options.column, reading.text)

    def close(self) -> None:
        """Ends the stream."""
        self._stream.close()


class RowWriter:
    """Documents of other formats as lines of JSON."""

    def __init__(self, stream: Writing, kind: str, options: Options) -> None:
        self._stream, self._kind, self._options = stream, kind, options

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch, restored or annotated where there is a reading."""
        for row, values in zip(rows, rows_of(batch, rows, self._kind, self._options), strict=True):
            reading = readings.get(row)
            if self._options.mode == "annotate":
                values |= annotation(reading)
            elif reading is not None:
                values[self._options.column] = reading.text
            self._stream.write((_dumped(values, False) + "\n").encode("utf-8"))

    def close(self) -> None:
        """Ends the stream."""
        self._stream.close()


def _restored(data: bytes, key: str, value: str) -> bytes:
    line = data.decode("utf-8")
    start, end = _span(line, key)
    return (line[:start] + _dumped(value, line.isascii()) + line[end:]).encode("utf-8")


def _annotated(data: bytes, reading: Reading | None) -> bytes:
    line = data.decode("utf-8")
    end = line.rindex("}")
    added = _dumped(annotation(reading), line.isascii())
    return (f"{line[:end]}, {added[1:-1]}{line[end:]}").encode()


def _span(line: str, key: str) -> tuple[int, int]:
    """Where the value of a key stands in an object: of the last one, which is the one that counts.

    The line has been parsed before: it is an object, and it has the key.
    """
    found = (0, 0)
    at = _past_space(line, line.index("{") + 1)
    while line[at] == '"':
        name, at = _VALUE.raw_decode(line, at)
        start = _past_space(line, _past_space(line, at) + 1)  # behind the colon
        _, at = _VALUE.raw_decode(line, start)
        if name == key:
            found = (start, at)
        at = _past_space(line, at)
        if line[at] == "}":
            break
        at = _past_space(line, at + 1)
    return found


def _past_space(line: str, at: int) -> int:
    while line[at] in _SPACE:
        at += 1
    return at


def _dumped(value: Any, as_ascii: bool) -> str:
    dumped = json.dumps(value, ensure_ascii=as_ascii, default=str)
    if not as_ascii and any("\ud800" <= char <= "\udfff" for char in dumped):
        return json.dumps(value, default=str)  # half a pair can only be written as an escape
    return dumped
