"""What holds of every text, whatever is in it."""

import json

from hypothesis import given
from hypothesis import strategies as st

import unspoof
from samples import DISGUISED, SCHEME
from unspoof import Edit, Reader

WORDS = [*DISGUISED.split(), "account", "café", "привет", "мир", "Ελλάδα", "สวัสดี", "€5", "pаypаl"]
HIDDEN = ["\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060", "\ufe0f", "\U000e0061", "\u3164"]
MARKS = ["\u035f", "\u0332", "\u0301"]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([*SCHEME.values(), *HIDDEN, *MARKS, *"аеорсухіјѕԁʟᴀ𝐚𝓑ａⓩı", " ", "\n", ", "]),
    st.text(max_size=3),
    st.characters(),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(
    st.characters(codec=None, categories=None), max_size=30
)
READERS = st.sampled_from([Reader(), Reader("full"), Reader(languages=["en", "ru"])])


@given(READERS, TEXTS)
def test_edits_lead_to_the_text_and_back(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert reading.original is text
    assert unspoof.apply(text, reading.edits) == reading.text == reader.restore(text)
    assert reading.undo() == reading.undo(reading.text) == text


@given(READERS, TEXTS)
def test_edits_are_sorted_and_apart_and_change_something(reader: Reader, text: str) -> None:
    done = 0
    for edit in reader.read(text).edits:
        assert done <= edit.start < edit.end <= len(text)
        assert edit.original == text[edit.start : edit.end] != edit.restored
        assert 0 <= edit.confidence <= 1
        done = edit.end


@given(READERS, st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_what_was_restored_needs_no_restoring(reader: Reader, text: str) -> None:
    once = reader.restore(text)
    assert reader.restore(once) == once


def test_words_run_together_at_random_need_no_restoring_either() -> None:
    # What is read shows what else could be: one reading of this does not settle it.
    once = unspoof.restore("MeɑnwҺιƖeU TҺeTҺeɑndwoɾse,”ɾø")
    assert unspoof.restore(once) == once


def test_controls_that_others_uncover_need_no_second_restoring() -> None:
    # Found by fuzzing: put in order once, the text holds controls that still turn what is beside.
    for times in range(1, 20):
        once = unspoof.restore("~è\u202b" * times + "è\u061c\u202eoo~oo~")
        assert unspoof.restore(once) == once
        assert not {"\u202b", "\u202e"} & set(once)


@given(READERS, TEXTS)
def test_the_same_object_comes_back_where_nothing_changes(reader: Reader, text: str) -> None:
    assert (reader.restore(text) is text) == (not reader.read(text).edits)


@given(st.text(st.characters(max_codepoint=0x7F, exclude_characters="\x08\x7f")))
def test_ascii_is_never_touched(text: str) -> None:
    assert unspoof.restore(text) is text
    assert not unspoof.read(text).obfuscated


@given(READERS, TEXTS)
def test_the_dict_is_json_and_holds_every_edit(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    data = json.loads(json.dumps(reading.to_dict()))
    assert tuple(Edit(**edit) for edit in data["edits"]) == reading.edits
    assert data["text"] == reading.text
