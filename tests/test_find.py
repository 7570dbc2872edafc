"""Words and phrases found through a disguise, and masked: `find`, `censor`, `Needles`, `Match`."""

import copy
import json
import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unspoof
from samples import DISGUISED, HONEST
from unspoof import Edit, Match, Needles, Reader, _core

FULL = Reader(profile="full")
CAREFUL = Reader()


def parts(found: list[Match]) -> list[str]:
    return [match.original for match in found]


@pytest.mark.parametrize(
    ("text", "needle", "original"),
    [
        ("Get your ƒгее tickets now", "free", "ƒгее"),
        ("Срочно нужны дeньги нa кaрту", "деньги на карту", "дeньги нa кaрту"),
        ("Δείτε τις ειδήσεις, δωpεάv σε όλoυς", "δωρεάν σε όλους", "δωpεάv σε όλoυς"),
        ("Wir haben 𝕘𝕦𝕥𝕖 𝔸𝕟𝕘𝕖𝕓𝕠𝕥𝕖 für Sie", "gute Angebote", "𝕘𝕦𝕥𝕖 𝔸𝕟𝕘𝕖𝕓𝕠𝕥𝕖"),
        ("Profitez de cette ｏｆｆｒｅ gratuite", "offre", "ｏｆｆｒｅ"),
        ("Tylko dziś dаrmоwе pieniądze", "darmowe pieniądze", "dаrmоwе pieniądze"),
        ("Bonus 🅓🅔🅟🅞🅢🅘🅣 pertama hari ini", "DEPOSIT", "🅓🅔🅟🅞🅢🅘🅣"),
        ("a gi\u200bft\u200b for you", "gift", "gi\u200bft"),
        ("a g\u00adi\u00adf\u00adt", "gift", "g\u00adi\u00adf\u00adt"),
        (
            "pay w\u0489i\u0489t\u0489h\u0489 crypto",
            "with crypto",
            "w\u0489i\u0489t\u0489h\u0489 crypto",
        ),
        ("please \u202eyap\u202c now", "pay", "yap"),
        ("free mox\bney for all", "money", "mox\bney"),
    ],
)
def test_what_is_read_is_found_where_it_stands(text: str, needle: str, original: str) -> None:
    (match,) = unspoof.find(text, needle)
    assert (match.needle, match.original, match.index) == (needle, original, 0)
    assert text[match.start : match.end] == original
    assert needle not in text


@pytest.mark.parametrize(
    ("text", "needle", "original"),
    [
        ("Get y0ur fr33 m0n3y n0w", "free money", "fr33 m0n3y"),
        ("We offer f.r.e.e d-e-l-i-v-e-r-y today", "free delivery", "f.r.e.e d-e-l-i-v-e-r-y"),
        ("win  b i g  m o n e y  today with us", "money", "m o n e y"),
        ("Send rnoney to my friencl tomorrow", "money to my friend", "rnoney to my friencl"),
        ("˙ʎɐpoʇ ʇsɐoɔ ǝɥʇ ɯoɹɟ sɹoʇᴉsᴉʌ ʎuɐɯ sɐɥ ǝƃɐllᴉʌ ǝɥ┴", "visitors from", "ɯoɹɟ sɹoʇᴉsᴉʌ"),
    ],
)
def test_the_full_profile_crosses_what_it_reads(text: str, needle: str, original: str) -> None:
    assert parts(FULL.find(text, needle)) == [original]
    assert not unspoof.find(text, needle)


def test_what_a_plain_search_finds_is_not_lost() -> None:
    text = "Log in to your раssword page with your password"
    assert unspoof.restore(text) != text
    both = ["password", "раssword"]
    assert [(match.index, match.original) for match in unspoof.find(text, both)] == [
        (1, "раssword"),  # of two needles in one place, the one that stands there
        (0, "password"),
    ]
    assert parts(unspoof.find(text, "password")) == ["раssword", "password"]
    assert parts(unspoof.find(text, "раssword")) == ["раssword"]
    assert parts(FULL.find("Get y0ur fr33 m0n3y n0w", "fr33")) == ["fr33"]
    assert parts(unspoof.find("fr\u200bee", "\u200b")) == ["\u200b"]


