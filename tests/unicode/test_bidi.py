"""BidiTest.txt and BidiCharacterTest.txt (UAX #9): texts that turn about every way there is."""

import random
from collections import defaultdict

import pytest

from unicode.files import characters, lines
from unicode.promises import READERS, held
from unspoof import Reader

# One in so many of BidiTest.txt's 490,000 lines.
STEP = 40


def members() -> dict[str, list[str]]:
    """The characters of each bidirectional class, the most common first of them."""
    found = defaultdict(list)
    for line in lines("UnicodeData.txt"):
        code, name, _, _, kind = line.split(";")[:5]
        if not name.startswith("<") or name == "<control>":
            found[kind].append(chr(int(code, 16)))
    return {kind: chars[:200] for kind, chars in found.items()}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
def test_every_promise_is_kept_in_any_order_of_classes(reader: Reader) -> None:
    classes = members()
    choose = random.Random(9).choice
    inputs = [line.partition(";")[0].split() for line in lines("BidiTest.txt") if line[0] != "@"]
    assert len(inputs) > 490_000
    for kinds in inputs[::STEP]:
        held(reader, "".join(choose(classes[kind]) for kind in kinds))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
def test_every_promise_is_kept_of_unicodes_own_texts(reader: Reader) -> None:
    texts = {characters(line.partition(";")[0]) for line in lines("BidiCharacterTest.txt")}
    assert len(texts) > 10_000
    for text in texts:
        held(reader, text)
