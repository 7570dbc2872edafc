"""Figures as a table, a row for each set."""

from rich.text import Text

from unspoof._evaluation import Figures
from unspoof.cli._grid import grid, printed

_HEADS = ("lines", "words", "read", "folded", "exact", "honest chars", "harmed", "per million")


def table(rows: list[tuple[str, Figures]]) -> str:
    """A head, and a line for each named set of figures; `-` where there is nothing to share."""
    table = grid(header_style="")
    table.add_column("set")
    for head in _HEADS:
        table.add_column(head, justify="right")
    for name, figures in rows:
        table.add_row(Text(name), *_cells(figures))
    return printed(table)  # nothing is folded, wherever it is written: a terminal scrolls


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
