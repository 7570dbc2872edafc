"""Text out: UTF-8 whatever the locale, whole or not at all, and never over the input."""

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from unspoof.cli._failure import Failure, because
from unspoof.cli._replace import Device, Replacement

# What a shell reports for a program that SIGPIPE ended. Not click's 1, which means "disguised".
_BROKEN_PIPE = 128 + 13

Write = Callable[[str], None]
Given = os.stat_result | None


class OverInput(Failure):
    """The output would be the input itself."""


def write(text: str, given: Given, out: str | None) -> None:
    """Writes to the file `out`, or to stdout for None or "-"; Failure where that cannot be.

    `given` is the file that the text came from.
    """
    with opened(given, out) as add:
        add(text)


def say(text: str) -> None:
    """Writes to stdout what is no text of the user's own: a report."""
    write(text, None, None)


def refuse(given: Given, out: str | None) -> None:
    """Failure where the file `out` is the one that a text came from: for one of several texts."""
    if out is not None and out != "-":
        with contextlib.suppress(OSError):  # it is not there yet
            _refuse_input(given, Path(out).stat(), click.format_filename(out))


@contextlib.contextmanager
def opened(given: Given, out: str | None) -> Iterator[Write]:
    """The same, piece by piece: a file is there at the end, and an exception leaves none."""
    with _stdout(given) if out is None or out == "-" else _file(given, out) as add:
        yield add


@contextlib.contextmanager
def _stdout(given: Given) -> Iterator[Write]:
    with contextlib.suppress(OSError):  # a stream in memory has no descriptor
        _refuse_input(given, os.fstat(sys.stdout.fileno()), "stdout")

    def add(text: str) -> None:
        try:
            sys.stdout.buffer.write(text.encode("utf-8"))
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            _silence_stdout()
            sys.exit(_BROKEN_PIPE)
        except OSError as error:
            _silence_stdout()
            raise Failure(f"cannot write to stdout: {because(error)}") from error

    yield add


@contextlib.contextmanager
def _file(given: Given, out: str) -> Iterator[Write]:
    name = click.format_filename(out)
    with _said(name):
        target = _target(given, Path(out), name)

    def add(text: str) -> None:
        with _said(name):
            target.write(text.encode("utf-8"))

    try:
        yield add
        with _said(name):
            target.commit()
    except BaseException:
        with contextlib.suppress(OSError):  # a full disk refuses what is still to be flushed
            target.discard()
        raise


@contextlib.contextmanager
def _said(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure(f"cannot write {name}: {because(error)}") from error


def _target(given: Given, path: Path, name: str) -> Replacement | Device:
    try:
        there = path.stat()
    except OSError:
        there = None
    if there is not None:
        _refuse_input(given, there, name)
    if there is None or stat.S_ISREG(there.st_mode):
        mode = there.st_mode if there is not None else 0o666 & ~_umask()
        return Replacement(path.resolve(), mode)  # a link stays, and what it points to is written
    return Device(path)  # and a directory says what it is


def _refuse_input(given: Given, there: os.stat_result, name: str) -> None:
    if given is not None and stat.S_ISREG(there.st_mode) and os.path.samestat(given, there):
        raise OverInput(f"{name} is the input itself: refusing to write over it")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _silence_stdout() -> None:
    """Lets the interpreter flush at its exit into nothing: nobody reads stdout any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
