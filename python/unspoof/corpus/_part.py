"""The files of one part: documents, what was put aside, schemes; all of them or none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from unspoof import Reading
from unspoof.corpus import _formats
from unspoof.corpus._batch import Batch, Readings, Reject
from unspoof.corpus._inputs import Input
from unspoof.corpus._layout import Layout
from unspoof.corpus._options import Options
from unspoof.corpus._reading import count
from unspoof.corpus._rows import holds
from unspoof.corpus._sink import Sink
from unspoof.corpus._statistics import Statistics


class Part:
    """Takes batches with their readings; as a context, it leaves nothing where it fails."""

    def __init__(
        self, layout: Layout, name: str, file: Input, source: Any, options: Options
    ) -> None:
        self._layout, self.name, self._file = layout, name, file
        self._source, self._options = source, options
        self._format = _formats.output_format(file, options)
        self._writers: dict[str, _formats.Writer] = {}
        self._sinks: list[Sink] = []
        self._rejected: Sink | None = None
        self._schemes: Sink | None = None
        self._statistics = Statistics()
        self._items = 0
        self._broken: str | None = None

    def __enter__(self) -> Part:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            for sink in self._sinks:
                sink.discard()

    def add(self, batch: Batch, readings: Readings) -> None:
        """Writes a batch; what is honest needs no reading."""
        self._items += batch.items
        self._broken = self._broken or batch.broken
        self._put_aside(batch.rejects)
        documents, characters = count(batch)
        self._statistics.see(documents, characters, len(batch) - documents)
        disguised = {row: reading for row, reading in readings.items() if reading.obfuscated}
        for row, reading in disguised.items():
            self._statistics.add(reading)
            self._add_scheme(batch, row, reading)
        if self._options.mode != "filter":
            self._write("documents", batch, range(len(batch)), readings)
            return
        # As they stand.
        honest = [row for row in range(len(batch)) if row not in disguised]
        self._write("honest", batch, honest, {})
        self._write("disguised", batch, list(disguised), {})

    def commit(self, size: int, is_first: bool, is_last: bool) -> None:
        """Puts everything in its place, and at last the receipt; `size` is in bytes of the input.

        Of a stream, the receipts say which part is the last one.
        """
        if is_first and not self._writers and not self._broken:
            # Even a file without documents has an output.
            self._writer("honest" if self._options.mode == "filter" else "documents")
        for writer in self._writers.values():
            writer.close()
        for sink in self._sinks:
            sink.commit()
        receipt = {
            "items": self._items,
            "bytes": size,
            "is_last": is_last,
            "broken": self._broken,
            "statistics": self._statistics.to_dict(),
        }
        self._layout.finish(self.name, receipt, {sink.path: sink.size for sink in self._sinks})

    def _write(self, folder: str, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        if self._format.partition(".")[0] != self._file.kind:
            rows = holds(batch, rows, self._file.kind)
        if rows:
            self._writer(folder).write(batch, rows, readings)

    def _writer(self, folder: str) -> _formats.Writer:
        if folder not in self._writers:
            name = self.name + _formats.extension(self._format)
            sink = self._sink(self._layout.output(folder, name))
            self._writers[folder] = _formats.writer(
                sink, self._format, self._file, self._source, self._options
            )
        return self._writers[folder]

    def _put_aside(self, rejects: Iterable[Reject]) -> None:
        for reject in rejects:
            self._statistics.rejected += reject.items
            if self._rejected is None:
                self._rejected = self._sink(self._layout.rejected(self.name))
            _add_line(self._rejected, reject.to_dict())

    def _add_scheme(self, batch: Batch, row: int, reading: Reading) -> None:
        if not reading.scheme:
            return
        if self._schemes is None:
            self._schemes = self._sink(self._layout.schemes(self.name))
        scheme = [[glyph, meant, count] for glyph, meant, count in reading.scheme]
        line = {"place": batch.places[row], "id": batch.ids[row], "scheme": scheme}
        _add_line(self._schemes, line)

    def _sink(self, path: Path) -> Sink:
        sink = Sink(path)
        self._sinks.append(sink)
        return sink


def _add_line(sink: Sink, row: dict[str, Any]) -> None:
    # Half a pair, which UTF-8 cannot hold, comes out as JSON's own escape.
    sink.write((json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))
