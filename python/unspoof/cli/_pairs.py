"""Pairs of texts in JSON Lines: `{"id", "input", "gold", ...}`, one a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple

import click

from unspoof.cli._failure import Failure, because

_BOM = b"\xef\xbb\xbf"


class Pair(NamedTuple):
    """One line: a text and what it says; where nothing else is meant, the two are the same."""

    id: str
    given: str
    gold: str
    row: dict[str, Any]


def pairs(file: str) -> Iterator[Pair]:
    """The pairs of a file, or of stdin for "-"; Failure where a line is none, saying which."""
    name = "stdin" if file == "-" else click.format_filename(file)
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as stream:
            for number, line in enumerate(stream, 1):
                line = (line.removeprefix(_BOM) if number == 1 else line).strip()
                if line:
                    yield _pair(line, number, f"{name}, line {number}")
    except OSError as error:
        raise Failure(f"cannot read {name}: {because(error)}") from error


def _pair(line: bytes, number: int, where: str) -> Pair:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        byte = line[error.start]
        raise Failure(f"{where}: not UTF-8: byte 0x{byte:02x} at offset {error.start}") from error
    except json.JSONDecodeError as error:
        raise Failure(f"{where}: not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise Failure(f"{where}: not JSON that can be read: nested too deeply") from error
    if not isinstance(row, dict):
        raise Failure(f'{where}: not an object like {{"input": "...", "gold": "..."}}')
    if "input" not in row:
        raise Failure(f'{where}: has no "input"')
    given = _text(row, "input", where)
    gold = _text(row, "gold", where) if "gold" in row else given
    return Pair(str(row.get("id", number)), given, gold, row)


def _text(row: dict[str, Any], field: str, where: str) -> str:
    text = row[field]
    if not isinstance(text, str):
        raise Failure(f'{where}: "{field}" is not a string')
    return text
