"""What follows the text in an explanation: tables of glyphs, hidden messages, a summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from unspoof import Reading
from unspoof._facts import Glyph, facts
from unspoof._glyphs import visible
from unspoof._terms import FAMILIES
from unspoof._verdict import kind, verdict

# Rows of one kind; --json has all of them.
_GLYPHS = 20

_Row = tuple[str, ...]


def glyphs(reading: Reading, console: Console | None) -> str:
    """A row for each glyph, by kind: aligned for `console`, or one plain line each for None.

    Kinds are named where there are several. Empty where no glyph was read as another.
    """
    return "".join(_kind(head, rows, console) for head, rows in _kinds(facts(reading).glyphs))


def hidden(reading: Reading) -> str:
    """A line for each message that the text carries unseen, in quotes.

    The words are somebody else's: escaped as in a literal, nothing in them can steer a terminal
    or pass for ours.
    """
    return "".join(
        f"hidden in {one.carrier}, {one.start:,} to {one.end:,}: {one.text!r}\n"
        for one in reading.hidden
    )


def summary(reading: Reading) -> str:
    """How much was changed, how sure that is, what it was read as; and the verdict."""
    length = _count(len(reading.original), "character")
    if not reading.obfuscated:
        return f"Nothing disguised in {length}.\n"
    shares = [*reading.scripts.items(), *reading.languages.items()]
    read_as = ", ".join(f"{code} {share:.0%}" for code, share in shares if share >= 0.01)
    return (
        f"{_count(len(reading.edits), 'change')} in {length} ({families(reading)}), "
        f"score {reading.score:.2f}" + (f"; read as {read_as}" if read_as else "") + ".\n"
        f"{verdict(reading)}\n"
    )


def families(reading: Reading) -> str:
    """`5 lookalike, 1 faux`: the number of changes by family."""
    counts = Counter(edit.family for edit in reading.edits).most_common()
    return ", ".join(f"{number:,} {family}" for family, number in counts)


def terminal() -> Console | None:
    """A console for tables and colours, or None where stdout takes neither."""
    console = Console(highlight=False)
    return console if console.is_terminal and not console.no_color else None


def _kinds(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[str, list[Glyph]]]:
    """A heading, empty where there is only one kind, and the rows under it."""
    kinds: dict[str, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        kinds[kind(glyph.family)].append(glyph)
    for name, rows in sorted(kinds.items(), key=lambda row: -sum(one.count for one in row[1])):
        count = sum(row.count for row in rows)
        yield f"{FAMILIES[name][0]}, {_count(count, 'change')}:" if len(kinds) > 1 else "", rows


def _kind(head: str, glyphs: list[Glyph], console: Console | None) -> str:
    told = f"{head}\n" if head else ""
    rows = [_row(glyph) for glyph in glyphs[:_GLYPHS]]
    if console is None:
        told += "".join(" ".join(filter(None, row)) + "\n" for row in rows)
    else:
        told += _aligned(rows, console)
    more = len(glyphs) - len(rows)
    return told + (f"and {_count(more, 'rarer glyph')}\n" if more else "")


def _aligned(rows: list[_Row], console: Console) -> str:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    for _ in rows[0]:
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def _row(glyph: Glyph) -> _Row:
    return (
        visible(glyph.glyph),
        glyph.code_points,
        glyph.name,
        f"→ {glyph.reading or 'nothing'},",
        _count(glyph.count, "time"),
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
