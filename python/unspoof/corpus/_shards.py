"""How the work is divided: by the sizes of the files alone, so always in the same way."""

from __future__ import annotations

import os
from dataclasses import dataclass

from unspoof.corpus._inputs import Input
from unspoof.corpus._options import Options


@dataclass(frozen=True)
class Job:
    """What one worker does at one go: a range of a file, or a stream from its beginning to its end.

    A range is one part. A stream cannot be entered in the middle; it is cut into parts on the way.
    """

    file: Input
    part: int | None
    """The number of the range, or None for a stream."""
    start: int = 0
    end: int | None = None

    def name(self, part: int) -> str:
        """The name of one part: that of its outputs and of its receipt."""
        return f"{self.file.name}-{part:05d}"


def plan(files: list[Input], options: Options) -> list[Job]:
    """The jobs for these files, in order."""
    return [job for file in files for job in _jobs(file, options)]


def _jobs(file: Input, options: Options) -> list[Job]:
    if file.size is None or file.compression or file.kind == "warc":
        return [Job(file, None)]
    if file.kind == "text" and options.document == "file":
        return [Job(file, 0)]
    count = max(1, -(-file.size // options.shard_size))
    bounds = [file.size * number // count for number in range(count + 1)]
    return [Job(file, number, bounds[number], bounds[number + 1]) for number in range(count)]


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
