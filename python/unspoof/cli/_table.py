"""Figures as a table, a row for each set."""

from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from unspoof._evaluation import Figures

# Nothing is folded, wherever it is written: a terminal scrolls, and a pipe has no width.
_WIDTH = 1000
_HEADS = ("lines", "words", "read", "folded", "exact", "honest chars", "harmed", "per million")


def table(rows: list[tuple[str, Figures]]) -> str:
    """A head, and a line for each named set of figures; `-` where there is nothing to share."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="")
    table.add_column("set")
    for head in _HEADS:
        table.add_column(head, justify="right")
    for name, figures in rows:
        table.add_row(Text(name), *_cells(figures))
    console = Console(file=StringIO(), width=_WIDTH, color_system=None)
    with console.capture() as captured:
        console.print(table)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def _cells(figures: Figures) -> tuple[str, ...]:
    return (
        f"{figures.lines:,}",
        f"{figures.disguised_words:,}",
        _share(figures.read),
        _share(figures.folded),
        _share(figures.exact),
        f"{figures.honest_characters:,}",
        f"{figures.harmed_characters:,}",
        "-" if figures.harm_per_million is None else f"{figures.harm_per_million:,}",
    )


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.4f}"
