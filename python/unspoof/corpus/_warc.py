"""WARC and WET files: records of plain text are documents, and all others pass as they are."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, NamedTuple

from unspoof.corpus._batch import Batch, Item, Readings
from unspoof.corpus._errors import need, told
from unspoof.corpus._options import Options
from unspoof.corpus._sink import Sink
from unspoof.corpus._text import decoded, too_long


class Record(NamedTuple):
    """A record of WARC, and its block where that was read."""

    record: Any
    block: bytes

    def header(self, name: str) -> str | None:
        """The value of a header of the record, if it has it."""
        value: str | None = self.record.rec_headers.get_header(name)
        return value


def items(stream: BinaryIO, options: Options) -> Iterator[Item]:
    """The records of a file that is not compressed, or no longer.

    Documents are conversion and resource records of text/plain: what WET files hold. HTML is
    markup, and taking the text out of it is for other programs.
    """
    archive = need("warcio.archiveiterator")
    failed = need("warcio.exceptions").ArchiveLoadFailed
    records = iter(archive.ArchiveIterator(stream, no_record_parse=True))
    while True:
        try:
            record = next(records, None)
        except (failed, UnicodeError) as error:
            raise ValueError(told(error)) from error
        if record is None:
            return
        yield _item(record, options)


def _item(record: Any, options: Options) -> Item:
    block = record.raw_stream.read(options.longest + 1)
    if len(block) > options.longest:
        return Item(len(block), error=too_long(options), raw=block[:200])
    if record.length is not None and len(block) < record.length:
        missing = f"the record ends after {len(block):,} of {record.length:,} bytes"
        return Item(len(block), error=missing, raw=block)
    kept = Record(record, block)
    if not _is_text(record):
        return Item(len(block), kept)
    text, error = decoded(block)
    if error is not None:
        return Item(len(block), error=error, raw=block)
    return Item(len(block), kept, text, kept.header(options.id or "WARC-Record-ID"))


def _is_text(record: Any) -> bool:
    kind = (record.content_type or "").partition(";")[0].strip().lower()
    return record.rec_type in ("conversion", "resource") and kind == "text/plain"


class Writer:
    """Records with another block; their lengths and digests are those of the new one."""

    def __init__(self, stream: Sink, is_compressed: bool) -> None:
        self._writer = need("warcio.warcwriter").WARCWriter(stream, gzip=is_compressed)

    def write(self, batch: Batch, rows: Sequence[int], readings: Readings) -> None:
        """Adds some rows of a batch, restored where there is a reading."""
        for row in rows:
            record, block = batch.records[row]
            reading = readings.get(row)
            if reading is not None:
                block = reading.text.encode("utf-8")
                for name in ("WARC-Block-Digest", "WARC-Payload-Digest"):
                    record.rec_headers.remove_header(name)
            record.raw_stream, record.length = io.BytesIO(block), len(block)
            self._writer.write_record(record)

    def close(self) -> None:
        """Does nothing: every record is complete by itself."""
