"""Compressed streams, in and out: gzip and zstd, of which broken ones say so."""

from __future__ import annotations

import gzip
import io
from contextlib import ExitStack
from typing import IO, Any, BinaryIO, cast

from unspoof.corpus._errors import need

_CHUNK = 2**18


def reading(stream: BinaryIO, compression: str | None) -> BinaryIO:
    """What a compressed stream holds. Reading raises EOFError where it ends too early."""
    if compression == "gz":
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))
    if compression == "zst":
        return cast(BinaryIO, io.BufferedReader(_Frames(stream), _CHUNK))
    return stream


class Writing:
    """A compressed stream that is written: the same bytes for the same text, whatever the time."""

    def __init__(self, stream: IO[bytes] | io.RawIOBase, compression: str | None) -> None:
        self._closing = ExitStack()
        self._stream: Any = stream
        if compression == "gz":
            # No time, no name; level 6 is gzip's own default.
            self._stream = gzip.GzipFile("", "wb", 6, stream, mtime=0)
        elif compression == "zst":
            compressor = need("zstandard").ZstdCompressor(level=3, write_checksum=True)
            self._stream = compressor.stream_writer(stream, closefd=False)
        if self._stream is not stream:
            self._closing.callback(self._stream.close)

    def write(self, data: bytes) -> None:
        """Adds bytes."""
        self._stream.write(data)

    def close(self) -> None:
        """Ends the compressed stream, and leaves the one below it open."""
        self._closing.close()


class _Frames(io.RawIOBase):
    """The frames of a zstd stream. The library's own reader takes a stream cut short for whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._library = need("zstandard")
        self._frame: Any = None
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._held:
            data = self._frame.unused_data if self._frame and self._frame.eof else b""
            data = data or self._stream.read(_CHUNK)
            if not data:
                if self._frame and not self._frame.eof:
                    raise EOFError("the zstd stream ends before its last frame does")
                return 0
            if self._frame is None or self._frame.eof:
                self._frame = self._library.ZstdDecompressor().decompressobj()
            try:
                self._held = self._frame.decompress(data)
            except self._library.ZstdError as error:
                raise ValueError(str(error)) from error
        size = min(len(buffer), len(self._held))
        buffer[:size], self._held = self._held[:size], self._held[size:]
        return size
