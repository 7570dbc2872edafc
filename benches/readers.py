"""What a reader is to the benchmark: a name, an origin, and a function from text to text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import metadata

Read = Callable[[str], str]


@dataclass(frozen=True)
class Reader:
    """One way of reading text, as the record lists it; `load` imports it."""

    name: str
    package: str
    """The distribution on the package index; empty for the standard library."""
    call: str
    """What is called, as a reader of the record would type it."""
    load: Callable[[], Read]
    note: str = ""

    def version(self) -> str:
        """The installed version; the interpreter's own for the standard library."""
        return metadata.version(self.package) if self.package else "stdlib"


@dataclass(frozen=True)
class Loaded:
    """A reader that is installed and ready to be called."""

    reader: Reader
    read: Read
    version: str


def load_all(readers: Iterable[Reader]) -> tuple[list[Loaded], dict[str, str]]:
    """The readers that are there, and for each that is not the error and what to install."""
    loaded: list[Loaded] = []
    missing: dict[str, str] = {}
    for reader in readers:
        try:
            loaded.append(Loaded(reader, reader.load(), reader.version()))
        except (ImportError, AttributeError, OSError, metadata.PackageNotFoundError) as error:
            missing[reader.name] = (
                f"{type(error).__name__}: {error}; to have it: pip install {reader.package}"
            )
    return loaded, missing
