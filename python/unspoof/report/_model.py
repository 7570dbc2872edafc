"""What a report is made of, whatever its format."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from unspoof import Reader, Reading, __version__
from unspoof._facts import Facts, facts
from unspoof._places import Places
from unspoof._verdict import verdict


@dataclass(frozen=True)
class Source:
    """A text that was read, and what it came from.

    `name` is a file's name or any other, `data` the bytes as they were before they were decoded:
    the report gives their hash and their number. Without them it is those of the text as UTF-8.
    """

    name: str
    reading: Reading
    data: bytes | None = None


@dataclass(frozen=True)
class Document:
    """One text of a report. `size` is in bytes, `sha256` in hexadecimal digits."""

    name: str
    reading: Reading
    size: int
    sha256: str

    @cached_property
    def facts(self) -> Facts:
        """The counts of the reading."""
        return facts(self.reading)

    @cached_property
    def verdict(self) -> str:
        """The sentence that says what was found."""
        return verdict(self.reading)

    @cached_property
    def places(self) -> Places:
        """Line and column of each offset of the original."""
        return Places(self.reading.original)


@dataclass(frozen=True)
class Report:
    """What was read, with what, and when. `languages` is None where the text decided."""

    documents: tuple[Document, ...]
    generated: datetime.datetime
    profile: str
    languages: tuple[str, ...] | None
    version: str = __version__


def build(sources: Iterable[Source], reader: Reader, *, generated: datetime.datetime) -> Report:
    """A report on texts that `reader` has read; `generated` is the date that it shall bear.

    ValueError where there is no source, or where the date has no time zone.
    """
    documents = tuple(map(_document, sources))
    if not documents:
        raise ValueError("a report needs a text or more")
    if generated.tzinfo is None:
        raise ValueError("the date of a report needs a time zone")
    return Report(documents, generated, reader.profile, reader.languages)


def _document(source: Source) -> Document:
    data = source.data
    if data is None:
        # What came from Python may hold lone surrogates.
        data = source.reading.original.encode("utf-8", "surrogatepass")
    return Document(source.name, source.reading, len(data), hashlib.sha256(data).hexdigest())
