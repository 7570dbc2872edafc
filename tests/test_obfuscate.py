"""The simulator: every kind of disguise, settled by the seed, with the truth beside it."""

import json
import pickle
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unspoof
from samples import HONEST
from unspoof import Edit, Obfuscated, _core

KINDS = _core.kinds()
LETTERS = ["lookalike", "foreign", "faux", "glyph", "accent", "leet", "multi"]
LINES = ["turned", "upside_down", "backwards"]
TEXTS = {
    "empty": "",
    "no letters": "13:45 — 6 × 7 = 42!\n\n",
    "page": HONEST,
    "Russian": "Мы купили новый дом в центре города, ждём вас.\nОбъявление!",
    "Greek": "Η γρήγορη αλεπού πηδάει πάνω από τον σκύλο.",
    "Vietnamese": "Tôi yêu tiếng Việt, quyển sách này rất hay.",
    "decomposed": unicodedata.normalize("NFD", "Tôi yêu tiếng Việt"),
    "Persian": "می\u200cخواهم کتاب بخوانم",
    "Hindi": "नमस्ते दुनिया",
    "emoji": "ok 👩\u200d👩\u200d👧 🇫🇷 4\ufe0f\u20e3 ❤\ufe0f yes 👍🏽",
    "dirt": "a\u200bb\u202ec\u202c \x08d\x00 \ud800e\udfff \u0301",
}
ANY = st.sampled_from([*TEXTS.values(), *TEXTS["Russian"].split()]) | st.text(
    st.characters(codec=None, categories=None), max_size=60
)


def checked(text: str, kind: str, rate: float, seed: int) -> Obfuscated:
    made = unspoof.obfuscate(text, kind, rate, seed)
    assert made.original is text
    assert unspoof.apply(made.text, made.edits) == text
    done = 0
    for edit in made.edits:
        assert done <= edit.start < edit.end <= len(made.text)
        assert edit.original == made.text[edit.start : edit.end] != edit.restored
        assert edit.family in _core.families()
        done = edit.end
    return made


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_edits_lead_back_and_the_seed_decides(text: str, kind: str) -> None:
    for rate in (0.0, 0.3, 1.0):
        for seed in (0, 1, 2**64 - 1):
            made = checked(text, kind, rate, seed)
            assert made == checked(text, kind, rate, seed)
            if rate == 0.0:
                assert made.text is text
                assert made.edits == ()


@given(ANY, st.sampled_from(KINDS), st.floats(0, 1), st.integers(0, 2**64 - 1))
def test_edits_lead_back_from_any_text(text: str, kind: str, rate: float, seed: int) -> None:
    made = checked(text, kind, rate, seed)
    assert (made.text is text) == (not made.edits)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_something_for_a_page(kind: str) -> None:
    made = [unspoof.obfuscate(HONEST, kind, 1.0, seed) for seed in range(3)]
    assert all(one.edits for one in made)
    # What has one way only of being done, at the rate of 1.
    settled = {"fullwidth", "small_capitals", "parenthesised", "regional", "raised", "bidi"}
    assert len({one.text for one in made}) > 1 or kind in {*settled, "upside_down", "backwards"}


def test_the_families_are_kinds_and_name_their_edits() -> None:
    assert set(_core.families()) <= set(KINDS)
    for family in _core.families():
        assert {edit.family for edit in unspoof.obfuscate(HONEST, family, 1.0).edits} == {family}
    mixed = unspoof.obfuscate(HONEST * 3, "mixed", 1.0).edits
    assert {edit.family for edit in mixed} == set(_core.families()) - {"turned"}


@pytest.mark.parametrize("kind", sorted({*KINDS} - {*LINES, "scheme", "mixed"}))
def test_the_rate_is_a_share(kind: str) -> None:
    """Of what is disguised at the rate of 1, half is at the rate of 0.5."""
    page = HONEST * 8
    # Counted by words of the original, so that kinds with several edits to a word can be compared.
    words = [len(_touched(unspoof.obfuscate(page, kind, rate, 7))) for rate in (0.5, 1.0)]
    assert 0.4 * words[1] < words[0] <= (1.0 if kind in LETTERS else 0.6) * words[1]


def _touched(made: Obfuscated) -> set[int]:
    """Where in the original each word lies that an edit changes or follows."""
    words, shift = set(), 0
    for edit in made.edits:
        start = edit.start + shift
        before = made.original[: start + 1 if edit.restored else start]
        words.add(max(before.rfind(" "), before.rfind("\n")))
        shift += len(edit.restored) - len(edit.original)
    return words


def test_a_scheme_is_one_glyph_for_a_letter() -> None:
    made = unspoof.obfuscate(HONEST * 3, "scheme", rate=1.0, seed=4)
    pairs = {(edit.restored, edit.original) for edit in made.edits}
    assert len(pairs) == len({letter for letter, _ in pairs}) == len({glyph for _, glyph in pairs})
    half = unspoof.obfuscate(HONEST * 3, "scheme", rate=0.5, seed=4)
    assert 0 < len({edit.restored for edit in half.edits}) < len(pairs)


