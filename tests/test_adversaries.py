"""What docs/adversaries.md says of inputs made to hurt the reader."""

import importlib
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import unspoof
from unspoof.guards._policy import EVERYTHING, Policy

Load = Callable[[str], ModuleType]
BENCHES = Path(__file__).parent.parent / "benches"
# Of 76 attacks these come to something; docs/adversaries.md says why for each.
THROUGH = {
    "selectors of UTF-16",
    "zero-width bits, between letters",
    "zero-width bits, two to a letter of a long cover",
    "bits of thin spaces",
    "letters in turn in tags and selectors",
    "control characters in the words",
    "Braille",
    "Base64 in plain sight",
    "first letters of words",
}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Load:
    """Imports a script of benches/, which find each other by their bare names."""
    monkeypatch.syspath_prepend(str(BENCHES))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    return load


def harmed(poison: ModuleType, share: float, pages: set[str] | None = None) -> tuple[int, int]:
    """Honest characters and harmed ones over all schemes, with the careful profile."""
    reader = unspoof.Reader()
    found = [
        poison.harm(reader, poison.mixed(lines * 3, taught, share))
        for taught in poison.POISON.values()
        for page, lines in poison.HONEST.items()
        if pages is None or page in pages
    ]
    return sum(one.honest for one in found), sum(one.harmed for one in found)


def test_honest_lines_are_untouched_without_poison(bench: Load) -> None:
    for lines in bench("poison").HONEST.values():
        text = "\n".join(lines)
        assert unspoof.restore(text) == text


@pytest.mark.parametrize(("share", "most"), [(0.01, 700), (0.1, 1000), (0.5, 1500)])
def test_poison_harms_so_many_characters_per_million(
    bench: Load, share: float, most: float
) -> None:
    honest, changed = harmed(bench("poison"), share)
    assert honest > 300_000
    assert 1e6 * changed / honest <= most


def test_languages_with_a_lexicon_are_not_harmed_by_any_poison(bench: Load) -> None:
    poison = bench("poison")
    known = {"English", "German", "French", "Polish", "Turkish", "Vietnamese", "Danish"}
    known |= {"Russian", "Ukrainian", "Serbian", "Greek", "Persian", "Hindi", "Azerbaijani"}
    honest, changed = harmed(poison, 0.1, known)
    assert honest > 100_000
    assert 1e6 * changed / honest <= 20


def test_poison_is_poison(bench: Load) -> None:
    """Nothing would be measured if the reader did not learn what it is taught."""
    poison = bench("poison")
    full = unspoof.Reader(profile="full")
    read = [
        poison.harm(full, poison.mixed(poison.HONEST["English"] * 3, taught, 0.5)).read
        for taught in poison.POISON.values()
    ]
    assert sum(read) >= len(read) - 4


@pytest.mark.parametrize("share", [0.0, 0.01, 0.1, 0.5])
def test_a_poisoned_document_has_the_share_that_is_asked_for(bench: Load, share: float) -> None:
    poison = bench("poison")
    lines = list(poison.mixed(poison.HONEST["Russian"] * 9, poison.POISON["soft hyphens"], share))
    poisoned = sum(len(line) for line, honest in lines if not honest)
    total = sum(len(line) for line, _ in lines)
    assert poisoned / total == pytest.approx(share, abs=0.01)
    assert [line for line, honest in lines if honest] == list(poison.HONEST["Russian"] * 9)


def test_an_alphabet_of_its_own_outlives_a_disguise_beside_it() -> None:
    spam = "Ореn уоur ассоunt tоdау аnd сlаim а frее giftсаrd, реорlе.\n"
    maltese = "Għada filgħodu mmorru l-baħar, għax il-ħbieb tagħna ħejjew ikla tajba ħafna."
    assert unspoof.restore(spam + maltese) == (
        "Open your account today and claim a free giftcard, people.\n" + maltese
    )


def test_the_variables_of_a_formula_do_too() -> None:
    spam = "Ореn уоur ассоunt tоdау аnd сlаim а frее giftсаrd, реорlе.\n"
    formula = "Let α, β, ν and ρ be real; then α ≤ ρ, and 𝑥 ≠ 𝑦."
    assert unspoof.restore(spam + formula).endswith("\n" + formula)


