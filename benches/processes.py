"""What a program takes of the machine, with all the processes that it starts; Linux only."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_EVERY = 0.2
"""Seconds between two looks at the memory."""
_PAGE = "Pss:"
"""Memory in which a page that several processes share is a part of each one's."""


@dataclass(frozen=True)
class Taken:
    """Seconds from its start to its end, and the most bytes that its processes held together."""

    seconds: float
    memory: int

    def to_dict(self) -> dict[str, Any]:
        """Both as plain values."""
        return asdict(self)


def watched(command: list[str | Path], environment: dict[str, str] | None = None) -> Taken:
    """Runs a command; SystemExit with what it said where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
    )
    most = 0
    while True:
        try:
            _, said = process.communicate(timeout=_EVERY)
            break
        except subprocess.TimeoutExpired:
            most = max(most, held(process.pid))
    if process.returncode:
        raise SystemExit(said or f"exit code {process.returncode}")
    return Taken(time.perf_counter() - start, most)


def held(process: int) -> int:
    """Bytes of memory of a process and of all below it; those that have just ended have none."""
    folder = Path(f"/proc/{process}")
    try:
        lines = (folder / "smaps_rollup").read_text(encoding="utf-8").splitlines()
        # Each thread has children of its own.
        children = [child for task in folder.glob("task/*/children") for child in _words(task)]
    except OSError:
        return 0
    own = next((int(line.split()[1]) * 1024 for line in lines if line.startswith(_PAGE)), 0)
    return own + sum(held(int(child)) for child in children)


def _words(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split()