def test_needles_are_not_read() -> None:
    assert not unspoof.find("an honest paypal account", "pаypаl")


def test_the_leftmost_goes_first_and_of_those_the_longest() -> None:
    text = "a ƒгее ticket"
    assert parts(unspoof.find(text, ["free", "a free", "free ticket"])) == ["a ƒгее"]
    assert parts(unspoof.find(text, ["free", "free ticket"])) == ["ƒгее ticket"]
    assert parts(unspoof.find("aaaaa", "aa")) == ["aa", "aa"]
    (match,) = unspoof.find(text, ["free", "free"])
    assert match.index == 0


def test_matches_tear_nothing() -> None:
    assert parts(unspoof.find("un cafe\u0301 noir", "cafe")) == ["cafe\u0301"]
    assert parts(unspoof.find("👩\u200d👧 and 🇩🇪🇫🇷", ["👩", "🇫🇷", "🇪"])) == [
        "👩\u200d👧",
        "🇩🇪",
        "🇫🇷",
    ]
    assert parts(unspoof.find("हिन्दी में", "हिन्द")) == ["हिन्दी"]
    # What an edit reads as several letters is one piece.
    text = "tҺe ﬁrst ɑnd tҺe ﬁnɑl ʋersιon of tҺe ɑgreement"
    assert parts(unspoof.find(text, "inal")) == ["ﬁnɑl"]
    # A line feed is not of one piece with its carriage return.
    assert parts(unspoof.find("one\r\ntwo", ["\n", "one\r"])) == ["one\r", "\n"]


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("FREE money, ƒгее money, free", "fReE", ["FREE", "ƒгее", "free"]),
        ("Straße STRASSE strasse STRAẞE", "straße", ["Straße", "STRASSE", "strasse", "STRAẞE"]),
        ("İstanbul", "i\u0307stanbul", ["İstanbul"]),
        ("İstanbul ISTANBUL", "istanbul", ["ISTANBUL"]),
        ("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ", ["Ὀδυσσεύς"]),
        ("ДЕНЬГИ дeньги", "Деньги", ["ДЕНЬГИ", "дeньги"]),
        ("ß sß", "s", ["s"]),
        ("ﬃ", "FFI", ["ﬃ"]),
        ("ﬃ", "ff", []),
    ],
)
def test_case_is_folded_in_full(text: str, needle: str, found: list[str]) -> None:
    assert parts(unspoof.find(text, needle, ignore_case=True)) == found


def test_white_space_is_exact_unless_it_is_not_to_be() -> None:
    text = "ƒгее\r\ncrypto, free\u00a0crypto, free  crypto, free crypto"
    assert parts(unspoof.find(text, "free crypto")) == ["free crypto"]
    spaced = parts(unspoof.find(text, "free\tcrypto", any_space=True))
    assert spaced == text.split(", ")


@pytest.mark.parametrize("profile", ["careful", "full"])
def test_a_page_of_ours(profile: Any) -> None:
    """Every word of the page is found at its place, though nearly all are disguised."""
    reader = Reader(profile)
    words = sorted(set(re.findall(r"\w+", HONEST)))
    matches = reader.find(DISGUISED, words)
    for word in words:
        matches += reader.find(DISGUISED, word)
    spans = {(match.start, match.end, match.needle) for match in matches}
    assert {(*found.span(), found[0]) for found in re.finditer(r"\w+", HONEST)} <= spans


