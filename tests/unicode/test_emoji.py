"""Every sequence of emoji-test.txt (UTS #51), with its selectors and without, is left alone."""

import pytest

from unicode.files import characters, lines
from unicode.promises import READERS
from unspoof import Reader

PLACES = {
    "alone": "{0}",
    "repeated": "{0}{0}{0}",
    "spaced": "{0} {0} {0}",
    "in a sentence": "We had {0} for lunch, and then {0} again.",
    "before a stop": "See you tomorrow {0}!",
    "in Russian": "Мы пошли домой {0}, а потом спать",
    "in Greek": "Καλημέρα {0} σε όλους",
    "in Arabic": "صباح الخير {0} يا أصدقاء",
    "in Hindi": "नमस्ते {0} दोस्तों",
    "in Japanese": "おはよう{0}ございます{0}",
}
# Text as well as emoji: without a selector they are letters of styled alphabets too (`🅵🆁🅴🅴`),
# and are read as that beside letters, each other among them.
LETTERS = {"\u2139", "\u24c2", "\U0001f170", "\U0001f171", "\U0001f17e", "\U0001f17f"}
# Without the emoji's selector, or with letters on both sides, a keycap is a digit of the word.
KEYCAP = "\u20e3"


def sequences() -> list[str]:
    return [characters(line.partition(";")[0]) for line in lines("emoji/emoji-test.txt")]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_emoji_are_left_alone(place: str, reader: Reader) -> None:
    emoji = sequences()
    assert len(emoji) > 4500
    if place == PLACES["in Japanese"]:
        emoji = [one for one in emoji if KEYCAP not in one]
    texts = [place.format(one) for one in emoji]
    harmed = [text for text in texts if reader.restore(text) is not text]
    assert not harmed, ascii(harmed[:10])


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
@pytest.mark.parametrize("place", ["option{0} or part{0}", "{0}First {0}Second", "Шаг{0} и шаг{0}"])
def test_emoji_beside_words_are_left_alone(place: str, reader: Reader) -> None:
    emoji = [one for one in sequences() if one not in LETTERS and KEYCAP not in one]
    texts = [place.format(one) for one in emoji]
    harmed = [text for text in texts if reader.restore(text) is not text]
    assert not harmed, ascii(harmed[:10])


@pytest.mark.parametrize(
    "text", ["Pick option1\ufe0f\u20e3 or option2\ufe0f\u20e3", "はい1\ufe0f\u20e3いいえ"]
)
def test_keycaps_beside_words_are_left_alone(text: str) -> None:
    assert READERS[0].restore(text) is text


def test_all_of_them_in_one_text() -> None:
    text = " ".join(sequences())
    assert all(reader.restore(text) is text for reader in READERS)
