"""What can go wrong outside the program, and the libraries that may be missing."""

from __future__ import annotations

import importlib
import zlib
from types import ModuleType


class CorpusError(Exception):
    """A run cannot start, or go on; the message says why and what to do."""


class MissingExtra(CorpusError, ImportError):  # noqa: N818 - named for what it tells
    """A library of the extra `corpus` is not installed."""


class Broken(Exception):  # noqa: N818 - it is data that is broken
    """An input that can be read up to here and no further; the same would be found again."""


def need(module: str) -> ModuleType:
    """Imports a library of the extra `corpus`; MissingExtra says how to install it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise MissingExtra(f"{name} is not installed: pip install 'unspoof[corpus]'") from error


def is_broken_data(error: BaseException) -> bool:
    """Whether it is the bytes that are wrong, rather than a disk, a network or a permission.

    gzip and pyarrow say the former with an OSError as well, but without the system's number.
    """
    if isinstance(error, OSError):
        return error.errno is None
    return isinstance(error, (EOFError, zlib.error, ValueError))


def told(error: BaseException) -> str:
    """One line that says what is wrong."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(words.split()) or type(error).__name__
