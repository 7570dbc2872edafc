"""What every format is read as: batches of texts, each with what its format needs to write it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from unspoof import Reading
from unspoof.corpus._errors import is_broken_data, told

BATCH_SIZE = 4 * 2**20
"""Bytes of a batch: enough for every core to have texts of it, and little beside the rest."""
Readings = Mapping[int, Reading]
"""Of a batch, by its rows."""
_MOST_ITEMS = 20_000
_RAW_KEPT = 2**16
"""Bytes of a record that was put aside which are kept with the reason."""


@dataclass
class Reject:
    """What cannot be read: where it is, why, and what it is."""

    place: int
    """The number of the item in its part, from 1 on."""
    error: str
    raw: bytes | None = None
    items: int = 1
    """How many documents that is; 0 where nobody knows."""

    def to_dict(self) -> dict[str, Any]:
        """As it is told: the raw record as text where it is text."""
        row: dict[str, Any] = {"place": self.place, "error": self.error}
        if self.items != 1:
            row["documents"] = self.items
        if self.raw is not None:
            kept = self.raw[:_RAW_KEPT]
            if len(kept) < len(self.raw):
                row["raw_bytes"] = len(self.raw)
            try:
                row["raw"] = kept.decode("utf-8")
            except UnicodeDecodeError:
                row["raw_base64"] = base64.b64encode(kept).decode("ascii")
        return row


@dataclass
class Item:
    """One record of a stream: a document, something that passes as it is, or a reject."""

    size: int
    """Bytes that it takes in the input."""
    record: Any = None
    """What its format needs to write it again."""
    text: str | None = None
    """None for what holds no text."""
    id: str | None = None
    error: str | None = None
    """Why it is put aside, if it is."""
    raw: bytes | None = None
    """What is put aside."""
    ends: bool = False
    """Whether the rest of the file cannot be read."""


class Names(Protocol):
    """What documents are called, by their rows."""

    def __getitem__(self, row: int, /) -> str | None:
        """The name of a row, if it has one."""


@dataclass
class Batch:
    """Documents that follow each other; `texts`, `ids` and `places` are one for each record."""

    records: Any
    """A list of what the format needs for each, or a pyarrow Table."""
    texts: list[str | None]
    """Of Parquet there are none, but a column."""
    ids: Names
    places: Sequence[int]
    """The number of each in its part, from 1 on."""
    rejects: list[Reject] = field(default_factory=list)
    items: int = 0
    """How many were read to make it, rejects among them."""
    broken: str | None = None
    """Why the rest of the file cannot be read, if it cannot."""
    column: Any = None
    """The texts as a pyarrow ChunkedArray: no str is made of a row that stays as it is."""

    def __len__(self) -> int:
        """How many records it has."""
        return len(self.places)


def until_broken(items: Iterator[Item]) -> Iterator[Item]:
    """The items of a source; where its bytes turn out to be wrong, a last one that says so."""
    try:
        yield from items
    except Exception as error:
        if not is_broken_data(error):
            raise
        why = f"the rest of the file cannot be read: {told(error)}"
        yield Item(0, error=why, ends=True)


def take(items: Iterator[Item], size: int) -> Iterator[Item]:
    """The next items, up to the one with which they come to `size` bytes."""
    held = 0
    for item in items:
        yield item
        held += item.size
        if held >= size:
            return


def batches(items: Iterable[Item]) -> Iterator[Batch]:
    """The items of one part in batches."""
    ids: list[str | None] = []
    places: list[int] = []
    batch, held = Batch([], [], ids, places), 0
    for place, item in enumerate(items, 1):
        if item.error is not None:
            batch.rejects.append(Reject(place, item.error, item.raw, 0 if item.ends else 1))
            batch.broken = item.error if item.ends else None
        else:
            batch.records.append(item.record)
            batch.texts.append(item.text)
            ids.append(item.id)
            places.append(place)
        batch.items += 1
        held += item.size
        if held >= BATCH_SIZE or batch.items >= _MOST_ITEMS:
            yield batch
            ids, places = [], []
            batch, held = Batch([], [], ids, places), 0
    if batch.items:
        yield batch
