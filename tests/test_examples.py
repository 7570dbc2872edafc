"""The example that the README shows, read exactly."""

from pathlib import Path

import unspoof

FOLDER = Path(__file__).parent.parent / "examples"


def test_the_example_is_read_exactly() -> None:
    disguised = (FOLDER / "disguised.txt").read_bytes().decode()
    assert unspoof.restore(disguised) == (FOLDER / "original.txt").read_bytes().decode()