@pytest.mark.parametrize("kind", _core.kinds())
def test_every_kind_of_disguise(kind: str) -> None:
    """What the reader reads is found, and nothing else."""
    made = unspoof.obfuscate(HONEST, kind, rate=0.7, seed=3)
    reading = FULL.read(made.text)
    words = sorted(set(re.findall(r"\w+", HONEST)))
    for word in words[::4]:
        there = word in reading.text or word in made.text
        assert bool(FULL.find(made.text, word)) == there, word
    matches = FULL.find(made.text, words, ignore_case=True)
    assert_they_hold(made.text, reading, matches)
    assert len(matches) >= 0.9 * len(re.findall(r"\w+", HONEST))


def assert_they_hold(text: str, reading: unspoof.Reading, matches: list[Match]) -> None:
    """In order and apart, and each reads as its needle or is it."""
    assert all(one.end <= other.start for one, other in pairwise(matches))
    for match in matches:
        assert match.original == text[match.start : match.end]
        seen = (read_at(reading, match), match.original)
        assert any(match.needle.casefold() in text.casefold() for text in seen)


def read_at(reading: unspoof.Reading, match: Match) -> str:
    """What a text reads as where a match lies, with all of every edit that it touches."""
    touched = [one for one in reading.edits if one.start < match.end and match.start < one.end]
    start = min([match.start, *(edit.start for edit in touched)])
    end = max([match.end, *(edit.end for edit in touched)])
    moved = [
        Edit(edit.start - start, edit.end - start, edit.original, edit.restored) for edit in touched
    ]
    return unspoof.apply(reading.original[start:end], moved)


WORDS = [
    *DISGUISED.split(),
    *HONEST.split()[:40],
    "cafe\u0301",
    "привет",
    "дeньги",
    "fr33",
    "f.r.e.e",
]
PIECES = st.sampled_from(
    [*WORDS, "\u200b", "\u0301", "\u202e", "\u202c", "\b", "ß", "İ", "👩\u200d👧"]
)
TEXTS = st.lists(PIECES | st.sampled_from([" ", "\n", ", "]) | st.characters(), max_size=30).map(
    "".join
) | st.text(st.characters(codec=None, categories=None), max_size=20)
READERS = st.sampled_from([CAREFUL, FULL])
NEEDLES = st.lists(
    st.sampled_from(WORDS).map(unspoof.restore) | PIECES | st.text(min_size=1, max_size=3),
    min_size=1,
    max_size=6,
)


@given(READERS, TEXTS, NEEDLES)
def test_what_is_found_holds(reader: Reader, text: str, needles: list[str]) -> None:
    reading = reader.read(text)
    matches = reader.find(text, needles)
    assert_they_hold(text, reading, matches)
    for match in matches:
        assert needles[match.index] == match.needle


@given(READERS, TEXTS, NEEDLES)
def test_whatever_is_read_or_stands_there_is_found(
    reader: Reader, text: str, needles: list[str]
) -> None:
    there = any(needle in reader.restore(text) or needle in text for needle in needles)
    assert bool(reader.find(text, needles)) == there


ASCII = st.text(st.characters(max_codepoint=0x7F, exclude_characters="\b\x7f"), max_size=40)
FEW = st.text(st.sampled_from("abAB \r\n"), max_size=40)


@given(ASCII | FEW, st.lists(st.text("abAB \r\n", min_size=1, max_size=3) | ASCII, max_size=5))
def test_honest_ascii_is_searched_plainly(text: str, needles: list[str]) -> None:
    needles = list(filter(None, needles))
    pattern = "|".join(map(re.escape, sorted(needles, key=len, reverse=True))) or "(?!)"
    for flags, ignore_case in ((0, False), (re.IGNORECASE, True)):
        plain = [(found.start(), found.end()) for found in re.finditer(pattern, text, flags)]
        matches = unspoof.find(text, needles, ignore_case=ignore_case)
        assert [(match.start, match.end) for match in matches] == plain


CASES = st.text("aAßẞſsSİiIı\u0307Σσςéeﬁﬀfϐβ ", max_size=12)


