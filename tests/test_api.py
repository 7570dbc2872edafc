"""The public surface: what goes in, what comes out, what is refused."""

import json
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

import unspoof
from samples import DISGUISED, HONEST
from unspoof import Edit, Reader, Reading, Substitution, _core


def test_all_is_sorted_and_complete() -> None:
    public = {
        name
        for name, value in vars(unspoof).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert unspoof.__all__ == sorted(public | {"__version__"})


def test_import_loads_nothing_of_the_command_line() -> None:
    code = "import sys, unspoof; unspoof.read('x'); print({'click', 'rich'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


@pytest.mark.parametrize("text", ["", "a", "plain ASCII\r\n\0\x7f", "naïve café", "日本語", "🙂"])
def test_honest_text_comes_back_as_the_same_object(text: str) -> None:
    for reader in (unspoof, Reader(), Reader("careful", ["en"])):
        assert reader.restore(text) is text
        assert reader.read(text).text is text
        assert reader.read(text).original is text


@pytest.mark.parametrize("wrong", [None, b"bytes", 1, ["text"], bytearray(b"x")])
@pytest.mark.parametrize("verb", [unspoof.restore, unspoof.read, Reader().restore, Reader().read])
def test_what_is_not_a_str_is_refused(verb: Any, wrong: object) -> None:
    with pytest.raises(TypeError, match="str"):
        verb(wrong)


def test_the_two_profiles() -> None:
    assert Reader().profile == "careful"
    assert Reader("full").profile == Reader(profile="full").profile == "full"
    with pytest.raises(ValueError, match=r'"Careful".*"careful" and "full"'):
        Reader("Careful")  # type: ignore[arg-type]


def test_languages_are_checked() -> None:
    assert Reader().languages is None
    assert Reader(languages=["en", "de"]).languages == ("en", "de")
    assert Reader(languages=(code for code in ["en"])).languages == ("en",)
    with pytest.raises(ValueError, match=r"unknown language \"xx\"; known are .*en.*"):
        Reader(languages=["en", "xx"])
    with pytest.raises(ValueError, match="empty"):
        Reader(languages=[])
    with pytest.raises(TypeError, match="not a str"):
        Reader(languages="en")
    with pytest.raises(TypeError):
        Reader(languages=[1])  # type: ignore[list-item]


def test_unknown_ablations_are_refused() -> None:
    with pytest.raises(ValueError, match="no_such"):
        Reader(ablation={"no_such": True})  # type: ignore[arg-type]


def test_a_reading_holds_together() -> None:
    reading = unspoof.read(DISGUISED)
    assert isinstance(reading, Reading)
    assert reading.original is DISGUISED
    assert reading.text == unspoof.restore(DISGUISED)
    assert reading.obfuscated is bool(reading.edits) is True
    assert 0 <= reading.score <= 1
    for edit in reading.edits:
        assert edit.original == DISGUISED[edit.start : edit.end]
        assert edit.family in _core.families()
        assert 0 <= edit.confidence <= 1
        points = " ".join(f"U+{ord(char):04X}" for char in edit.original)
        assert edit.reason.startswith(f"{edit.original} {points} → {edit.restored}: ")
    for shares in (reading.scripts, reading.languages):
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
        assert sum(shares.values()) <= 1.01


def test_the_reason_of_what_is_not_seen_names_its_code_point() -> None:
    (edit,) = unspoof.read("The quick bro\u200bwn fox jumps.").edits
    assert (edit.original, edit.restored, edit.family) == ("\u200b", "", "invisible")
    assert edit.reason.startswith("U+200B → nothing: ")


@pytest.mark.parametrize("text", [HONEST, DISGUISED, ""])
def test_to_dict_is_the_reading_in_json(text: str) -> None:
    reading = unspoof.read(text)
    given = json.loads(json.dumps(reading.to_dict()))
    assert list(given) == [
        *("original", "text", "obfuscated", "score", "edits", "scheme", "scripts", "languages"),
        "hidden",
    ]
    assert tuple(Edit(**edit) for edit in given["edits"]) == reading.edits
    assert tuple(Substitution(**row) for row in given["scheme"]) == reading.scheme
    assert given["scripts"] == reading.scripts
    assert given["languages"] == reading.languages


def test_records_cannot_be_changed() -> None:
    records = (Edit(0, 1, "ɑ", "a"), Substitution("ɑ", "a", 1), unspoof.read("x"), Reader())
    for record in records:
        for name in ("start", "glyph", "text", "profile", "new"):
            with pytest.raises(AttributeError):
                setattr(record, name, None)


def test_edits_compare_by_their_fields() -> None:
    edit = Edit(1, 2, "ɑ", "a", "lookalike", 0.5, "why")
    assert edit == Edit(1, 2, "ɑ", "a", family="lookalike", confidence=0.5, reason="why")
    assert edit != Edit(1, 2, "ɑ", "a")
    assert edit != "edit"
    assert len({edit, Edit(**edit.to_dict())}) == 1
    assert sorted([Edit(3, 4, "a", "b"), edit])[0] is edit
    assert repr(edit) == "Edit(1, 2, 'ɑ', 'a', 'lookalike', 0.5, 'why')"
    with pytest.raises(TypeError):
        assert edit < 1  # type: ignore[operator]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((2, 1, "ɑ", "a"), "2..1"),
        ((0, 2, "ɑ", "a"), "another length"),
        ((0, 1, "ɑ", "a", "look-alike"), "lookalike, invisible, stylised"),
        ((0, 1, "ɑ", "a", "lookalike", 1.5), "0 to 1"),
        ((0, 1, "ɑ", "a", "lookalike", float("nan")), "0 to 1"),
    ],
)
def test_edits_that_contradict_themselves_are_refused(
    arguments: tuple[Any, ...], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        Edit(*arguments)


def test_substitutions_unpack_and_compare() -> None:
    row = Substitution("ɑ", "a", 84)
    assert tuple(row) == ("ɑ", "a", 84)
    assert row == Substitution(*row) != Substitution("ɑ", "a", 85)
    assert hash(row) == hash(Substitution(*row))
    assert repr(row) == "Substitution('ɑ', 'a', 84)"


def test_readings_compare_and_show_themselves() -> None:
    assert unspoof.read(DISGUISED) == unspoof.read(DISGUISED) != unspoof.read(HONEST)
    assert len({unspoof.read(DISGUISED), unspoof.read(DISGUISED)}) == 1
    assert repr(unspoof.read("x")) == "<Reading of 'x': 0 edits, score 0>"
    assert repr(Reader(languages=["en"])) == "Reader(profile='careful', languages=('en',))"


def test_the_model_knows_its_languages() -> None:
    known = _core.languages()
    assert len(known) == len(set(known)) >= 40
    assert Reader(languages=known).restore("plain") == "plain"
