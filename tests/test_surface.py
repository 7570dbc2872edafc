"""Every public verb on any text: it answers, its answers fit together, and nothing crashes.

The properties of what is read are in test_properties.py; here the doors around it are tried."""

import copy
import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

import unspoof
from test_properties import READERS, TEXTS
from unspoof import Edit, Needles, Reader
from unspoof._core import kinds

NEEDLES = st.lists(
    st.text(st.characters(codec=None, categories=None), min_size=1, max_size=6), max_size=5
)


@given(READERS, TEXTS, NEEDLES, st.booleans(), st.booleans(), st.sampled_from(["*", "", "█ "]))
def test_what_is_found_is_masked_and_nothing_else(
    reader: Reader, text: str, needles: list[str], case: bool, space: bool, mask: str
) -> None:
    ready = Needles(needles, ignore_case=case, any_space=space)
    found = reader.find(text, ready)
    assert found == reader.find(text, needles, ignore_case=case, any_space=space)
    censored = reader.censor(text, ready, mask)
    assert (censored is text) == (not found)
    done = 0
    for match in found:
        assert done <= match.start < match.end <= len(text)
        assert match.original == text[match.start : match.end]
        assert match.needle == needles[match.index]
        done = match.end
    if found:
        assert censored.startswith(text[: found[0].start])
        assert censored.endswith(text[found[-1].end :])


@given(READERS, TEXTS.filter(bool), st.booleans(), st.booleans())
def test_a_text_is_found_in_itself(reader: Reader, text: str, case: bool, space: bool) -> None:
    found = reader.find(text, text, ignore_case=case, any_space=space)
    assert [(match.start, match.end) for match in found] == [(0, len(text))]


@given(READERS, TEXTS, st.data())
def test_places_in_one_text_are_places_in_the_other(
    reader: Reader, text: str, data: st.DataObject
) -> None:
    reading = reader.read(text)
    for length, mapped, other in (
        (len(reading.text), reading.to_original, len(text)),
        (len(text), reading.to_restored, len(reading.text)),
    ):
        start = data.draw(st.integers(0, length))
        end = data.draw(st.integers(start, length))
        there = mapped(start, end)
        assert 0 <= there[0] <= there[1] <= other


@given(READERS, TEXTS)
def test_records_are_copied_and_sent_whole(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    for again in (pickle.loads(pickle.dumps(reading)), copy.deepcopy(reading)):
        assert again == reading and hash(again) == hash(reading) and repr(again) == repr(reading)
        assert json.dumps(again.to_dict()) == json.dumps(reading.to_dict())
    for edit in reading.edits:
        assert Edit(*edit.__getnewargs__()) == edit


@given(TEXTS, st.sampled_from(kinds()), st.floats(0, 1), st.integers(0, 2**64 - 1))
def test_the_simulator_says_what_it_did(text: str, kind: str, rate: float, seed: int) -> None:
    made = unspoof.obfuscate(text, kind, rate=rate, seed=seed)
    assert unspoof.apply(made.text, made.edits) == made.original == text
    assert unspoof.obfuscate(text, kind, rate=rate, seed=seed) == made


@given(READERS, st.lists(TEXTS, max_size=6), st.integers(1, 3))
def test_batches_read_as_single_texts_do(reader: Reader, texts: list[str], threads: int) -> None:
    alone = [reader.read(text) for text in texts]
    assert reader.read_batch(texts, threads=threads) == alone
    assert reader.restore_batch(texts, threads=threads) == [reading.text for reading in alone]
    disguised = [reading if reading.edits else None for reading in alone]
    assert reader.read_disguised(texts, threads=threads) == disguised


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.text(max_size=3))))
def test_edits_of_anyone_are_applied_or_refused(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    edits = []
    try:
        for start, end, restored in spans:
            edits.append(Edit(start, end, text[start:end], restored))
        made = unspoof.apply(text, edits)
    except ValueError:
        return
    expected, done = "", 0
    for edit in edits:
        expected += text[done : edit.start] + edit.restored
        done = edit.end
    assert made == expected + text[done:]


@given(TEXTS)
def test_a_skeleton_is_made_of_any_text(text: str) -> None:
    skeleton = unspoof.skeleton(text)
    assert len(skeleton) <= 18 * len(text)
