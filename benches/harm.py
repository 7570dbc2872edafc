"""Every honest line that our readers changed: the characters, and the one word around them.

The sets are not the project's to publish, so a row holds no more than a word. The `cause` is a
person's to write; a new record takes over the causes that older ones give for the same change.
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from accuracy import guarded
from evaluation import Evaluation
from readers import Loaded

WIDEST = 24
"""Characters of a word shown at most: some scripts write whole sentences without a space."""


class Change(NamedTuple):
    """One stretch of an honest line that came back changed."""

    reader: str
    set: str
    line: str
    before: str
    after: str
    word: str
    restored: str
    cause: str = ""


def changes(readers: list[Loaded], sets: Evaluation) -> Iterator[Change]:
    """All changes that the readers make to the honest sets."""
    for path in sets.clean():
        for row in sets.rows(path):
            for loaded in readers:
                output, _ = guarded(loaded.read, row["input"])
                if output != row["input"]:
                    for part in _parts(row["input"], output):
                        yield Change(loaded.reader.name, path.stem, str(row["id"]), *part)


def write(path: Path, found: list[Change]) -> None:
    """Write the changes as a table, with the causes that the records beside it already give."""
    known = _causes(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(Change._fields)
        table.writerows(change._replace(cause=known.get(change[1:5], "")) for change in found)


def _causes(path: Path) -> dict[tuple[str, ...], str]:
    causes: dict[tuple[str, ...], str] = {}
    for record in sorted(path.parent.glob("*-harm.tsv"), key=_age):
        with record.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if row["cause"]:
                    causes[row["set"], row["line"], row["before"], row["after"]] = row["cause"]
    return causes


def _age(record: Path) -> tuple[str, int, str]:
    """The date of a record and its number on that day."""
    name = record.name.removesuffix("-harm.tsv")
    number = name[11:]
    return name[:10], int(number) if number.isdecimal() else 1, name


def _parts(given: str, output: str) -> Iterator[tuple[str, str, str, str]]:
    matcher = difflib.SequenceMatcher(None, given, output, autojunk=False)
    for tag, i0, i1, j0, j1 in matcher.get_opcodes():
        if tag != "equal":
            yield (
                _named(given[i0:i1]),
                _named(output[j0:j1]),
                _word(given, i0, i1),
                _word(output, j0, j1),
            )


def _named(characters: str) -> str:
    if not characters:
        return "nothing"
    shown = "".join(one if one.isprintable() else "·" for one in characters[:WIDEST])
    points = " ".join(f"U+{ord(one):04X}" for one in characters[:WIDEST])
    return f"{shown} {points}" + (" …" if len(characters) > WIDEST else "")


def _word(text: str, start: int, end: int) -> str:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    word = text[start:end].replace("\t", " ").replace("\n", " ")
    return word if len(word) <= WIDEST else ""
