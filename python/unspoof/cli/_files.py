"""The files of a command that goes on where one of them cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from unspoof.cli._failure import Failure
from unspoof.cli._texts import walk


class File(NamedTuple):
    """A file to read ("-" is stdin), and whether it was named or lies in a directory that was."""

    path: str
    named: bool


def each(
    given: tuple[str, ...], recursive: bool, complain: Callable[[Failure], None]
) -> Iterator[File]:
    """The files that were given and, if `recursive`, those of the directories.

    As in grep, nothing means stdin, or this directory if `recursive`. `complain` is told of a
    directory that is not read.
    """
    if not given:
        given = (".",) if recursive else ("-",)
    for path in given:
        if path == "-" or not Path(path).is_dir():
            yield File(path, True)
        elif recursive:
            for found in walk(Path(path), complain):
                yield File(str(found), False)
        else:
            name = click.format_filename(path)
            complain(Failure(f"{name} is a directory: give -r to read what is in it"))
