"""Many texts in one table, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from unspoof import Reading
from unspoof._verdict import verdict
from unspoof._visible import Honest
from unspoof.cli._grid import grid, printed
from unspoof.cli._marked import harmless
from unspoof.cli._summary import families


@dataclass(frozen=True)
class Line:
    """What the table tells of one text."""

    file: str
    characters: int
    edits: int
    families: str
    score: float
    obfuscated: bool
    verdict: str

    @classmethod
    def of(cls, file: str, reading: Reading) -> Line:
        """The line of a reading."""
        return cls(
            harmless(file, Honest.of(file)),
            len(reading.original),
            len(reading.edits),
            families(reading),
            reading.score,
            reading.obfuscated,
            verdict(reading),
        )


def overview(lines: Sequence[Line], skipped: int, console: Console | None) -> str:
    """A head, a line for each text, and a count: folded to the width of `console`, if there is one.

    `skipped` is the number of files that were not read since they hold no text.
    """
    table = grid(header_style="dim")
    table.add_column("file", overflow="fold")
    table.add_column("characters", justify="right")
    table.add_column("changes", justify="right")
    table.add_column("score", justify="right")
    table.add_column("families", overflow="fold")
    table.add_column("verdict", overflow="fold")
    for line in lines:
        table.add_row(*_cells(line), style="bold" if line.obfuscated and console else "")
    return f"{printed(table, console)}\n{_count(lines, skipped)}\n"


def _cells(line: Line) -> tuple[Text, ...]:
    return (
        Text(line.file),
        Text(f"{line.characters:,}"),
        Text(f"{line.edits:,}"),
        Text(f"{line.score:.2f}" if line.obfuscated else "-"),
        Text(line.families or "-"),
        Text(line.verdict),
    )


def _count(lines: Sequence[Line], skipped: int) -> str:
    disguised = sum(line.obfuscated for line in lines)
    texts = f"{len(lines):,} text{'' if len(lines) == 1 else 's'}"
    told = f"{texts}, {disguised:,} of them disguised"
    if skipped:
        told += f"; {skipped:,} file{'' if skipped == 1 else 's'} skipped, not UTF-8"
    return told + "."
