"""NeMo Curator: a modifier of single texts, and a stage that restores batches over Arrow."""

from dataclasses import dataclass
from typing import Any

from unspoof import Reader
from unspoof.engines import _rows
from unspoof.engines._extra import missing

try:
    from nemo_curator.stages.base import ProcessingStage
    from nemo_curator.stages.text.modifiers import DocumentModifier
    from nemo_curator.tasks import DocumentBatch

    from unspoof.engines import arrow
except ImportError as error:
    raise missing("nemo-curator") from error


class RestoreModifier(DocumentModifier):
    """For `Modify(RestoreModifier())`, among other modifiers: one text at a time."""

    def __init__(self, reader: Reader | None = None) -> None:
        """With the reader that reads, the default one if not given."""
        super().__init__()
        self._reader = reader or _rows.default()

    def modify_document(self, text: Any) -> Any:
        """The text as it was meant; what is missing stays so."""
        return self._reader.restore(text) if isinstance(text, str) else text


@dataclass
class RestoreStage(ProcessingStage[DocumentBatch, DocumentBatch]):
    """A stage that restores one column of each batch, on one thread, as Arrow.

    With `into`, a column of structs of type `arrow.READING` is added before. Batches come out as
    pyarrow Tables.
    """

    column: str = "text"
    into: str | None = None
    reader: Reader | None = None
    name: str = "unspoof_restore"

    def inputs(self) -> tuple[list[str], list[str]]:
        """The column that is read."""
        return ["data"], [self.column]

    def outputs(self) -> tuple[list[str], list[str]]:
        """The column that is restored, and that of the readings."""
        return ["data"], [self.column, *filter(None, [self.into])]

    def process(self, batch: DocumentBatch) -> DocumentBatch:
        """The batch with the column as it was meant; nulls stay."""
        table = batch.to_pyarrow()
        if self.into is not None:
            table = arrow.read(table, self.column, into=self.into, reader=self.reader, threads=1)
        return DocumentBatch(
            dataset_name=batch.dataset_name,
            data=arrow.restore(table, self.column, reader=self.reader, threads=1),
            _metadata=batch._metadata,
            _stage_perf=batch._stage_perf,
        )
