"""What follows the text in an explanation: the scheme as a table, hidden messages, a summary."""

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from unspoof import Reading, Substitution
from unspoof._glyphs import code_points, names, visible


def scheme(reading: Reading, console: Console | None) -> str:
    """A row for each substitution: aligned for `console`, or one plain line each for None."""
    rows = [_row(substitution) for substitution in reading.scheme]
    if console is None:
        return "".join(" ".join(filter(None, row)) + "\n" for row in rows)
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    for _ in range(5):
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    with console.capture() as captured:
        console.print(table)
    return captured.get()


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
    """One line: how much was changed, how sure that is, and what the text was read as."""
    length = _count(len(reading.original), "character")
    if not reading.obfuscated:
        return f"Nothing disguised in {length}.\n"
    families = Counter(edit.family for edit in reading.edits).most_common()
    kinds = ", ".join(f"{number:,} {family}" for family, number in families)
    shares = [*reading.scripts.items(), *reading.languages.items()]
    read_as = ", ".join(f"{code} {share:.0%}" for code, share in shares if share >= 0.01)
    return (
        f"{_count(len(reading.edits), 'change')} in {length} ({kinds}), score {reading.score:.2f}"
        + (f"; read as {read_as}" if read_as else "")
        + ".\n"
    )


def terminal() -> Console | None:
    """A console for tables and colours, or None where stdout takes neither."""
    console = Console(highlight=False)
    return console if console.is_terminal and not console.no_color else None


def _row(row: Substitution) -> tuple[str, str, str, str, str]:
    glyph, reading, count = row
    return (
        visible(glyph),
        code_points(glyph),
        names(glyph),
        f"→ {reading or 'nothing'},",
        _count(count, "time"),
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
