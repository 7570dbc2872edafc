"""Which format an output has, and what writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from unspoof.corpus import _jsonl, _parquet, _text, _warc
from unspoof.corpus._batch import Batch, Readings
from unspoof.corpus._errors import CorpusError
from unspoof.corpus._inputs import Input
from unspoof.corpus._options import Options
from unspoof.corpus._sink import Sink
from unspoof.corpus._streams import Writing

_EXTENSIONS = {"text": ".txt", "jsonl": ".jsonl", "parquet": ".parquet", "warc": ".warc"}


class Writer(Protocol):
    """What writes the documents of one part."""

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch; `readings` has one for each of them that changes."""

    def close(self) -> None:
        """Writes what is left."""


def output_format(file: Input, options: Options) -> str:
    """The format of what is written for a file, one of FORMATS; CorpusError for what cannot be."""
    made = options.format
    if made is None:
        # Nobody writes WARC in zstd.
        compression = "gz" if file.kind == "warc" and file.compression else file.compression
        made = file.kind + (f".{compression}" if compression else "")
    kind = made.partition(".")[0]
    if kind in ("text", "warc") and file.kind != kind:
        raise CorpusError(
            f"{file.url} cannot be written as {kind}: give --format jsonl or parquet, which hold"
            " any document"
        )
    if options.mode == "annotate" and kind in ("text", "warc"):
        raise CorpusError(
            f"{file.url} has no place for annotations: give --format jsonl or parquet"
        )
    return made


def extension(made: str) -> str:
    """The extension of files of a format."""
    kind, _, compression = made.partition(".")
    return _EXTENSIONS[kind] + (f".{compression}" if compression else "")


def writer(sink: Sink, made: str, file: Input, source: Any, options: Options) -> Writer:
    """A writer of a format for documents of a file, of which `source` is what reads Parquet."""
    kind, _, compression = made.partition(".")
    is_native = kind == file.kind
    if kind == "parquet":
        if is_native:
            return _parquet.Writer(sink, source, options)
        return _parquet.RowWriter(sink, file.kind, options)
    if kind == "warc":
        return _warc.Writer(sink, bool(compression))
    stream = Writing(sink, compression or None)
    if kind == "text":
        return _text.Writer(stream)
    return (
        _jsonl.Writer(stream, options)
        if is_native
        else _jsonl.RowWriter(stream, file.kind, options)
    )
