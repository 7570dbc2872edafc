"""The files of a command that takes several, and those of folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from unspoof.cli._failure import Failure, because


class File(NamedTuple):
    """A file to read ("-" is stdin), and whether it was named or lies in a folder that was."""

    path: str
    named: bool


def each(
    given: tuple[str, ...], recursive: bool, complain: Callable[[Failure], None]
) -> Iterator[File]:
    """The files that were given and, if `recursive`, all of the folders, in the order of names.

    As in grep, nothing means stdin, or this folder if `recursive`; and links, devices and pipes in
    folders are passed over. `complain` is told of a folder that cannot be read.
    """
    if not given:
        yield from _within(".", complain) if recursive else [File("-", True)]
    for path in given:
        if path == "-" or not Path(path).is_dir():
            yield File(path, True)
        elif recursive:
            yield from _within(path, complain)
        else:
            name = click.format_filename(path)
            complain(Failure(f"{name} is a folder: give -r to read what is in it"))


def _within(folder: str, complain: Callable[[Failure], None]) -> Iterator[File]:
    def refused(error: OSError) -> None:
        name = click.format_filename(error.filename)
        complain(Failure(f"cannot read {name}: {because(error)}"))

    for here, folders, names in os.walk(folder, onerror=refused):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            if path.is_file() and not path.is_symlink():
                yield File(str(path), False)
