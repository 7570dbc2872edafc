"""The languages the model knows, and where the knowledge of each comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language: its code, script (ISO 15924), and its sources.

    `wordfreq` and `lingua` are the codes under which those packages hold it, or None.
    `words` is how many of its most frequent words the lexicon keeps; `ngrams` how many
    n-grams of order 3 and more.
    """

    code: str
    script: str
    wordfreq: str | None
    lingua: str | None
    words: int
    ngrams: int
    orthography: str
    transliterate: bool = False


def _with_words(
    code: str,
    script: str,
    words: int,
    ngrams: int = 26_000,
    *,
    wordfreq: str | None = None,
    lingua: str | None = None,
    orthography: str | None = None,
    transliterate: bool = False,
) -> Language:
    return Language(
        code,
        script,
        wordfreq or code,
        lingua or code,
        words,
        ngrams,
        orthography or f"{code}_{script}",
        transliterate,
    )


def _without_words(
    code: str, script: str, ngrams: int = 10_000, orthography: str | None = None
) -> Language:
    return Language(code, script, None, code, 0, ngrams, orthography or f"{code}_{script}")


# A language with words comes first: the lexicon's profiles have one place for each of these.
LANGUAGES: tuple[Language, ...] = (
    _with_words("en", "Latn", 130_000, 40_000),
    _with_words("de", "Latn", 80_000, 32_000),
    _with_words("fr", "Latn", 60_000, 28_000),
    _with_words("es", "Latn", 60_000, 28_000),
    _with_words("it", "Latn", 60_000),
    _with_words("pt", "Latn", 60_000),
    _with_words("nl", "Latn", 60_000),
    _with_words("pl", "Latn", 80_000, 30_000),
    _with_words("cs", "Latn", 60_000),
    _with_words("sv", "Latn", 60_000),
    _with_words("nb", "Latn", 55_000),
    _with_words("fi", "Latn", 60_000),
    _with_words("ca", "Latn", 40_000, 20_000),
    _with_words("da", "Latn", 60_000, 20_000),
    _with_words("hu", "Latn", 60_000),
    _with_words("id", "Latn", 60_000, 20_000),
    _with_words("is", "Latn", 60_000, 20_000),
    _with_words("lt", "Latn", 60_000),
    _with_words("lv", "Latn", 60_000, 20_000),
    _with_words("ms", "Latn", 60_000, 16_000),
    _with_words("ro", "Latn", 60_000, 22_000),
    _with_words("sh", "Latn", 60_000, 24_000, lingua="hr", orthography="hr_Latn"),
    _with_words("sk", "Latn", 60_000, 22_000),
    _with_words("sl", "Latn", 60_000, 22_000),
    _with_words("tr", "Latn", 70_000, 28_000),
    _with_words("vi", "Latn", 20_000, 12_000),
    _with_words("fil", "Latn", 60_000, 16_000, lingua="tl"),
    _with_words("ru", "Cyrl", 115_000, 36_000),
    _with_words("uk", "Cyrl", 75_000, 28_000),
    _with_words("bg", "Cyrl", 60_000, 26_000),
    _with_words("mk", "Cyrl", 55_000, 22_000),
    _with_words("sr", "Cyrl", 60_000, 24_000, wordfreq="sh", transliterate=True),
    _with_words("el", "Grek", 60_000, 30_000),
    _with_words("ar", "Arab", 14_000, 8_000),
    _with_words("fa", "Arab", 14_000, 8_000),
    _with_words("ur", "Arab", 14_000, 8_000),
    _with_words("he", "Hebr", 14_000, 6_000),
    _with_words("hi", "Deva", 14_000, 6_000),
    _with_words("bn", "Beng", 14_000, 6_000),
    _with_words("ta", "Taml", 14_000, 6_000),
    _without_words("be", "Cyrl", 30_000),
    _without_words("kk", "Cyrl"),
    _without_words("mn", "Cyrl"),
    _without_words("af", "Latn"),
    _without_words("az", "Latn"),
    _without_words("cy", "Latn"),
    _without_words("eo", "Latn"),
    _without_words("et", "Latn", 14_000),
    _without_words("eu", "Latn"),
    _without_words("ga", "Latn"),
    _without_words("la", "Latn"),
    _without_words("lg", "Latn"),
    _without_words("mi", "Latn", 5_000),
    _without_words("nn", "Latn"),
    _without_words("sn", "Latn"),
    _without_words("so", "Latn"),
    _without_words("sq", "Latn"),
    _without_words("st", "Latn"),
    _without_words("sw", "Latn"),
    _without_words("tn", "Latn"),
    _without_words("ts", "Latn"),
    _without_words("xh", "Latn"),
    _without_words("yo", "Latn"),
    _without_words("zu", "Latn"),
    _without_words("hy", "Armn", 6_000),
    _without_words("ka", "Geor", 6_000),
    _without_words("gu", "Gujr", 4_000),
    _without_words("mr", "Deva", 4_000),
    _without_words("pa", "Guru", 4_000),
    _without_words("te", "Telu", 4_000),
    _without_words("th", "Thai", 4_000),
)

WITH_WORDS = tuple(language for language in LANGUAGES if language.wordfreq)

_DIGRAPHS = (("dž", "џ"), ("lj", "љ"), ("nj", "њ"))
_LETTERS = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")


def serbian_cyrillic(word: str) -> str:
    """`word` in Serbian Latin letters, written in Serbian Cyrillic ones."""
    for latin, cyrillic in _DIGRAPHS:
        word = word.replace(latin, cyrillic)
    return word.translate(_LETTERS)
