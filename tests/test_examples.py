"""The example that the README shows, read exactly."""

from pathlib import Path

import unspoof
from examples import word_list

FOLDER = Path(__file__).parent.parent / "examples"


def test_the_example_is_read_exactly() -> None:
    disguised = (FOLDER / "disguised.txt").read_bytes().decode()
    assert unspoof.restore(disguised) == (FOLDER / "original.txt").read_bytes().decode()


def test_the_word_list_works_again() -> None:
    found = {message: word_list.flagged(message) for message in word_list.MESSAGES}
    for message, words in found.items():
        assert not word_list.WORDS.search(message)
        assert all(word in message for word in words)
    assert [bool(words) for words in found.values()] == [True] * 7 + [False] * 2
