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


def test_a_token_that_is_too_long_for_one_look() -> None:
    for odd in ("ɑ", "\u0455"):
        text = "語" * 300 + odd + "cat " + "word" * 80 + odd
        agree("careful", text)
        assert unspoof.read(text).original is text
