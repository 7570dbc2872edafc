"""How far a run is: told from the receipts, whoever does the work and wherever."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unspoof.corpus._layout import Layout

_EVERY = 0.5
"""Seconds between two looks."""


@contextmanager
def shown(layout: Layout, total: int | None) -> Iterator[None]:
    """Draws a bar on stderr, if that is a terminal: bytes of input, the rate, the time left."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    columns = (
        *(BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn()),
        TextColumn("{task.fields[documents]:,} documents"),
    )
    ended = threading.Event()
    receipts = Receipts(layout.receipt("").parent)
    receipts.look()
    with Progress(*columns, console=console, transient=True) as progress:
        # What an earlier run did is no part of this one's rate.
        left = None if total is None else total - receipts.bytes
        before = receipts.bytes
        task = progress.add_task("", total=left, documents=receipts.documents)

        def watch() -> None:
            while not ended.wait(_EVERY):
                receipts.look()
                done = receipts.bytes - before
                progress.update(task, completed=done, documents=receipts.documents)

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()


class Receipts:
    """Sums over the receipts in a folder, of which each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[Path] = set()
        self.bytes = 0
        self.documents = 0

    def look(self) -> None:
        """Adds those that are new."""
        for path in self._folder.rglob("*.json"):
            if path not in self._seen:
                self._seen.add(path)
                receipt = json.loads(path.read_text("utf-8"))
                self.bytes += receipt["bytes"]
                self.documents += receipt["statistics"]["documents"]
