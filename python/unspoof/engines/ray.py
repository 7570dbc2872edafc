"""Ray Data: functions and callable classes for `map_batches` over Arrow.

dataset.map_batches(restore, batch_format="pyarrow") in tasks, or with `Restore` in actors. Each
batch is read on one thread, since Ray runs as many as there are cores, and by itself: one that
is tried again gives the same rows.
"""

from dataclasses import dataclass

from unspoof import Reader
from unspoof.engines._extra import missing

try:
    import pyarrow as pa
    import ray.data  # noqa: F401 - what is here is for it

    from unspoof.engines import arrow
except ImportError as error:
    raise missing("ray", "ray[data]") from error


def restore(table: pa.Table, column: str = "text", reader: Reader | None = None) -> pa.Table:
    """A batch with one column as it was meant; nulls stay.

    Raises TypeError for a batch that is not pyarrow's, KeyError where the column is not there.
    """
    return arrow.restore(table, column, reader=reader, threads=1)


def read(
    table: pa.Table, column: str = "text", into: str = "unspoof", reader: Reader | None = None
) -> pa.Table:
    """A batch with a column of structs of type `arrow.READING` more; raises like `restore`."""
    return arrow.read(table, column, into=into, reader=reader, threads=1)


@dataclass(frozen=True)
class Restore:
    """`restore` for actors: map_batches(Restore, fn_constructor_kwargs={"column": "text"}, ...)."""

    column: str = "text"
    reader: Reader | None = None

    def __call__(self, table: pa.Table) -> pa.Table:
        """A batch with the column as it was meant."""
        return restore(table, self.column, self.reader)


@dataclass(frozen=True)
class Read:
    """`read` for actors."""

    column: str = "text"
    into: str = "unspoof"
    reader: Reader | None = None

    def __call__(self, table: pa.Table) -> pa.Table:
        """A batch with a column of readings more."""
        return read(table, self.column, self.into, self.reader)
