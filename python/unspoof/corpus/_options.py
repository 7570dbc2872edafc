"""What a run is asked for: all that its output depends on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from unspoof import Reader

Mode = Literal["restore", "annotate", "filter"]

MODES: tuple[Mode, ...] = ("restore", "annotate", "filter")
FORMATS = (
    *("text", "text.gz", "text.zst", "jsonl", "jsonl.gz", "jsonl.zst"),
    *("parquet", "warc", "warc.gz"),
)
MIB = 2**20


@dataclass(frozen=True)
class Options:
    """What to do with each document."""

    column: str = "text"
    """Where the text is: a Parquet column or a JSON key."""
    id: str | None = None
    """Where a document's name is; by default it is named after its file and place."""
    profile: Literal["careful", "full"] = "careful"
    languages: tuple[str, ...] | None = None
    mode: Mode = "restore"
    format: str | None = None
    """One of FORMATS for all outputs, or None for that of each input."""
    document: Literal["line", "file"] = "line"
    """What of a text file is one document."""
    shard_size: int = 64 * MIB
    """Bytes (not compressed) that are read between two points at which a run can be resumed."""
    longest: int = 64 * MIB
    """Bytes of a line, document or record beyond which it is put aside: it must fit in memory."""

    def __post_init__(self) -> None:
        """ValueError for a format that there is none of."""
        if self.format is not None and self.format not in FORMATS:
            raise ValueError(f"unknown format {self.format!r}; there are {', '.join(FORMATS)}")

    def reader(self) -> Reader:
        """The reader that they ask for; ValueError where there is none of it."""
        return Reader(self.profile, self.languages)

    def to_dict(self) -> dict[str, Any]:
        """All of them as plain values, for the manifest."""
        plain = asdict(self)
        plain["languages"] = list(self.languages) if self.languages else None
        return plain
