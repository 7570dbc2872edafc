"""Time grows with the length of the text and no faster, on the worst texts that we can think of."""

import time
from collections.abc import Callable

import pytest

import unspoof

N = 50_000
WORST = {
    "one ambiguous glyph": "ı",
    "one look-alike": "ρ",
    "one word of mixed look-alikes": "ɑсеорхуιɾƖҺмᴜρʋкƄ",
    "words of mixed look-alikes": "ɑсе орх уιɾ ƖҺмᴜ ρʋкƄ ",
    "half disguised words": "pɑssw0rd ассоunt ʋeɾify ",
    "nothing visible": "\u200b\u200c\u200d\u2060",
    "a letter and a hidden one": "a\u200b",
    "stylised letters": "𝐚𝓫𝕔ｄⓔ",
    "a base with marks piled up": "a" + "\u0301" * 50,
    "lone surrogates": "\ud800ɑ",
    "joined emoji": "👩\u200d",
    "honest Cyrillic": "привет мир ",
}


Verb = Callable[[str], object]


def fastest(verb: Verb, text: str, rounds: int = 3) -> float:
    def once() -> float:
        start = time.perf_counter()
        verb(text)
        return time.perf_counter() - start

    return min(once() for _ in range(rounds))


def grows(verb: Verb, unit: str, limit: float) -> None:
    """Four times the text may take up to `limit` times as long; sixteen would be quadratic."""
    short = (unit * N)[:N]
    # A busy machine can slow one of the two: growth is only believed when it is seen again.
    ratios = []
    for _ in range(3):
        ratios.append(fastest(verb, short * 4) / max(fastest(verb, short), 1e-4))
        if ratios[-1] < limit:
            return
    pytest.fail(f"four times the text took {ratios} times as long")


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST.keys())
def test_restoring_takes_time_as_the_text_is_long(unit: str) -> None:
    grows(unspoof.restore, unit, 9)


def test_listing_the_changes_takes_time_as_there_are_changes() -> None:
    # The limit is wider: many objects cost the allocator new pages, where few reuse old ones.
    grows(unspoof.read, WORST["one word of mixed look-alikes"], 12)
