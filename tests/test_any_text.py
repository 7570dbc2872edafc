"""Any `str` can be given to every verb: none fails, and none takes the process with it.

A panic in the core arrives as `pyo3_runtime.PanicException`, which no test expects.
"""

from hypothesis import given
from hypothesis import strategies as st

import strategies
import unspoof
from unspoof import Reader, _core

KINDS = st.sampled_from(_core.kinds())
NEEDLES = st.lists(strategies.pieces.filter(bool), min_size=1, max_size=3)


@given(strategies.READERS, strategies.texts, st.data())
def test_every_verb_on_a_text(reader: Reader, text: str, data: st.DataObject) -> None:
    reading = reader.read(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = reading.to_restored(start, end)
    assert 0 <= first <= last <= len(reading.text)
    begins, ends = reading.to_original(first, last)
    assert 0 <= begins <= ends <= len(text)
    assert isinstance(unspoof.skeleton(text), str)
    for one in reading.hidden:
        assert 0 <= one.start < one.end <= len(text)
    assert reader.restore_batch([text], threads=1) == [reading.text]


@given(strategies.READERS, strategies.texts, NEEDLES, st.booleans(), st.booleans())
def test_finding_any_needle_in_it(
    reader: Reader, text: str, needles: list[str], ignore_case: bool, any_space: bool
) -> None:
    done = 0
    for match in reader.find(text, needles, ignore_case=ignore_case, any_space=any_space):
        assert done <= match.start < match.end <= len(text)
        done = match.start
    censored = reader.censor(text, needles, ignore_case=ignore_case, any_space=any_space)
    assert isinstance(censored, str)


@given(strategies.texts, KINDS, st.floats(0, 1), st.integers(0, 2**64 - 1))
def test_disguising_it_and_reading_that(text: str, kind: str, rate: float, seed: int) -> None:
    made = unspoof.obfuscate(text, kind, rate, seed)
    assert unspoof.apply(made.text, made.edits) == text
    reading = unspoof.Reader("full").read(made.text)
    assert unspoof.apply(made.text, reading.edits) == reading.text
