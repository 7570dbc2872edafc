"""Tables without lines, and what is printed as the text that it is."""

from __future__ import annotations

from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

_WIDTH = 2000


def grid(**more: Any) -> Table:
    """A table of bare columns; `more` is as rich takes it."""
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, **more)


def plain(width: int | None = _WIDTH) -> Console:
    """Where there is no terminal. A pipe has no width, so that nothing is folded by default."""
    return Console(file=StringIO(), width=width, color_system=None)


def printed(what: Any, console: Console | None = None) -> str:
    """What the console, or one without a terminal, prints of it, without spaces that end lines."""
    console = console or plain()
    with console.capture() as captured:
        console.print(what)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())
