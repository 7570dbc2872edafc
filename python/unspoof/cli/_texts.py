"""Many texts in: files, stdin, and whatever text a directory holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from unspoof.cli import _input
from unspoof.cli._failure import Failure, because
from unspoof.cli._input import Input

NO_TEXT = "there is no text: no file there is UTF-8"


@dataclass
class Texts:
    """The texts of files and directories, one by one, as they are asked for.

    In a directory every file is read that is UTF-8, at any depth, by name; `skipped` has those that
    are not. Hidden files and directories are passed over, and links are not followed.
    """

    files: Iterable[str]
    skipped: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Input]:
        """Failure where a file cannot be read, or one that was named is no UTF-8."""
        for file in self.files:
            if file != "-" and Path(file).is_dir():
                yield from self._within(Path(file))
            else:
                yield _input.read(file)

    def _within(self, directory: Path) -> Iterator[Input]:
        for path in walk(directory, _give_up):
            try:
                yield _input.read(str(path))
            except _input.NotText:
                self.skipped.append(click.format_filename(str(path)))


def is_one(files: tuple[str, ...]) -> bool:
    """Whether these are one text for sure: one file that is no directory, or stdin."""
    return len(files) == 1 and (files[0] == "-" or not Path(files[0]).is_dir())


def walk(directory: Path, refused: Callable[[Failure], None]) -> Iterator[Path]:
    """The files of a directory, at any depth, by name; `refused` is told where none can be had."""
    try:
        with os.scandir(directory) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        name = click.format_filename(str(directory))
        refused(Failure(f"cannot read {name}: {because(error)}"))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from walk(Path(entry.path), refused)
        elif entry.is_file():
            yield Path(entry.path)


def _give_up(failure: Failure) -> None:
    raise failure