@given(CASES, CASES.filter(bool))
def test_what_differs_in_case_is_found(text: str, needle: str) -> None:
    matches = unspoof.find(text, needle, ignore_case=True)
    assert_they_hold(text, unspoof.read(text), matches)
    whole = unspoof.find(f"{text}|{needle.swapcase()}|", f"|{needle}|", ignore_case=True)
    assert parts(whole) == ([f"|{needle.swapcase()}|"] if _alike(needle) else [])


def _alike(text: str) -> bool:
    return text.swapcase().casefold() == text.casefold()


@given(READERS, TEXTS, NEEDLES)
def test_only_what_is_found_is_masked(reader: Reader, text: str, needles: list[str]) -> None:
    matches = reader.find(text, needles)
    masked = reader.censor(text, needles, "\x00")
    edges = [0, *(edge for match in matches for edge in (match.start, match.end)), len(text)]
    kept = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert re.fullmatch(r"[\x00\s]*".join(map(re.escape, kept)), masked)
    assert (masked is text) == (not matches)


@pytest.mark.parametrize(
    ("text", "needles", "masked"),
    [
        ("buy free crypto now", "free crypto", "buy **** ****** now"),
        ("buy fr\u200bее crypto nοw", "free", "buy **** crypto nοw"),
        ("un cafe\u0301 noir", ["café", "cafe"], "un **** noir"),
        ("👩\u200d👧!", "👩\u200d👧", "*!"),
        ("हिन्दी में", "हिन्दी", "** में"),
        ("nothing of it", "elsewhere", "nothing of it"),
        ("please \u202eyap\u202c now", "pay", "please \u202e***\u202c now"),
        ("free\r\ncrypto", "free\r\ncrypto", "****\r\n******"),
    ],
)
def test_masks(text: str, needles: Any, masked: str) -> None:
    assert unspoof.censor(text, needles) == masked


def test_masks_of_what_is_read_in_full() -> None:
    assert FULL.censor("f.r.e.e d-e-l-i-v-e-r-y today", "free delivery") == "**** ******** today"
    assert (
        FULL.censor("Send rnoney to my friencl", ["money", "friend"]) == "Send ***** to my ******"
    )
    text = "˙ʎɐpoʇ ʇsɐoɔ ǝɥʇ ɯoɹɟ sɹoʇᴉsᴉʌ ʎuɐɯ sɐɥ ǝƃɐllᴉʌ ǝɥ┴"
    assert FULL.censor(text, "visitors", "#") == text.replace("sɹoʇᴉsᴉʌ", "#" * 8)


def test_any_mask() -> None:
    assert unspoof.censor("a ƒгее gift", "free", "█") == "a ████ gift"
    assert unspoof.censor("a ƒгее gift", "free ", "") == "a  gift"
    assert unspoof.censor("a ƒгее gift", "free", mask="🤐") == "a 🤐🤐🤐🤐 gift"
    assert (
        unspoof.censor("a FREE gift", "free", "\ud800", ignore_case=True)
        == "a \ud800\ud800\ud800\ud800 gift"
    )


def test_the_same_object_comes_back_where_nothing_is_found() -> None:
    for text in (HONEST, DISGUISED, "", "🙂"):
        assert unspoof.censor(text, "elsewhere") is text
        assert unspoof.censor(text, []) is text


def test_lone_surrogates() -> None:
    text = "\ud83d \ude00 😀 ƒгее \ud83d"
    assert parts(unspoof.find(text, ["\ud83d", "😀", "free"])) == ["\ud83d", "😀", "ƒгее", "\ud83d"]
    assert unspoof.censor(text, "\ud83d", "*") == "* \ude00 😀 ƒгее *"


def test_thousands_of_needles() -> None:
    needles = Needles([f"word{number}" for number in range(20_000)] + ["free crypto"])
    text = "word7 and wοrd19999 and frее crypto and no words"
    assert [match.index for match in unspoof.find(text, needles)] == [7, 19_999, 20_000]