@pytest.mark.parametrize(
    ("text", "script"), [("Russian", "CYRILLIC"), ("Greek", "GREEK"), ("Vietnamese", "LATIN")]
)
def test_foreign_letters_are_of_another_script(text: str, script: str) -> None:
    edits = unspoof.obfuscate(TEXTS[text], "foreign", rate=1.0).edits
    assert edits
    for edit in edits:
        assert script in unicodedata.name(edit.restored)
        other = unicodedata.name(edit.original).split()[0]
        assert other in {"LATIN", "CYRILLIC", "GREEK", "MICRO"} - {script}


def test_a_word_is_in_one_mathematical_alphabet() -> None:
    made = unspoof.obfuscate("several words here", "mathematical", rate=1.0, seed=2)
    for word in made.text.split():
        names = {unicodedata.name(glyph).rpartition(" SMALL ")[0] for glyph in word}
        assert len(names) == 1
    assert unicodedata.normalize("NFKC", made.text) == made.original


def test_one_word_in_each_kind_of_style() -> None:
    shown = {kind: unspoof.obfuscate("free", kind, 1.0).text for kind in KINDS}
    assert shown["fullwidth"] == "ｆｒｅｅ"
    assert shown["small_capitals"] == "ꜰʀᴇᴇ"
    assert shown["parenthesised"] == "⒡⒭⒠⒠"
    assert shown["regional"] == "🇫🇷🇪🇪"
    assert shown["raised"] == "ᶠʳᵉᵉ"
    assert shown["circled"] in ("ⓕⓡⓔⓔ", "🅕🅡🅔🅔")
    assert shown["squared"] in ("🄵🅁🄴🄴", "🅵🆁🅴🅴")


@pytest.mark.parametrize("text", ["Persian", "Hindi"])
def test_joiners_are_not_added_where_they_have_work_to_do(text: str) -> None:
    for seed in range(50):
        made = unspoof.obfuscate(TEXTS[text], "zero_width", 1.0, seed)
        assert not {"\u200c", "\u200d"} & {edit.original for edit in made.edits}


def test_marks_and_emoji_are_not_torn_apart() -> None:
    text = "abc e\u0301o\u0302 👩\u200d👩\u200d👧👍🏽🇫🇷"
    assert (
        unspoof.obfuscate(text, "backwards", 1.0).text
        == "🇫🇷👍🏽👩\u200d👩\u200d👧 o\u0302e\u0301 cba"
    )
    assert "e\u0301-o\u0302-u" in {
        unspoof.obfuscate("e\u0301o\u0302u", "spaced", 1.0, seed).text for seed in range(40)
    }


def test_lines_are_turned_one_by_one() -> None:
    made = unspoof.obfuscate("One fine day.\r\n\r\nquack?", "upside_down", 1.0)
    assert made.text == "˙ʎɐp ǝuᴉɟ ǝuO\r\n\r\n¿ʞɔɐnb"
    assert len(made.edits) == 2
    assert unspoof.obfuscate("日本語", "upside_down", 1.0).text == "日本語"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"family": "Leet"}, r'unknown family "Leet"; known are lookalike, .*mixed'),
        ({"family": ""}, "known are"),
        ({"rate": 1.1}, "rate 1.1 is not from 0 to 1"),
        ({"rate": -0.1}, "0 to 1"),
        ({"rate": float("nan")}, "0 to 1"),
        ({"seed": -1}, r"seed is not from 0 to 2\*\*64 - 1"),
        ({"seed": 2**64}, "seed"),
    ],
)
def test_what_there_is_none_of_is_refused(arguments: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        unspoof.obfuscate("text", **arguments)  # type: ignore[arg-type]


def test_wrong_types_are_refused() -> None:
    for arguments in ((b"text",), ("text", 1), ("text", "leet", "1"), ("text", "leet", 1, 0.5)):
        with pytest.raises(TypeError):
            unspoof.obfuscate(*arguments)


def test_a_result_is_a_record() -> None:
    made = unspoof.obfuscate("Call me", "leet", 1.0)
    assert made.family == "leet"
    assert made == pickle.loads(pickle.dumps(made))
    assert hash(made) == hash(pickle.loads(pickle.dumps(made)))
    assert made != unspoof.obfuscate("Call me", "accent", 1.0)
    assert made.edits is made.edits
    data = json.loads(json.dumps(made.to_dict()))
    assert list(data) == ["original", "text", "family", "edits"]
    assert tuple(Edit(**edit) for edit in data["edits"]) == made.edits
    assert repr(made) == f"<Obfuscated {made.text!r}: leet, {len(made.edits)} edits>"
    with pytest.raises(AttributeError):
        made.text = ""  # type: ignore[misc]


def test_threads_get_the_same() -> None:
    def work(seed: int) -> Obfuscated:
        return unspoof.obfuscate(HONEST, "mixed", 0.7, seed)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(40))) == list(map(work, range(40)))
