"""What is not seen is named, and what shapes honest text stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoof import _core
from unspoof._glyphs import names, visible
from unspoof._terms import FAMILIES, LANGUAGES, language, script
from unspoof._visible import Honest, disguised, name, right_to_left

HONEST = [
    "می‌خواهم به خانه بروم",
    "क्‍ष और क्ष",
    "👩\u200d👩\u200d👧 ❤\ufe0f",
    "🏴" + "".join(chr(0xE0000 + ord(char)) for char in "gbsct") + "\U000e007f",
    "ᠮᠣᠩᠭᠣᠯ\u180b",
    "\u0600١٢",
    "two\tcolumns\nand lines",
    "שָׁלוֹם עֲלֵיכֶם",
    "ngươ\u0300i Việt",
]


def shown(text: str) -> str:
    return "".join(
        f"<{one.text}>" if one.named else one.text for one in Honest.of(text).shown(text)
    )


@pytest.mark.parametrize("text", HONEST)
def test_what_shapes_honest_text_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\u202eb\u202c", "a<RLO>b<PDF>"),
        ("a\u2066b\u2069\u200f\u061c", "a<LRI>b<PDI><RLM><ALM>"),
        ("\x00\x1b[2J\x9b\x85", "<NUL><ESC>[2J<U+009B><NEL>"),
        ("\u2028\u2029\ud800\ufffe\ufdd0", "<LSEP><PSEP><U+D800><U+FFFE><U+FDD0>"),
        ("soft\u00adhyphen \u200b\u2060", "soft<SHY>hyphen <ZWSP><WJ>"),
    ],
)
def test_what_moves_or_breaks_is_named(text: str, told: str) -> None:
    assert shown(text) == told


def test_what_only_breaks_lines_is_quiet() -> None:
    quiet = [one.quiet for one in Honest.of("ខ្ញុំ\u200bចូល").shown("ខ្ញុំ\u200bចូល")]
    assert quiet == [False, True, False]


@given(st.text(max_size=50))
def test_no_text_is_lost_and_nothing_dangerous_is_left(text: str) -> None:
    parts = list(Honest.of(text).shown(text))
    assert "".join(one.char or one.text for one in parts) == text
    for one in parts:
        assert one.text
        assert not any(
            unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI")
            for char in one.text
        )
        one.text.encode()


@given(st.text(max_size=50))
def test_what_an_edit_replaced_is_all_seen(text: str) -> None:
    parts = list(disguised(text))
    assert "".join(one.char or one.text for one in parts) == text
    for one in parts:
        assert one.named or all(visible(char) for char in one.text)


def test_marks_on_a_letter_stay_up_to_two() -> None:
    assert [one.text for one in disguised("a\u0301\u0302\u0303\u0304b")] == [
        "a\u0301\u0302",
        "◌\u0303",
        "◌\u0304",
        "b",
    ]
    assert [one.text for one in disguised("\u0336")] == ["◌\u0336"]


def test_a_space_that_was_put_in_is_named() -> None:
    assert [one.text for one in disguised(" ")] == ["SP"]
    assert name("\u2003") == "U+2003"


def test_controls_have_names_though_unicode_gives_them_none() -> None:
    assert names("x\x08\x01") == "LATIN SMALL LETTER X + BACKSPACE + (control)"


def test_letters_from_right_to_left_are_known() -> None:
    assert right_to_left("abc שלום")
    assert right_to_left("سلام")
    assert not right_to_left("abc привет 123")


def test_every_family_and_language_of_the_reader_has_a_name() -> None:
    assert sorted(FAMILIES) == sorted(_core.families())
    assert sorted(LANGUAGES) == sorted(_core.languages())
    assert (language("fa"), script("Latn"), language("xx")) == ("Persian", "Latin", "xx")
