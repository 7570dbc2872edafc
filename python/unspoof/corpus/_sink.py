"""Files that are there whole or not at all, whatever ends the program, and whenever."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unspoof.corpus._errors import CorpusError, told

TEMPORARY = ".writing"
"""The suffix of files that are being written; one that is found at a start is of a killed run."""


class Sink(io.RawIOBase):
    """A new file under a temporary name in its folder, put in its place once it is on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with said(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(TEMPORARY, f".{path.name}.", path.parent)
            self._temporary = Path(name)
            self._stream = os.fdopen(handle, "wb", 2**18)
            self._temporary.chmod(0o666 & ~_umask())
        self.size = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Adds bytes; CorpusError where the disk does not take them."""
        with said(self.path):
            size = self._stream.write(data)
        self.size += size
        return size

    def commit(self) -> None:
        """Puts the file in its place, once it would outlive a power cut."""
        with said(self.path):
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
            self._temporary.replace(self.path)
            sync_folder(self.path.parent)

    def discard(self) -> None:
        """Leaves everything as it was."""
        with contextlib.suppress(OSError):  # a full disk refuses what is still to be flushed
            self._stream.close()
        self._temporary.unlink(missing_ok=True)


def write_json(path: Path, value: Any, indent: int | None = None) -> None:
    """Writes a file of JSON, in lines of their own where it is for people, too."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def write_text(path: Path, text: str) -> None:
    """Writes a file of text."""
    sink = Sink(path)
    try:
        # What JSON allows and UTF-8 does not: half a pair.
        sink.write(text.encode("utf-8", "backslashreplace"))
        sink.commit()
    except BaseException:
        sink.discard()
        raise


def sync_folder(folder: Path) -> None:
    """Sees to it that names in a folder outlive a power cut, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns an OSError into a CorpusError that names the file."""
    try:
        yield
    except OSError as error:
        raise CorpusError(f"cannot write {path}: {told(error)}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
