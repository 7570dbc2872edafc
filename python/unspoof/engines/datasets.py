"""Hugging Face datasets: functions for `Dataset.map` that its cache knows again.

dataset.map(Restore(), batched=True), with as many processes as wanted. The fingerprint of a step is
made from the column, how the reader reads and the version of unspoof, and of nothing else: another
process finds what the first one has cached, and a new version of unspoof reads anew.
"""

from dataclasses import dataclass, field
from typing import Any

from unspoof import Reader, __version__
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    import pyarrow as pa

    from unspoof.engines import arrow
except ImportError as error:
    raise missing("datasets") from error


@dataclass(frozen=True)
class Restore:
    """The batches of a dataset with one column as it was meant.

    Takes a batch as a dict of lists, or a pyarrow Table after `with_format("arrow")`, which
    copies nothing that stays. Nulls stay.
    """

    column: str = "text"
    reader: Reader = field(default_factory=_rows.default)
    version: str = field(default=__version__, init=False)

    def __call__(self, batch: Any) -> Any:
        """The column as it was meant; all columns for a Table."""
        if isinstance(batch, pa.Table):
            return arrow.restore(batch, self.column, reader=self.reader, threads=1)
        given = batch[self.column]
        restored = iter(self.reader.restore_batch([t for t in given if t is not None], threads=1))
        return {self.column: [None if text is None else next(restored) for text in given]}


@dataclass(frozen=True)
class Read:
    """The batches of a dataset with a struct of what tells of the disguise (`arrow.READING`).

    Takes and returns a pyarrow Table: only there do the first rows not decide the types. Raises
    TypeError for anything else.
    """

    column: str = "text"
    into: str = "unspoof"
    reader: Reader = field(default_factory=_rows.default)
    version: str = field(default=__version__, init=False)

    def __call__(self, batch: Any) -> Any:
        """The table with one more column."""
        if not isinstance(batch, pa.Table):
            raise TypeError('readings are given as Arrow: dataset.with_format("arrow").map(...)')
        return arrow.read(batch, self.column, into=self.into, reader=self.reader, threads=1)
