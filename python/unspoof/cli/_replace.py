"""A file that is there whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path


class Replacement:
    """Written under a temporary name beside `path`, and put in its place in one step at the end."""

    def __init__(self, path: Path, mode: int) -> None:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        self._path, self._mode, self._temporary = path, mode, Path(name)
        self._stream = os.fdopen(handle, "wb")

    def write(self, data: bytes) -> None:
        """Adds to what will be there."""
        self._stream.write(data)

    def commit(self) -> None:
        """Puts the file in its place, so that no reader sees half of it."""
        self._stream.close()
        self._temporary.chmod(stat.S_IMODE(self._mode))
        self._temporary.replace(self._path)

    def discard(self) -> None:
        """Leaves everything as it was."""
        self._temporary.unlink(missing_ok=True)
        self._stream.close()


class Device:
    """A device or a pipe: it takes bytes as they come, and what it has taken is gone."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("wb", buffering=0)

    def write(self, data: bytes) -> None:
        """Hands everything over."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._stream.write(rest) :]

    def commit(self) -> None:
        """Lets go of it."""
        self._stream.close()

    discard = commit
