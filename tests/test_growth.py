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
# No two words are the same, so that nothing is known from the word before.
WORST["different disguised words"] = "".join(f"pɑss{n}w{n * 7}rd аcc{n}unt " for n in range(20_000))
# The full profile looks closer, so that shorter texts say as much.
N_FULL = 20_000
WORST_FULL = {
    "leet": "Th3 w0rd5 4r3 h3r3. ",
    "letters that run together": "rn",
    "digits and signs": "4!",
    "brackets": "(",
    "strokes": "|-|e||o ",
    "numbers": "1 ",
    "letters one by one": "a b c ",
    "words spaced out": "f r e e  ",
    "parted by many signs": "x.-y*_z~ ",
    "letters in brackets": "(a)(b)",
    "upside down": "ǝɥʇ ",
    "lines upside down": "ʍou ǝɥʇ\n",
    "backwards": "morf eht ",
    "different words in leet": "".join(f"w{n:x}rd5 4r3 h{n}r3 " for n in range(10_000)),
}


Verb = Callable[[str], object]


def fastest(verb: Verb, text: str, rounds: int = 3) -> float:
    """In processor time, since a busy machine tells the clock little."""

    def once() -> float:
        start = time.process_time()
        verb(text)
        return time.process_time() - start

    return min(once() for _ in range(rounds))


def grows(verb: Verb, unit: str, limit: float, length: int = N) -> None:
    """Four times the text may take up to `limit` times as long; sixteen would be quadratic."""

    def text(length: int) -> str:
        return (unit * (length // len(unit) + 1))[:length]

    short, long = text(length), text(4 * length)
    # Whatever else runs can slow one of the two: growth is only believed when it is seen again.
    ratios = []
    for _ in range(3):
        ratios.append(fastest(verb, long) / max(fastest(verb, short), 1e-4))
        if ratios[-1] < limit:
            return
    pytest.fail(f"four times the text took {ratios} times as long")


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST.keys())
def test_restoring_takes_time_as_the_text_is_long(unit: str) -> None:
    grows(unspoof.restore, unit, 9)


@pytest.mark.parametrize("unit", WORST_FULL.values(), ids=WORST_FULL.keys())
def test_so_does_restoring_under_the_full_profile(unit: str) -> None:
    grows(unspoof.Reader(profile="full").restore, unit, 9, N_FULL)


FOUND = {
    "one letter": ("a", "a"),
    "a letter of two folded": ("ß", "ss"),
    "half letters": ("ß", "s"),
    "a base with marks piled up": ("e" + "\u0301" * 50, "\u0301"),
    "flags": ("🇩🇪", "🇩"),
    "joined emoji": ("👩\u200d", "👩"),
    "stylised letters": ("𝐚𝓫𝕔ｄⓔ", "d"),
    "half disguised words": ("pɑssw0rd ассоunt ʋeɾify ", "account"),
    "nothing visible": ("a\u200b", "aa"),
    "white space": ("a \n", "a a"),
    "one long override": ("\u202eesrever", "r"),
}


@pytest.mark.parametrize(("unit", "needle"), FOUND.values(), ids=FOUND.keys())
def test_so_do_finding_and_masking(unit: str, needle: str) -> None:
    needles = unspoof.Needles([needle, "b" * 200], ignore_case=True, any_space=True)
    # Short texts fit in memory that is there already; the limit is wider for the long ones' sake.
    grows(lambda text: unspoof.censor(text, needles), unit, 12, 2 * N)


@pytest.mark.parametrize("unit", ["O", "ab", "e\u0301" * 50 + "x", "different "])
def test_so_does_making_ready_what_is_looked_for(unit: str) -> None:
    # Found by fuzzing: 4,000 times one letter took a second.
    grows(lambda needle: unspoof.Needles(needle, ignore_case=True), unit, 12, 10_000)
    grows(lambda needle: unspoof.find(needle + " " + needle, needle), unit, 12, 10_000)


def test_so_does_finding_in_lines_that_are_turned() -> None:
    full = unspoof.Reader(profile="full")
    grows(lambda text: full.find(text, "the"), WORST_FULL["upside down"], 9, N_FULL)


def test_listing_the_changes_takes_time_as_there_are_changes() -> None:
    # The limit is wider: many objects cost the allocator new pages, where few reuse old ones.
    grows(unspoof.read, WORST["one word of mixed look-alikes"], 12)
