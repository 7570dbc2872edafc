"""Text in: UTF-8 whatever the locale, newlines untouched."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from unspoof.cli._failure import Failure, because

BOM = "\ufeff"


class NotText(Failure):
    """What was read is no UTF-8."""


@dataclass(frozen=True)
class Source:
    """A file that is open for reading, or stdin."""

    name: str
    stream: BinaryIO
    stat: os.stat_result | None

    def read(self, size: int = -1) -> bytes:
        """The next bytes: fewer than `size` at the end only; Failure where there are none."""
        try:
            return self.stream.read(size)
        except OSError as error:
            raise Failure(f"cannot read {self.name}: {because(error)}") from error

    def decode(self, data: bytes, offset: int = 0) -> str:
        """What these bytes say, which stand at `offset`; Failure where they are no UTF-8."""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            byte, at = data[error.start], offset + error.start
            raise NotText(f"{self.name} is not UTF-8: byte 0x{byte:02x} at offset {at}") from error


@dataclass(frozen=True)
class Input:
    """One text, and the file that it came from: its name, and its bytes."""

    name: str
    data: bytes
    text: str
    # A byte order mark belongs to the file and not to the text: it is not read, and it is kept.
    bom: str
    stat: os.stat_result | None


@contextmanager
def opened(file: str) -> Iterator[Source]:
    """A file, or stdin for "-"; Failure where it cannot be opened."""
    if file == "-":
        yield Source("stdin", sys.stdin.buffer, _stat(sys.stdin.buffer))
        return
    name = click.format_filename(file)
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - only what opening says is translated
    except OSError as error:
        raise Failure(f"cannot read {name}: {because(error)}") from error
    with stream:
        yield Source(name, stream, _stat(stream))


def read(file: str) -> Input:
    """The text of a file, or of stdin for "-"; Failure where there is none to be had.

    NotText, which is one, where it is no UTF-8.
    """
    with opened(file) as source:
        data = source.read()
        bom, text = without_bom(source.decode(data))
        return Input(source.name, data, text, bom, source.stat)


def without_bom(text: str) -> tuple[str, str]:
    """The byte order mark that a file starts with, or nothing; and the rest."""
    return (BOM, text[1:]) if text.startswith(BOM) else ("", text)


def _stat(stream: BinaryIO) -> os.stat_result | None:
    try:
        return os.fstat(stream.fileno())
    except OSError:  # a stream in memory
        return None
