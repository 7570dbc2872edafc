"""The reader's terms in plain English: families of disguise, languages, scripts."""

# Keys are those of `unspoof._core.families()`; what is said of each is one sentence.
FAMILIES = {
    "lookalike": ("Look-alike", "a letter of another alphabet that looks like the one meant"),
    "faux": ("Faux letter", "a sign that only a reader's eye takes for the letter meant"),
    "stylised": ("Stylised", "a letter of a mathematical, circled, fullwidth or other alphabet"),
    "leet": ("Leet", "a digit or sign for a letter"),
    "multi": ("Several for one", "several characters that together have a letter's shape"),
    "accent": ("Stray accent", "an accent that belongs to no word where it stands"),
    "combining": ("Piled marks", "combining marks piled on letters that do not bear them"),
    "invisible": ("Invisible", "a character that is not seen and has no work to do"),
    "spaced": ("Parted letters", "a space or sign between the letters of a word"),
    "deletion": ("Deletion", "a character and the control that erases it"),
    "bidi": ("Reordered", "stored in another order than it is shown"),
    "turned": ("Turned", "upside down, in a mirror or backwards"),
}

CARRIERS = {
    "tags": "tag characters",
    "selectors": "variation selectors",
    "zero-width": "zero-width characters",
}

_LANGUAGES = """
af Afrikaans, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, ca Catalan,
cs Czech, cy Welsh, da Danish, de German, el Greek, en English, eo Esperanto, es Spanish,
et Estonian, eu Basque, fa Persian, fi Finnish, fil Filipino, fr French, ga Irish, gu Gujarati,
he Hebrew, hi Hindi, hu Hungarian, hy Armenian, id Indonesian, is Icelandic, it Italian,
ka Georgian, kk Kazakh, la Latin, lg Ganda, lt Lithuanian, lv Latvian, mi Māori, mk Macedonian,
mn Mongolian, mr Marathi, ms Malay, nb Norwegian Bokmål, nl Dutch, nn Norwegian Nynorsk,
pa Punjabi, pl Polish, pt Portuguese, ro Romanian, ru Russian, sh Serbo-Croatian, sk Slovak,
sl Slovenian, sn Shona, so Somali, sq Albanian, sr Serbian, st Sotho, sv Swedish, sw Swahili,
ta Tamil, te Telugu, th Thai, tn Tswana, tr Turkish, ts Tsonga, uk Ukrainian, ur Urdu,
vi Vietnamese, xh Xhosa, yo Yoruba, zu Zulu
"""
_SCRIPTS = """
Arab Arabic, Armn Armenian, Beng Bengali, Cans Canadian Aboriginal, Cher Cherokee, Cyrl Cyrillic,
Deva Devanagari, Ethi Ethiopic, Geor Georgian, Grek Greek, Gujr Gujarati, Guru Gurmukhi,
Hang Hangul, Hani Han, Hans Han, Hant Han, Hebr Hebrew, Hira Hiragana, Kana Katakana, Khmr Khmer,
Knda Kannada, Laoo Lao, Latn Latin, Mlym Malayalam, Mong Mongolian, Mymr Myanmar, Orya Odia,
Sinh Sinhala, Taml Tamil, Telu Telugu, Thaa Thaana, Thai Thai, Tibt Tibetan
"""


def _table(rows: str) -> dict[str, str]:
    return dict(row.strip().split(" ", 1) for row in rows.replace("\n", " ").split(","))


LANGUAGES = _table(_LANGUAGES)
SCRIPTS = _table(_SCRIPTS)


def language(code: str) -> str:
    """`English` for `en`; the code itself where it has no name here."""
    return LANGUAGES.get(code, code)


def script(code: str) -> str:
    """`Latin` for `Latn`; the code itself where it has no name here."""
    return SCRIPTS.get(code, code)
