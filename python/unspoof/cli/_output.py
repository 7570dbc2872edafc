"""Text out: UTF-8 whatever the locale, whole or not at all, and never over the input."""

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

import click

from unspoof.cli._failure import Failure, because
from unspoof.cli._input import Input

# What a shell reports for a program that SIGPIPE ended. Not click's 1, which means "disguised".
_BROKEN_PIPE = 128 + 13


def write(text: str, source: Input, out: str | None) -> None:
    """Writes to the file `out`, or to stdout for None or "-"; Failure where that cannot be."""
    data = text.encode("utf-8")
    if out is None or out == "-":
        _write_stdout(data, source)
    else:
        _write_file(data, source, out)


def say(text: str) -> None:
    """Writes to stdout what is no text of the user's own: a report."""
    _write_stdout(text.encode("utf-8"), None)


def _write_stdout(data: bytes, source: Input | None) -> None:
    if source is not None:
        with contextlib.suppress(OSError):  # a stream in memory has no descriptor
            _refuse_input(source, os.fstat(sys.stdout.fileno()), "stdout")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence_stdout()
        sys.exit(_BROKEN_PIPE)
    except OSError as error:
        _silence_stdout()
        raise Failure(f"cannot write to stdout: {because(error)}") from error


def _write_file(data: bytes, source: Input, out: str) -> None:
    name = click.format_filename(out)
    path = Path(out)
    try:
        there = path.stat()
    except OSError:
        there = None
    if there is not None:
        _refuse_input(source, there, name)
    try:
        if there is None or stat.S_ISREG(there.st_mode):
            mode = there.st_mode if there is not None else 0o666 & ~_umask()
            _replace(path.resolve(), data, mode)  # a link stays, and what it points to is written
        else:  # a device or a pipe takes bytes as they come, and a directory says what it is
            path.write_bytes(data)
    except OSError as error:
        raise Failure(f"cannot write {name}: {because(error)}") from error


def _refuse_input(source: Input, there: os.stat_result, name: str) -> None:
    if (
        source.stat is not None
        and stat.S_ISREG(there.st_mode)
        and os.path.samestat(source.stat, there)
    ):
        raise Failure(f"{name} is the input itself: refusing to write over it")


def _replace(path: Path, data: bytes, mode: int) -> None:
    """Puts a new file in the place of `path` in one step, so that no reader sees half of it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _silence_stdout() -> None:
    """Lets the interpreter flush at its exit into nothing: nobody reads stdout any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
