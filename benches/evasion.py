"""Ways around the reader, by someone who knows how it works: cheapest first.

Each takes plain lines and disguises them so that a person still reads them. All text is written for
this.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import unspoof

PLAIN = (
    "free crypto for all new members of our private channel",
    "open this page and confirm your password before midnight",
    "cheap pills without prescription are delivered to your door",
    "win big prizes every day with our secret casino code",
)
HONEST = (
    "The ferry leaves at nine, and the old harbour master writes each name in his book.",
    "We walked along the river until the lamps were lit and the last boats came home.",
    "My neighbour keeps bees, and in a good summer she gives honey to the whole street.",
    "The library closes early on Fridays, so bring the books back before the market.",
)


def _misspelt(word: str) -> str:
    """Two letters of a long word change places, as no lexicon has it."""
    return word[0] + word[2] + word[1] + word[3:] if len(word) > 4 else word


MISSPELT = tuple(" ".join(map(_misspelt, line.split())) for line in PLAIN)

Disguise = Callable[[str], str]


def by_table(table: dict[str, str]) -> Disguise:
    """Each letter by the table, throughout."""
    return lambda line: line.translate(str.maketrans(table))


def some(table: dict[str, str], rate: float) -> Disguise:
    """The same, of so many of the letters that the table has."""

    def disguise(line: str) -> str:
        draw = random.Random(line)
        return "".join(table[one] if one in table and draw.random() < rate else one for one in line)

    return disguise


def between(*signs: str) -> Disguise:
    """A sign between the letters of every word, in turn."""

    def word(word: str) -> str:
        return word[0] + "".join(signs[at % len(signs)] + one for at, one in enumerate(word[1:]))

    return lambda line: " ".join(map(word, line.split()))


def once(sign: str) -> Disguise:
    """One sign in the middle of every word of four letters or more."""

    def word(word: str) -> str:
        return word[: len(word) // 2] + sign + word[len(word) // 2 :] if len(word) > 3 else word

    return lambda line: " ".join(map(word, line.split()))


_CYRILLIC = dict(zip("aceopxyi", "асеорхуі", strict=True))
_COPTIC = dict(zip("abcdeiknoptuxy", "ⲁⲃⲥⳝⲉⲓⲕⲛⲟⲣⲧⲩⲭⲩ", strict=True))
_LISU = dict(zip("abcdefhiklmnoprstuvwxyz", "ꓮꓐꓚꓓꓰꓝꓧꓲꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", strict=True))
_CHEROKEE = dict(zip("abcdeghijklmoprstvwyz", "ᎪᏏᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᎤᏢᏒᏚᎢᏙᎳᎩᏃ", strict=True))
_ARMENIAN = dict(zip("hnoupgs", "հոօսքցտ", strict=True))
_GEORGIAN = dict(zip("ybohd", "ყხიჩძ", strict=True))
_PRIVATE = {one: chr(0xE000 + at) for at, one in enumerate("abcdefghijklmnopqrstuvwxyz")}
_BRAILLE_ORDER = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"
_BRAILLE = dict(zip("abcdefghijklmnopqrstuvwxyz", _BRAILLE_ORDER, strict=True))
_RARE = dict(zip("aeiostu", "ᥲᥱเ໐ຣէᥙ", strict=True))
_NUSHU = dict(zip("aeiou", "𛅰𛅱𛅲𛅳𛅴", strict=True))
_ETHIOPIC = dict(zip("hoult", "ዘዐሀረተ", strict=True))
_OL_CHIKI = dict(zip("oizu", "᱐ᱤᱞᱩ", strict=True))
_OLD = dict(zip("aehmotxi", "𐌀𐌄𐋏𐌌𐌏𐌕𐌗𐌉", strict=True))

EVASIONS: dict[str, Disguise] = {
    "Cyrillic look-alikes throughout (for comparison)": by_table(_CYRILLIC),
    "one look-alike in twenty letters": some(_CYRILLIC, 0.05),
    "Coptic": by_table(_COPTIC),
    "Lisu": by_table(_LISU),
    "Cherokee": by_table(_CHEROKEE),
    "Armenian": by_table(_ARMENIAN),
    "Georgian": by_table(_GEORGIAN),
    "Old Italic": by_table(_OLD),
    "Tai Le, Thai, Lao": by_table(_RARE),
    "Ethiopic": by_table(_ETHIOPIC),
    "Ol Chiki": by_table(_OL_CHIKI),
    "Nushu for vowels, which look like nothing": by_table(_NUSHU),
    "private use for vowels": by_table({one: _PRIVATE[one] for one in "aeiou"}),
    "private use for every letter": by_table(_PRIVATE),
    "Braille for every letter": by_table(_BRAILLE),
    "Braille for vowels": by_table({one: _BRAILLE[one] for one in "aeiou"}),
    "combining half marks": between("\ufe20", "\ufe21"),
    "one combining dot below in every word": once("\u0323"),
    "one enclosing circle in every word": once("\u20dd"),
    "letters above (U+0363 to U+036F)": between("\u0363", "\u0369", "\u036f"),
    "Khmer vowel inherent in every word": once("\u17b4"),
    "Mongolian vowel separator in every word": once("\u180e"),
    "musical beam in every word": once("\U0001d173"),
    "shorthand format overlap in every word": once("\U0001bca1"),
    "function application in every word": once("\u2061"),
    "Braille blank in every word": once("\u2800"),
    "Hangul filler in every word": once("\u3164"),
    "hair space in every word": once("\u200a"),
    "control U+0001 in every word": once("\x01"),
    "control U+0085 in every word": once("\x85"),
    "object replacement in every word": once("\ufffc"),
    "noncharacter U+FFFF in every word": once("\uffff"),
    "private use, unseen in many fonts, in every word": once("\uf8ff"),
    "deprecated format character U+206A in every word": once("\u206a"),
    "Egyptian joiner in every word": once("\U00013430"),
    "soft hyphen where words may be broken": once("\u00ad"),
    "a middle dot in every word": once("·"),
    "a vertical line for l and i": by_table({"l": "|", "i": "|"}),
    "digits for letters (leet)": by_table(dict(zip("aeiost", "431057", strict=True))),
    "words run together": lambda line: line.replace(" ", ""),
    "every third letter doubled": lambda line: "".join(
        one * (2 if at % 3 == 0 and one != " " else 1) for at, one in enumerate(line)
    ),
}
"""Each way, by what it does."""

OF_MISSPELT: dict[str, Disguise] = {
    "misspelt words in Cyrillic look-alikes": by_table(_CYRILLIC),
    "misspelt words, one look-alike in three letters": some(_CYRILLIC, 0.3),
    "misspelt words, one look-alike in twenty letters": some(_CYRILLIC, 0.05),
}
"""The same for words of `MISSPELT`, which no lexicon has."""

PADDED = (0, 10, 100, 1000)
"""Honest words to each disguised one."""


def words_read(reader: unspoof.Reader, lines: Sequence[str], disguise: Disguise) -> tuple[int, int]:
    """Words read back exactly, of all that the disguise changed; each line is a document."""
    read = changed = 0
    for line in lines:
        disguised = disguise(line)
        if disguised.split(" ") == line.split(" "):
            continue
        got = reader.restore(disguised).split(" ")
        pairs = zip(line.split(" "), disguised.split(" "), strict=False)
        touched = [at for at, (plain, shown) in enumerate(pairs) if plain != shown]
        changed += len(touched)
        want = line.split(" ")
        if len(got) == len(want):
            read += sum(got[at] == want[at] for at in touched)
    return read, changed


def padded(disguised: tuple[str, ...], words: int) -> str:
    """Disguised words in one document, each after so many honest ones."""
    honest = " ".join(HONEST).split()
    parts: list[str] = []
    at = 0
    for word in disguised:
        parts += [honest[(at + step) % len(honest)] for step in range(words)]
        at += words
        parts.append(word)
    return " ".join(parts)


def read_when_padded(reader: unspoof.Reader, count: int, words: int) -> tuple[int, int]:
    """Of so many disguised words (two look-alikes each) those read back in such a document."""
    plain = ("password", "account", "crypto", "casino", "private", "channel", "prizes", "secret")
    chosen = [plain[at % len(plain)] for at in range(count)]
    table = str.maketrans({"a": "а", "o": "о", "e": "е", "c": "с"})
    text = padded(tuple(word.translate(table) for word in chosen), words)
    got = reader.restore(text).split(" ")
    return sum(got[(words + 1) * (at + 1) - 1] == word for at, word in enumerate(chosen)), count