def test_needles_are_prepared_once_for_many_texts() -> None:
    needles = Needles((word for word in ["Free", "gift"]), ignore_case=True, any_space=True)
    assert (needles.needles, needles.ignore_case, needles.any_space) == (
        ("Free", "gift"),
        True,
        True,
    )
    assert parts(unspoof.find("a FREE gift", needles)) == ["FREE", "gift"]
    assert parts(FULL.find("Get y0ur fr33 gift n0w", needles)) == ["fr33", "gift"]
    assert unspoof.censor("a FREE gift", needles) == "a **** ****"
    with pytest.raises(ValueError, match="say it there"):
        unspoof.find("a FREE gift", needles, ignore_case=True)
    assert Needles("free") == Needles(["free"]) != Needles("free", ignore_case=True)
    assert len({Needles("free"), Needles(["free"])}) == 1
    assert repr(Needles("free")) == "Needles(['free'], ignore_case=False, any_space=False)"
    assert repr(Needles("free", any_space=True)).endswith("any_space=True)")
    assert repr(Needles(["a"] * 9)).startswith("Needles(['a', 'a', 'a', …], ")


def test_no_needles_are_found_nowhere() -> None:
    assert unspoof.find("text", []) == unspoof.find("", "text") == []


@pytest.mark.parametrize("verb", [unspoof.find, unspoof.censor, FULL.find, FULL.censor])
def test_what_cannot_be_looked_for_is_refused(verb: Any) -> None:
    with pytest.raises(ValueError, match="needle 0 is empty"):
        verb("text", "")
    with pytest.raises(ValueError, match="needle 2 is empty"):
        verb("text", ["a", "b", ""])
    for wrong, complaint in (
        (None, "not <class 'NoneType'>"),
        (1, "not <class 'int'>"),
        (b"a", "needle 0 is not a str but <class 'int'>"),
        (["a", None], "needle 1 is not a str but <class 'NoneType'>"),
    ):
        with pytest.raises(TypeError, match=complaint):
            verb("text", wrong)
    with pytest.raises(TypeError, match="str"):
        verb(b"text", "a")
    with pytest.raises(TypeError):
        verb("text", "a", "*", True)


def test_a_failing_iterable_says_so_itself() -> None:
    def needles() -> Any:
        yield "a"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        unspoof.find("text", needles())


def test_matches_are_records() -> None:
    match = Match(2, 6, "free", "ƒгее", 3)
    assert (
        match == Match(2, 6, needle="free", original="ƒгее", index=3) != Match(2, 6, "free", "ƒгее")
    )
    assert match != "match"
    assert len({match, Match(**match.to_dict())}) == 1
    assert json.loads(json.dumps(match.to_dict())) == match.to_dict()
    assert list(match.to_dict()) == ["start", "end", "needle", "original", "index"]
    assert sorted([Match(3, 4, "a", "a"), match])[0] is match
    assert repr(match) == "Match(2, 6, 'free', 'ƒгее', 3)"
    with pytest.raises(AttributeError):
        match.start = 1  # type: ignore[misc]
    for wrong in ((2, 7, "free", "ƒгее"), (6, 2, "free", "ƒгее"), (2, 2, "free", "")):
        with pytest.raises(ValueError, match="another length"):
            Match(*wrong)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(
    "value",
    [
        Match(2, 6, "free", "ƒгее", 3),
        Match(0, 1, "\ud800", "\ud800"),
        Needles(["free", "gift"], ignore_case=True),
        Needles([], any_space=True),
    ],
)
def test_they_go_to_another_process(value: object, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value


def test_threads_share_needles() -> None:
    needles = Needles(sorted(set(HONEST.split())))
    alone = unspoof.find(DISGUISED, needles)
    with ThreadPoolExecutor(4) as pool:
        assert all(
            found == alone
            for found in pool.map(lambda _: unspoof.find(DISGUISED, needles), range(16))
        )
