"""datatrove: a formatter that restores, a filter by disguise, and statistics of it.

Each step reads its documents in batches on one thread, since datatrove runs one task for each
core.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from unspoof import Reader, Reading
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    from datatrove.data import Document
    from datatrove.io import DataFolderLike
    from datatrove.pipeline.filters.base_filter import BaseFilter
    from datatrove.pipeline.formatters.base import BaseFormatter
    from datatrove.pipeline.stats.base import BaseStats
    from datatrove.pipeline.writers.disk_base import DiskWriter
    from datatrove.utils.batching import batched
except ImportError as error:
    raise missing("datatrove") from error

_BATCH = 1000


def _metadata(reading: Reading) -> dict[str, Any]:
    """What a document keeps of its reading; its text has the rest."""
    row = _rows.row(reading)
    return {f"unspoof_{name}": row[name] for name in ("score", "families", "edits")}


class Restore(BaseFormatter):
    """Documents as they were meant.

    Documents that change keep `unspoof_score`, `unspoof_families` and `unspoof_edits` (JSON) in
    their metadata, so that `unspoof.apply` can be checked or undone later. Counts what was
    `restored`, by family too.
    """

    name = "🔎 unspoof"

    def __init__(self, reader: Reader | None = None, batch_size: int = _BATCH) -> None:
        """With the reader that reads, and how many documents it reads at once."""
        super().__init__()
        self.reader = reader or _rows.default()
        self.batch_size = batch_size

    def format(self, text: str) -> str:
        """One text as it was meant."""
        return self.reader.restore(text)

    def run(
        self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents, restored, in order."""
        del rank, world_size  # documents do not depend on one another
        for documents in batched(data or (), self.batch_size):
            with self.track_time("batch"):
                texts = [document.text for document in documents]
                readings = self.reader.read_batch(texts, threads=1)
            for document, reading in zip(documents, readings, strict=True):
                self.stat_update("total")
                if reading.edits:
                    document.text = reading.text
                    document.metadata.update(_metadata(reading))
                    families = document.metadata["unspoof_families"]
                    self.stat_update("restored", *(f"restored_{family}" for family in families))
                yield document


class DisguiseFilter(BaseFilter):
    """Drops documents that are disguised, or with `keep="disguised"` those that are not.

    `threshold` is the least score of a disguised document; without it, `Reading.obfuscated`
    decides. What is dropped as disguised has the reason "disguised_" and its most frequent family;
    other documents that are dropped have "honest".
    """

    name = "🎭 Disguise"

    def __init__(
        self,
        keep: str = "honest",
        threshold: float | None = None,
        reader: Reader | None = None,
        exclusion_writer: DiskWriter | None = None,
        batch_size: int = _BATCH,
    ) -> None:
        """Raises ValueError where `keep` is neither of the two."""
        super().__init__(exclusion_writer, batch_size)
        if keep not in ("honest", "disguised"):
            raise ValueError(f"keep is 'honest' or 'disguised', not {keep!r}")
        self.keep = keep
        self.threshold = threshold
        self.reader = reader or _rows.default()

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Whether one document is kept, or why not."""
        return self._verdict(self.reader.read(doc.text))

    def filter_batch(self, batch: list[Document]) -> list[bool | tuple[bool, str]]:
        """The same for several documents."""
        readings = self.reader.read_batch([doc.text for doc in batch], threads=1)
        return [self._verdict(reading) for reading in readings]

    def _verdict(self, reading: Reading) -> bool | tuple[bool, str]:
        disguised = reading.obfuscated
        if self.threshold is not None:
            disguised = reading.score >= self.threshold
        if disguised == (self.keep == "disguised"):
            return True
        if not disguised:
            return False, "honest"
        families = Counter(edit.family for edit in reading.edits).most_common(1)
        return False, f"disguised_{families[0][0] if families else 'unread'}"


class DisguiseStats(BaseStats):
    """Statistics of disguise: `disguised` (0 or 1), `disguise_score`, `disguise_edits` (how many)
    and `disguised_ratio` (the share of the document's characters that edits replace).
    """

    name = "🎭 Disguise stats"

    def __init__(
        self, output_folder: DataFolderLike, reader: Reader | None = None, **options: Any
    ) -> None:
        """`options` are those of datatrove's `BaseStats`."""
        super().__init__(output_folder, **options)
        self.reader = reader or _rows.default()

    def extract_stats(self, doc: Document) -> dict[str, int | float]:
        """The statistics of one document."""
        reading = self.reader.read(doc.text)
        replaced = sum(edit.end - edit.start for edit in reading.edits)
        return {
            "disguised": int(reading.obfuscated),
            "disguise_score": reading.score,
            "disguise_edits": len(reading.edits),
            "disguised_ratio": replaced / len(doc.text) if doc.text else 0.0,
        }
