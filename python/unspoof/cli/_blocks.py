"""A stream cut into blocks that fit in memory, where a cut does the least harm."""

import unicodedata
from collections.abc import Callable, Iterator

# Bytes looked through for a place between clusters. Marks piled higher are cut all the same.
_LOOK_BACK = 65_536
_VIRAMA = 9  # the combining class of what joins a letter to the next one


def blocks(read: Callable[[int], bytes], size: int) -> Iterator[tuple[int, bytes]]:
    """Each block of a stream, with the offset (bytes) that it starts at.

    A stream of up to one and a half times `size` (bytes) is one block, an empty one among them.
    Of a longer one, blocks have `size` at most, and the last one one and a half times as much: so
    it is no small remainder, which would tell the reader little.
    """
    most = size + size // 2
    held, offset = b"", 0
    while True:
        held += read(most + 1 - len(held))
        if len(held) <= most:
            break
        end = _cut(held, size)
        yield offset, held[:end]
        held, offset = held[end:], offset + end
    yield offset, held


def _cut(data: bytes, size: int) -> int:
    """Where a block of up to `size` ends: after a line, else after a space, else a cluster."""
    line = data.rfind(b"\n", 0, size)
    if line >= 0:
        return line + 1
    line = data.rfind(b"\r", 0, size)
    if line >= 0:
        return line + 1 + data.startswith(b"\n", line + 1)
    space = data.rfind(b" ", 0, size)
    return space + 1 if space >= 0 else _between_clusters(data, size)


def _between_clusters(data: bytes, size: int) -> int:
    end = _character(data, size)
    start = _character(data, max(0, end - _LOOK_BACK))
    # What is no UTF-8 is found, and said, when the block is decoded.
    text = data[start:end].decode("utf-8", "surrogateescape")
    for at in range(len(text) - 1, 0, -1):
        if _apart(text[at - 1], text[at]):
            return start + len(text[:at].encode("utf-8", "surrogateescape"))
    return end


def _character(data: bytes, at: int) -> int:
    """The start of the character that the byte at `at` belongs to."""
    back = 0
    while back < 3 and at > back and data[at - back] & 0xC0 == 0x80:
        back += 1
    return at - back


def _apart(before: str, after: str) -> bool:
    """Whether these two are surely of two clusters: Unicode's rules, from the safe side."""
    return (
        unicodedata.category(after)[0] in "LNPZ"
        and unicodedata.category(before) != "Cf"
        and unicodedata.combining(before) != _VIRAMA
        and not "\u1100" <= after <= "\u11ff"  # the parts of a Korean syllable
    )