def test_phonetics_do_too() -> None:
    spam = "Ореn уоur ассоunt tоdау аnd сlаim а frее giftсаrd, реорlе.\n"
    phonetics = "The word thin is [θɪn], butter is /ˈbʌɾɚ/, thought has /ɔː/."
    assert unspoof.restore(spam + phonetics).endswith("\n" + phonetics)


def test_one_document_never_teaches_another(bench: Load) -> None:
    poison = bench("poison")
    reader = unspoof.Reader()
    taught = ["\n".join(lines * 3) for lines in poison.POISON.values()]
    honest = ["\n".join(lines) for lines in poison.HONEST.values()]
    alone = [reader.read(text).to_dict() for text in honest]
    both = [text for pair in zip(taught, honest * 2, strict=False) for text in pair]
    for threads in (1, 2):
        batch = reader.read_batch(both, threads=threads)
        for at, reading in enumerate(batch[1::2]):
            assert reading.to_dict() == alone[at % len(alone)]
    assert reader.restore_batch(honest + taught)[: len(honest)] == honest


def test_attacks_that_hide_instructions_come_to_nothing_but_the_known_ones(bench: Load) -> None:
    smuggling = bench("smuggling")
    policy = Policy(0.5, EVERYTHING)
    assert len({attack.name for attack in smuggling.ATTACKS}) == len(smuggling.ATTACKS) >= 40
    through = {
        attack.name
        for attack in smuggling.ATTACKS
        if not smuggling.stopped(attack, smuggling.outcome(attack, policy.refuses))
    }
    assert through == THROUGH


@pytest.mark.parametrize(
    "carrier",
    ["\u200e\u200f", "\u2062\u2063", "\u3164\u17b4", "\u00ad\u034f", "\ufe00\ufe01"],
    ids=ascii,
)
def test_no_carrier_of_a_byte_is_left_in_the_text(carrier: str) -> None:
    bits = "".join(carrier[int(bit)] for bit in "0110100001101001")
    assert unspoof.restore(f"Dear{bits} all. We{bits} meet.{bits} On Monday.") == (
        "Dear all. We meet. On Monday."
    )


@pytest.mark.parametrize(
    "honest",
    [
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "❤\ufe0f\u200d🔥 ❤️",
        "辻\U000e0100さん",
        "שלום\u200f, world!",
    ],
    ids=ascii,
)
def test_and_what_has_work_to_do_stays(honest: str) -> None:
    assert unspoof.restore(honest) == honest


def test_words_with_two_readings_are_read_as_one_of_them_or_left(bench: Load) -> None:
    rows = {row["text"]: row for row in bench("adversaries").built()}
    partly = [text for text, row in rows.items() if row["verdict"] == "partly"]
    assert len(partly) <= 1, partly
    assert rows["раураl"]["read"] == "paypal"
    assert rows["вынесли сор из избы"]["verdict"] == "as meant"


def test_known_evasions_are_still_evasions(bench: Load) -> None:
    """docs/adversaries.md lists them as getting through: what is read belongs elsewhere."""
    rows = {row["way"]: row for row in bench("adversaries").evaded()}
    unread = {way for way, row in rows.items() if row["full"] == 0}
    assert "Cyrillic look-alikes throughout (for comparison)" not in unread
    assert {"Lisu", "Braille for every letter", "private use for every letter"} <= unread
    assert sum(row["careful"] == row["of"] for row in rows.values()) >= 15


def test_honest_words_around_do_not_hide_a_disguised_one(bench: Load) -> None:
    for row in bench("adversaries").diluted():
        assert row["read"] == row["of"], row


def slowness(reader: unspoof.Reader, text: str) -> float:
    """Processor time per code point; the lower of two."""

    def once() -> float:
        start = time.process_time()
        reader.read(text)
        return time.process_time() - start

    return min(once(), once()) / len(text)


@pytest.mark.parametrize("profile", ["careful", "full"])
def test_no_bomb_takes_a_hundred_times_as_long_as_ordinary_text(bench: Load, profile: str) -> None:
    bombs = bench("bombs")
    reader = unspoof.Reader(profile=profile)  # type: ignore[arg-type]
    usual = slowness(reader, bombs.ordinary(10_000))
    for name, make in bombs.BOMBS.items():
        assert slowness(reader, make(10_000)) < 100 * usual, name
