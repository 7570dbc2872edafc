"""Words built to read as another word: several readings are plausible, and one is meant."""

from __future__ import annotations

from dataclasses import dataclass

import unspoof


@dataclass(frozen=True)
class Built:
    """A text, and what a person may take it for; first what its author wants to be seen."""

    text: str
    plausible: tuple[str, ...]
    why: str


BUILT = (
    Built("раураl", ("paypal",), "Cyrillic but for the l, by itself"),
    Built("ѕсоре", ("scope",), "Macedonian dz and Cyrillic letters, whole"),
    Built("ѕсор", ("scop",), "the same, no common word"),
    Built("сор", ("сор", "cop"), "litter in Russian, `cop` in English"),
    Built("рок", ("рок", "pok"), "fate in Russian"),
    Built("кот", ("кот", "kot"), "a cat in Russian, and in Polish"),
    Built("рота", ("рота", "pota"), "a company in Russian"),
    Built("The сор stopped our car", ("The cop stopped our car",), "the neighbours are English"),
    Built("вынесли сор из избы", ("вынесли сор из избы",), "the neighbours are Russian"),
    Built(
        "вынесли cop из избы", ("вынесли сор из избы", "вынесли cop из избы"), "Latin in Russian"
    ),
    Built("Please рау the bill", ("Please pay the bill",), "`рау` is no Russian word"),
    Built(
        "Please look at the тор of the list",
        ("Please look at the top of the list",),
        "a god in Russian",
    ),
    Built("The mеtа dаtа is in оur сасhе", ("The meta data is in our cache",), "mixed words"),
    Built("neʋer heard of it", ("never heard of it",), "ʋ may be u or v"),
    Built("ein neʋer Tag", ("ein neuer Tag", "ein never Tag"), "`neuer` is German"),
    Built(
        "eine ɑlte Ʈür und ein neʋes Hɑʋs", ("eine alte Tür und ein neues Haus",), "German, two ʋ"
    ),
    Built("a new ʋser has a new ʋiew", ("a new user has a new view",), "one glyph for two letters"),
    Built("clɪck the lɪnk in the maɪl", ("click the link in the mail",), "ɪ for i in three words"),
    Built("payp\u0430l.com", ("paypal.com",), "an address"),
    Built("log in at аррӏе.com", ("log in at apple.com",), "the palochka for l"),
    Built("log in at раураӏ.com", ("log in at paypal.com",), "all Cyrillic, whole"),
    Built("paypa1", ("paypal", "paypa1"), "a digit for l"),
    Built("paypaI", ("paypal", "paypaI"), "a capital I for l"),
    Built("rnicrosoft", ("microsoft", "rnicrosoft"), "two letters for m"),
    Built("Il1", ("Il1",), "an identifier"),
    Built(
        "send 1OO dollars to me",
        ("send 100 dollars to me", "send 1OO dollars to me"),
        "capital O for zero",
    ),
    Built("pay l00 euros now", ("pay 100 euros now", "pay l00 euros now"), "small l for one"),
    Built(
        "his naмe is on the нате list",
        ("his name is on the hate list",),
        "`нате` is Russian (here you are), reads hate",
    ),
    Built("сосна", ("сосна", "cocha"), "a pine in Russian"),
    Built("НОТ", ("НОТ", "HOT"), "of notes in Russian"),
    Built("НОТ SALE, ВЕST РRIСЕ", ("HOT SALE, BEST PRICE",), "capitals among disguised ones"),
    Built("ΑΒΕΚ", ("ΑΒΕΚ", "ABEK"), "Greek capitals, a Latin name"),
    Built("Νονα", ("Νονα", "Nova"), "Greek letters: a godmother's, or a name"),
    Built("Τhе Νονа саr", ("The Nova car", "The Nova car"), "the same among disguised words"),
    Built("ехаmple.соm and ехаmрlе", ("example.com and example",), "an address and its word"),
    Built("bаnк оf ѕсоtlаnd", ("bank of scotland",), "every word mixed"),
    Built("Москва is Moscow", ("Москва is Moscow",), "honest"),
    Built("НАТО and NATO", ("НАТО and NATO",), "honest, the same letters"),
)
"""Each with its readings."""


def taken(built: Built, profile: str = "careful") -> tuple[str, float, float]:
    """What is read, the score, and the lowest confidence of an edit (1 where there is none)."""
    reading = unspoof.Reader(profile=profile).read(built.text)  # type: ignore[arg-type]
    return reading.text, reading.score, min((edit.confidence for edit in reading.edits), default=1)
