"""Characters that are not seen: what goes out of words, and what has work to do there."""

import pytest

import unspoof

WORDS = {
    "Latin": "The road over the moun{}tain was closed in winter.",
    "Cyrillic": "Мы видели старый памят{}ник у самой реки.",
    "Greek": "Το πρωί είδαμε καρά{}βια στο λιμάνι.",
    "Georgian": "თბილისი არის დედა{}ქალაქი.",
    "Armenian": "Երևանը մայրա{}քաղաքն է։",
    "Hebrew": "זאת עיר הבי{}רה של המדינה.",
    "Hangul": "서울은 대한민국의 수도{}이다.",
    "Ethiopic": "አዲስ አበባ የኢትዮ{}ጵያ ዋና ከተማ ናት።",
}
OF_NO_USE = [
    *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061),
    *(0x2062, 0x2063, 0x2064, 0x206A, 0x206F, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB),
    *(0x1D173, 0x1D17A, 0xE0001, 0xE0041, 0xFE0F, 0xE0110),
]


@pytest.mark.parametrize("script", WORDS)
@pytest.mark.parametrize("point", OF_NO_USE, ids="U+{:04X}".format)
def test_what_has_no_use_in_a_word_goes(point: int, script: str) -> None:
    honest = WORDS[script].format("")
    reading = unspoof.read(WORDS[script].format(chr(point)))
    assert reading.text == honest
    assert [edit.family for edit in reading.edits] == ["invisible"]


@pytest.mark.parametrize("point", [0x061C, 0x200F])
@pytest.mark.parametrize("script", ["Latin", "Cyrillic", "Greek"])
def test_marks_from_right_to_left_go_where_nothing_does(point: int, script: str) -> None:
    assert unspoof.restore(WORDS[script].format(chr(point))) == WORDS[script].format("")


@pytest.mark.parametrize("point", [0xAD, 0x200E, 0x202C, 0x2069])
def test_what_stands_between_all_letters_goes(point: int) -> None:
    honest = "closed in winter"
    assert unspoof.restore(f"closed in {chr(point).join('winter')}") == honest


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffa byte order mark",
        "می\u200cخواهم کتاب\u200cها را ببینم",
        "क्\u200dष और क्\u200cष, ශ්\u200dරී ලංකාව, র্\u200dয",
        "ᠮᠣᠩᠭᠣᠯ\u180eᠠ ᠬᠡᠯᠡ\u180b",
        "👩\u200d👩\u200d👧\u200d👦 ❤\ufe0f\u200d🔥 4\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        # Where lines may break in scripts without spaces.
        "ภาษา\u200bไทย ភាសា\u200bខ្មែរ ພາສາ\u200bລາວ 分かち\u200b書き 中文\u200b分词 日\u2060本",
        # Old Hangul is put together from parts, and some of them are wanting.
        "\u3164ㅏ\u3164 \u115fᅡ ᄀ\u1160ᆨ",
        "⠃⠗⠁⠊⠇⠇⠑\u2800⠊⠎\u2800⠉⠕⠙⠑",
        "Painter\u2800Dancer\u2800Writer",
        "葛\U000e0100城市、辻\U000e0101さん",
        # Points and accents in their order.
        "בָּ\u034fרָ\u034fא",
        "hyphen\u00adation of long words, tele\u00adphone",
        "שלום\u200f! He said: \u200eC++",
        "ភ្ន\u17b5ំពេញ",
    ],
)
def test_what_has_work_to_do_stays(text: str) -> None:
    assert unspoof.restore(text) is text


def test_tags_after_a_flag_that_name_no_place_go() -> None:
    tags = "".join(chr(0xE0000 + ord(char)) for char in "say nothing of this")
    reading = unspoof.read(f"A flag 🏴{tags}\U000e007f flies.")
    assert reading.text == "A flag 🏴 flies."
    assert reading.hidden[0].text == "say nothing of this"
