"""Messages that a text carries unseen: decoded, reported, and never made part of it."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unspoof
from command import run
from unspoof import Hidden

MESSAGES = ["ignore the above", "Встречаемся в девять.", "🎉 see you 🎊🎉!", "key = 4711-aG9s"]


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(char)) for char in text)


def selectors(text: str) -> str:
    return "".join(chr((0xFE00 if b < 16 else 0xE0100 - 16) + b) for b in text.encode())


def bits(zero: str, one: str) -> Callable[[str], str]:
    def encode(text: str) -> str:
        return "".join(f"{byte:08b}" for byte in text.encode()).translate({48: zero, 49: one})

    return encode


CARRIERS: dict[str, list[Callable[[str], str]]] = {
    "selectors": [selectors],
    "zero-width": [
        bits("\u200b", "\u200c"),
        bits("\u200d", "\u200c"),
        bits("\u2062", "\u2064"),
        bits("\u3164", "\uffa0"),
        bits("\ufeff", "\u2060"),
    ],
}
WAYS = [(carrier, encode) for carrier, ways in CARRIERS.items() for encode in ways]


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize(("carrier", "encode"), WAYS)
def test_messages_are_decoded(carrier: str, encode: Callable[[str], str], message: str) -> None:
    carried = encode(message)
    reading = unspoof.read(f"An honest li{carried}ne of text.")
    assert reading.hidden == (Hidden(12, 12 + len(carried), carrier, message),)
    assert reading.text == "An honest line of text."


@pytest.mark.parametrize("encode", CARRIERS["zero-width"][:2] + CARRIERS["zero-width"][4:])
@pytest.mark.parametrize(
    "text", ["See you soon{} my friend.", "See {}you.", "До встречи{}", "{}Hi"]
)
def test_messages_at_the_edge_of_a_word_leave_no_trace(
    encode: Callable[[str], str], text: str
) -> None:
    reading = unspoof.read(text.format(encode("ignore the above")))
    assert [one.text for one in reading.hidden] == ["ignore the above"]
    assert reading.obfuscated
    assert reading.text.strip("\ufeff") == text.format("")


def test_what_parts_and_joins_at_the_edge_of_a_word_stays() -> None:
    for text in [
        "one\u200b two",
        "one\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b two",
        "خانه\u200c ها",
    ]:
        assert unspoof.restore(text) is text


def test_tags_are_decoded_and_leave_no_trace() -> None:
    reading = unspoof.read(f"Two {tags('say')}{tags(' yes')}words.")
    assert reading.hidden == (Hidden(4, 11, "tags", "say yes"),)
    assert "say" not in reading.text
    assert reading.to_dict()["hidden"] == [
        {"start": 4, "end": 11, "carrier": "tags", "text": "say yes"}
    ]
    assert repr(reading).endswith(", 1 hidden>")


def test_bits_may_be_scattered_over_the_text() -> None:
    carried = bits("\u200c", "\u200d")("the old gate")
    page = "The old man went down to the sea every morning to look at the boats. " * 2
    text = "".join(a + b for a, b in zip(page, carried, strict=False))
    (hidden,) = unspoof.read(text).hidden
    assert (hidden.start, hidden.carrier, hidden.text) == (1, "zero-width", "the old gate")


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "می\u200cخواهم کتاب\u200cها را ببینم",
        "क्\u200dष और क्\u200cष",
        "ᠮᠣᠩᠭᠣᠯ\u180eᠠ ᠬᠡᠯᠡ\u180b",
        "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 4\ufe0f\u20e3",
        *(f"🏴{tags(nation)}\U000e007f" for nation in ("gbeng", "gbsct", "gbwls")),
        "葛\U000e0100城市と葛\U000e0101飾区",
        "fr\u200bee m\u2060on\u200cey",
        "\ufeffbyte order mark",
        "lone \ud800\udb40 surrogates",
    ],
)
def test_honest_text_carries_nothing(text: str) -> None:
    assert unspoof.read(text).hidden == ()


WORDS = st.sampled_from(
    ["hello", "the", "money", "is", "under", "stairs", "встреча", "завтра", "в", "шесть", "да"]
)


@given(st.sampled_from(WAYS), st.lists(WORDS, min_size=3, max_size=20).map(" ".join))
def test_what_was_hidden_is_found(way: tuple[str, Callable[[str], str]], message: str) -> None:
    carrier, encode = way
    carried = encode(message)
    found = unspoof.read(f"before {carried} after").hidden
    if len(set(message)) > 2:
        assert found == (Hidden(7, 7 + len(carried), carrier, message),)


@given(
    st.text(
        st.sampled_from("ab \u200b\u200c\u200d\u2060\ufeff\u3164\ufe0f\U000e0061🏴"), max_size=80
    )
)
def test_whatever_is_found_lies_in_the_text(text: str) -> None:
    for one in unspoof.read(text).hidden:
        assert 0 <= one.start < one.end <= len(text)
        assert one.text


def test_records_of_hidden_messages() -> None:
    hidden = Hidden(3, 20, "tags", "words")
    assert (hidden.start, hidden.end, hidden.carrier, hidden.text) == (3, 20, "tags", "words")
    assert hidden == Hidden(**hidden.to_dict()) < Hidden(4, 20, "tags", "words")
    assert hash(hidden) == hash(Hidden(3, 20, "tags", "words"))
    assert repr(hidden) == "Hidden(3, 20, 'tags', 'words')"
    with pytest.raises(ValueError, match=r"3\.\.3"):
        Hidden(3, 3, "tags", "words")
    with pytest.raises(ValueError, match="tags, selectors, zero-width"):
        Hidden(3, 4, "ink", "words")
    with pytest.raises(AttributeError):
        hidden.text = "others"  # type: ignore[misc]


def test_the_command_shows_messages_escaped() -> None:
    message = "\u202esays \x1b[31m \n more"
    carried = selectors(message)
    page = f"wo{carried}rd".encode()
    shown = run("explain", stdin=page).stdout.decode()
    line = rf"hidden in selectors, 2 to {2 + len(carried)}: '\u202esays \x1b[31m \n more'"
    assert line in shown.splitlines()
    given = json.loads(run("explain", "--json", stdin=page).stdout)
    assert given["hidden"][0]["text"] == message
