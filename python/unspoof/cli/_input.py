"""Text in: UTF-8 whatever the locale, newlines untouched."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from unspoof.cli._failure import Failure, because

_BOM = "\ufeff"


@dataclass(frozen=True)
class Input:
    """One text, and the file that it came from."""

    name: str
    text: str
    # A byte order mark belongs to the file and not to the text: it is not read, and it is kept.
    bom: str
    stat: os.stat_result | None


def read(file: str) -> Input:
    """The text of a file, or of stdin for "-"; Failure where there is none to be had."""
    if file == "-":
        return _decode("stdin", *_slurp("stdin", sys.stdin.buffer))
    name = click.format_filename(file)
    try:
        with Path(file).open("rb") as stream:
            return _decode(name, *_slurp(name, stream))
    except OSError as error:
        raise Failure(f"cannot read {name}: {because(error)}") from error


def _slurp(name: str, stream: BinaryIO) -> tuple[bytes, os.stat_result | None]:
    try:
        data = stream.read()
    except OSError as error:
        raise Failure(f"cannot read {name}: {because(error)}") from error
    try:
        return data, os.fstat(stream.fileno())
    except OSError:  # a stream in memory
        return data, None


def _decode(name: str, data: bytes, stat: os.stat_result | None) -> Input:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte, at = data[error.start], error.start
        raise Failure(f"{name} is not UTF-8: byte 0x{byte:02x} at offset {at}") from error
    bom = _BOM if text.startswith(_BOM) else ""
    return Input(name, text[len(bom) :], bom, stat)
