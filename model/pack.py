"""The packed file: a head, a directory, and sections that are used where they lie."""

from __future__ import annotations

import struct

MAGIC = b"UNSPOOF\0"
VERSION = 2
# What the wheel can spare for the model.
MOST_BYTES = 16_000_000


def packed(sections: dict[str, bytes]) -> bytes:
    """One file of all sections, sorted by name, each starting on a multiple of 64 bytes.

    Head: magic (8 bytes), format version (u32), count (u32). Directory: name (8 bytes, ASCII,
    zero-padded), offset (u64), length (u64). Everything is little-endian. A file too large for
    the wheel stops the build.
    """
    head = len(MAGIC) + 8 + 24 * len(sections)
    directory, body = b"", b""
    for name in sorted(sections):
        gap = -(head + len(body)) % 64
        body += b"\0" * gap
        directory += struct.pack("<8sQQ", name.encode(), head + len(body), len(sections[name]))
        body += sections[name]
    size = head + len(body)
    if size > MOST_BYTES:
        raise SystemExit(
            f"the model would have {size:,} bytes, and the wheel has room for {MOST_BYTES:,}:"
            " keep fewer words or n-grams in model/languages.py"
        )
    return MAGIC + struct.pack("<II", VERSION, len(sections)) + directory + body
