"""The scan before the reading: what it lets pass is what the reading would leave as it is.

`Reader.read` reads every text, `Reader.restore` only those that the scan does not let pass.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unspoof
from case_files import load
from unspoof import Reader

READERS = {"careful": Reader(), "full": Reader("full")}
CASES = list(load())
WORDS = sorted({word for case in CASES for word in (case.input + " " + case.meant).split(" ")})
# What scans stumble over: not seen, marks, flags and signs, digits, letters of other scripts.
STUMBLES = [
    *"\u00ad\u200b\u200c\u200d\u200e\u200f\u202e\u2067\ufe0e\ufe0f\ufeff\u3164\U000e0061",
    *"\u0301\u0308\u0327\u0483\u05b4\u064b\u093c\u0e31\u20e3",
    *"🇩🇪🇽❤①²°¤´€Ⓜ7０५๓४",
    *"оɑƖſßéığẗΝάїў語々カक한ءאᏏ𝐚ａᵃª",
    *"0134@$!|()-.'\b\x7f\n",
]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.tuples(st.sampled_from(WORDS), st.integers(0, 9), st.sampled_from(STUMBLES)).map(
        lambda made: made[0][: made[1]] + made[2] + made[0][made[1] :]
    ),
)
# Honest words, and words of the cases with a letter or two of another kind in them.
CALM = sorted({word for case in CASES for word in case.meant.split(" ") if word.isalpha()})
TWINS = ("aceopxyiTHo", "асеорхуіТНο")
ODD_PIECES = st.one_of(
    PIECES,
    st.sampled_from([*STUMBLES[3], *STUMBLES[4]]),
    st.tuples(st.sampled_from(CALM), st.integers(0, 10), st.booleans()).map(
        lambda made: "".join(
            letter.translate(str.maketrans(*(TWINS if made[2] else reversed(TWINS))))
            if at in (made[1], made[1] + 3)
            else letter
            for at, letter in enumerate(made[0])
        )
    ),
    st.tuples(st.sampled_from(CALM), st.sampled_from(CALM)).map("".join),
)
NEARLY_HONEST = st.tuples(
    st.lists(st.sampled_from(CALM), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), ODD_PIECES), min_size=1, max_size=3),
)
TEXTS = st.tuples(st.lists(PIECES, min_size=1, max_size=30), st.sampled_from(" \n"))


def agree(profile: str, text: str) -> None:
    reader = READERS[profile]
    reading = reader.read(text)
    assert reader.restore(text) == reading.text, reading.edits
    assert (reader.restore(text) is text) == (not reading.edits)


@pytest.mark.parametrize("profile", READERS)
def test_every_case_and_every_line_of_it(profile: str) -> None:
    for case in CASES:
        for text in {case.input, case.meant, *case.input.split("\n"), *case.meant.split("\n")}:
            agree(profile, text)


@given(st.sampled_from(sorted(READERS)), TEXTS)
def test_words_of_all_cases_with_something_in_them(
    profile: str, made: tuple[list[str], str]
) -> None:
    pieces, between = made
    agree(profile, between.join(pieces))


@given(NEARLY_HONEST)
def test_honest_words_with_a_few_odd_tokens(made: tuple[list[str], list[tuple[int, str]]]) -> None:
    words = list(made[0])
    for at, odd in made[1]:
        words.insert(at, odd)
    agree("careful", " ".join(words))


def test_a_token_that_is_too_long_for_one_look() -> None:
    for odd in ("ɑ", "\u0455"):
        text = "語" * 300 + odd + "cat " + "word" * 80 + odd
        agree("careful", text)
        assert unspoof.read(text).original is text
