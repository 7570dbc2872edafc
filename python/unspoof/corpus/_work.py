"""What one worker does: a job's documents in, the files of its parts out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, BinaryIO

from unspoof import Reader, Reading
from unspoof.corpus import _jsonl, _parquet, _text, _warc
from unspoof.corpus._batch import Batch, Item, Reject, batches, take, until_broken
from unspoof.corpus._errors import CorpusError, is_broken_data, told
from unspoof.corpus._layout import Layout
from unspoof.corpus._options import Options
from unspoof.corpus._part import Part
from unspoof.corpus._reading import read
from unspoof.corpus._shards import Job
from unspoof.corpus._streams import reading


@dataclass(frozen=True)
class Outcome:
    """How a job went."""

    job: Job
    error: str | None = None
    """Why it could not be done to its end; what is done is kept, for another run to go on."""
    is_final: bool = False
    """Whether no other job would fare better: a disk that is full, a column that is not there."""


@dataclass(frozen=True)
class Work:
    """The function of a run, to be mapped over its jobs in any order, on any machine.

    It can be pickled, and so can a job and its outcome. A job that is done already is passed over,
    and one that is done twice at the same time is done twice, to the same effect.
    """

    out: Path
    options: Options
    threads: int = 1

    def __call__(self, job: Job) -> Outcome:
        """Does one job."""
        try:
            _Run(self, job).do()
        except CorpusError as error:
            return Outcome(job, str(error), is_final=True)
        except OSError as error:
            return Outcome(job, f"cannot read {job.file.url}: {told(error)}")
        return Outcome(job)


class _Run:
    def __init__(self, work: Work, job: Job) -> None:
        self._job, self._options, self._threads = job, work.options, work.threads
        self._layout = Layout(work.out)
        self._reader: Reader = work.options.reader()

    def do(self) -> None:
        job = self._job
        if self._is_done():
            return
        with job.file.open() as stream:
            if job.file.kind == "parquet":
                self._parquet(stream)
            elif job.part is None:
                self._stream(stream)
            else:
                self._range(batches(self._items(stream)))

    def _is_done(self) -> bool:
        if self._job.part is not None:
            return self._layout.done(self._job.name(self._job.part)) is not None
        for part in count():
            receipt = self._layout.done(self._job.name(part))
            if receipt is None:
                return False
            if receipt["is_last"]:
                break
        return True

    def _stream(self, stream: BinaryIO) -> None:
        """A stream from its beginning on: parts that are done are read, but not looked at."""
        items = self._items(reading(stream, self._job.file.compression))
        coming = next(items, None)
        before = 0
        for part in count():
            these = chain([] if coming is None else [coming], items)
            receipt = self._layout.done(self._job.name(part))
            if receipt is None:
                with self._begun(part) as made:
                    self._fill(made, batches(take(these, self._options.shard_size)))
                    # What comes next is looked at first: a part says whether it is the last one.
                    coming = next(items, None)
                    made.commit(stream.tell() - before, part == 0, coming is None)
            else:
                deque(islice(these, receipt["items"]), maxlen=0)
                coming = next(items, None)
            before = stream.tell()
            if coming is None:
                return

    def _items(self, stream: BinaryIO) -> Iterator[Item]:
        job = self._job
        if job.file.kind == "warc":
            return until_broken(_warc.items(stream, self._options))
        read = _text.items if job.file.kind == "text" else _jsonl.items
        return until_broken(read(stream, job.start, job.end, self._options))

    def _parquet(self, stream: BinaryIO) -> None:
        job, part = self._job, self._job.part or 0
        source: Any = None
        found: Iterable[Batch]
        try:
            source = _parquet.Source(stream, job.file.url, self._options)
            found = source.batches(job.start, job.end)
        except Exception as error:
            if not is_broken_data(error):
                raise
            why = f"the file cannot be read: {told(error)}"
            # Said once, by the first part.
            found = [] if part else [Batch([], [], [], [], [Reject(1, why, None, 0)], 0, why)]
        self._range(found, source)

    def _range(self, found: Iterable[Batch], source: Any = None) -> None:
        """A job that is one part."""
        number = self._job.part or 0
        end = self._job.end if self._job.end is not None else self._job.file.size or 0
        with self._begun(number, source) as made:
            self._fill(made, found)
            made.commit(end - self._job.start, number == 0, True)

    def _begun(self, number: int, source: Any = None) -> Part:
        name = self._job.name(number)
        return Part(self._layout, name, self._job.file, source, self._options)

    def _fill(self, part: Part, found: Iterable[Batch]) -> None:
        for batch in found:
            try:
                readings = self._read(batch)
            except ValueError:
                if batch.column is None:
                    raise
                batch = _parquet.without_invalid(batch, self._options)
                readings = self._read(batch)
            part.add(batch, readings)

    def _read(self, batch: Batch) -> dict[int, Reading]:
        return read(batch, self._reader, self._options.mode, self._threads)
