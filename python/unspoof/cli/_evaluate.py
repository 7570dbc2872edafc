"""The command `evaluate`: pairs in, figures out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from unspoof import Reader
from unspoof._evaluation import Figures, Tally
from unspoof.cli import _options, _output, _pairs

_Miss = tuple[str, str, str, str]  # id, given, read, gold


class _Row(NamedTuple):
    """The figures of a file, or of one of its groups."""

    file: str
    group: str | None
    figures: Figures
    misses: list[_Miss]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|- ...")
@_options.PROFILE
@_options.LANGUAGE
@click.option("--by", type=click.Choice(["family", "lang"]), help="Also by this field of a line.")
@click.option(
    "--misses",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Show the first N lines of each file that were not read exactly.",
)
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
def evaluate(files: tuple[str, ...], **options: Any) -> None:
    """Measure the reader on your own pairs: how much it reads back, and what it harms.

    A FILE is JSON Lines of {"input": ..., "gold": ...}, and where you like "id", "lang" and
    "family". A line without gold is honest text, which must come back as it went in.
    """
    reader = _options.reader(options)
    rows = [row for file in files for row in _measured(file, reader, options)]
    if options["as_json"]:
        _output.say(json.dumps([_plain(row, options["by"]) for row in rows]) + "\n")
        return
    from unspoof.cli import _table  # rich takes a while to load

    _output.say(_table.table([(_name(row), row.figures) for row in rows]))
    for row in rows:
        for name, given, read, gold in row.misses:
            # As literals: what is not seen shows, and nothing in them steers a terminal.
            told = f"given {given!r}\n  read  {read!r}\n  gold  {gold!r}"
            _output.say(f"\n{row.file}: {name!r}\n  {told}\n")


def _measured(file: str, reader: Reader, options: dict[str, Any]) -> Iterator[_Row]:
    total = Tally()
    groups: dict[str, Tally] = defaultdict(Tally)
    misses: list[_Miss] = []
    for pair in _pairs.pairs(file):
        output = reader.restore(pair.given)
        total.add(pair.given, pair.gold, output)
        if options["by"]:
            groups[str(pair.row.get(options["by"], "-"))].add(pair.given, pair.gold, output)
        if output != pair.gold and len(misses) < options["misses"]:
            misses.append((pair.id, pair.given, output, pair.gold))
    name = "stdin" if file == "-" else click.format_filename(file)
    yield _Row(name, None, total.figures(), misses)
    for group, tally in sorted(groups.items()):
        yield _Row(name, group, tally.figures(), [])


def _name(row: _Row) -> str:
    return row.file if row.group is None else f"  {row.group}"


def _plain(row: _Row, by: str | None) -> dict[str, Any]:
    group = {by: row.group} if by else {}
    return {"file": row.file, **group, **row.figures._asdict()}
