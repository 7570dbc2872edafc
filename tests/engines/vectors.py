"""Ten thousand documents, honest and disguised in many ways, nulls and empty ones among them."""

import functools

import unspoof
from unspoof import Reader, Reading

SENTENCES = {
    "en": "The library stays open until nine, and the reading room is warm.",
    "de": "Der Zug nach Köln fährt heute von Gleis sieben, größere Koffer bitte aufgeben.",
    "fr": "Ma sœur a préparé une soupe à l’oignon pour toute la famille.",
    "es": "El próximo autobús sale a las ocho de la mañana desde la plaza.",
    "pt": "A reunião começa às dez horas e não deve demorar muito.",
    "it": "Domani porteremo i bambini al museo, perché piove ancora.",
    "nl": "De winkel is op zondag gesloten, maar de bakker is gewoon open.",
    "sv": "Vi åker till stugan på fredag om vädret blir bättre.",
    "pl": "Wczoraj późnym wieczorem znalazłem twoje klucze pod łóżkiem.",
    "cs": "Příští týden začíná výstava obrazů v městské galerii.",
    "tr": "Yarın sabah erkenden pazara gidip taze sebze alacağız.",
    "vi": "Quyển sách này rất hay, tôi đã đọc nó trong một ngày.",
    "id": "Harga beras naik lagi bulan ini, kata pedagang di pasar.",
    "ru": "Мы купили новый стол для кухни, и он оказался слишком большим.",
    "uk": "Завтра в школі буде концерт, приходьте всією родиною.",
    "bg": "Пощата отваря в осем часа, но днес има дълга опашка.",
    "el": "Το καράβι φεύγει από το λιμάνι στις επτά το πρωί.",
    "ar": "وصل القطار متأخرا اليوم بسبب الأمطار الغزيرة.",
    "fa": "می‌خواهم فردا به کتابخانه بروم و چند کتاب بگیرم.",
    "he": "החנות נסגרת מוקדם ביום שישי, כדאי לבוא בבוקר.",
    "hi": "कल सुबह बाज़ार में ताज़ी सब्ज़ियाँ मिलेंगी।",
    "th": "พรุ่งนี้เช้าเราจะไปตลาดด้วยกัน",
    "ka": "ხვალ დილით მატარებელი ბათუმში მიდის.",
    "zh": "图书馆今天晚上九点关门，请提前还书。",
    "ja": "明日の朝、駅前で会いましょう。ＡＢＣホールです。",
    "ko": "내일 아침에 시장에서 신선한 채소를 살 거예요.",
    "code": "for (int i = 0; i < n; ++i) sum += a[i] * 2; // 5 µm, H₂O",
    "chat": "ok 👩‍👩‍👧 see you @ 8pm!! 🇫🇷 ❤️ https://example.org/a?b=c",
}
KINDS = (
    "lookalike", "faux", "stylised", "zero_width", "zalgo", "accent", "soft_hyphen", "foreign",
    "bidi", "tags", "scheme", "mixed",
)  # fmt: skip
COUNT = 10_000


def _document(number: int) -> str | None:
    if number % 97 == 0:
        return None
    if number % 89 == 0:
        return ""
    names = list(SENTENCES)
    first, second = SENTENCES[names[number % len(names)]], SENTENCES["en"]
    text = f"{first} No. {number}." if number % 3 else f"{first}\n{second} ({number})"
    if number % 2:
        return text
    return unspoof.obfuscate(text, KINDS[number // 2 % len(KINDS)], 0.4, seed=number).text


@functools.cache
def documents(count: int = COUNT) -> tuple[str | None, ...]:
    return tuple(map(_document, range(count)))


@functools.cache
def expected(count: int = COUNT) -> tuple[str | None, ...]:
    """What the bare function gives, a text at a time."""
    restore = Reader().restore
    return tuple(None if text is None else restore(text) for text in documents(count))


@functools.cache
def readings(count: int = COUNT) -> tuple[Reading | None, ...]:
    """The same as readings."""
    read = Reader().read
    return tuple(None if text is None else read(text) for text in documents(count))
