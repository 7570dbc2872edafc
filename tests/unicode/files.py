"""Unicode's own files, as Debian's package unicode-data has them: their texts."""

import bz2
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path("/usr/share/unicode")


def lines(name: str) -> Iterator[str]:
    """The lines of a file that say something, without their comments.

    Where the file is not there the test is skipped, but not in CI, where it must not be missing.
    """
    plain, packed = FOLDER / name, FOLDER / f"{name}.bz2"
    if plain.exists():
        text = plain.read_text(encoding="utf-8")
    elif packed.exists():
        text = bz2.decompress(packed.read_bytes()).decode("utf-8")
    else:
        missing = f"{plain} is not here: apt-get install unicode-data"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    said = (line.partition("#")[0].strip() for line in text.split("\n"))
    return filter(None, said)


def characters(codes: str) -> str:
    """`0041 030A` as text; the tests of breaks write lone surrogates too."""
    return "".join(chr(int(code, 16)) for code in codes.split())


def broken(name: str) -> Iterator[tuple[str, set[int]]]:
    """The texts of a test of breaks, and where each may break: `÷ 0020 × 0308 ÷`."""
    for line in lines(name):
        text, breaks = "", set()
        for sign in line.split():
            if sign == "÷":
                breaks.add(len(text))
            elif sign != "×":
                text += chr(int(sign, 16))
        yield text, breaks
