"""How far a long file has been read, on a terminal."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

At = Callable[[int], None]


def total(given: os.stat_result | None) -> int | None:
    """The length of a regular file, in bytes; None for all else, which does not tell."""
    return given.st_size if given is not None and stat.S_ISREG(given.st_mode) else None


@contextmanager
def shown(length: int | None, one_block: int, to_stdout: bool) -> Iterator[At]:
    """A function to be told how many bytes are done; it draws a bar on stderr where that helps.

    None is drawn where stderr is no terminal, where the text itself goes to the terminal, or for
    what is read in one block.
    """
    if not sys.stderr.isatty() or (to_stdout and sys.stdout.isatty()):
        yield lambda _: None
        return
    bar = _Bar(length)
    if length is not None and length > one_block:
        bar.at(0)
    try:
        yield bar.at
    finally:
        bar.stop()


class _Bar:
    def __init__(self, length: int | None) -> None:
        self._length = length
        self._progress: Progress | None = None

    def at(self, done: int) -> None:
        if self._progress is None:
            self._progress = _started(self._length)
        self._progress.update(self._progress.task_ids[0], completed=done)

    def stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()


def _started(length: int | None) -> Progress:
    from rich.console import Console  # takes a while to load, and most files need no bar
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("", total=length)
    progress.start()
    return progress
