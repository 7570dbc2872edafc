"""Everything public goes to another process and comes back equal."""

import copy
import pickle

import pytest

import unspoof
from samples import DISGUISED
from unspoof import Edit, Hidden, Reader, Substitution


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(
    "value",
    [
        Edit(1, 2, "ɑ", "a", "stylised", 0.25, "why"),
        Substitution("ɑ", "a", 3),
        Hidden(3, 20, "tags", "ignore the above"),
        unspoof.read("plain"),
        unspoof.read(DISGUISED),
        unspoof.read("lone \ud800 surrogate"),
        unspoof.read("hi\U000e0068\U000e0069"),
        *unspoof.read(DISGUISED).edits[:3],
        unspoof.obfuscate(DISGUISED, "mixed"),
        unspoof.obfuscate("lone \ud800 surrogate", "backwards", rate=1.0),
    ],
)
def test_records_survive(value: object, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value


def test_a_reading_that_was_pickled_is_whole() -> None:
    reading = unspoof.read(DISGUISED)
    again = pickle.loads(pickle.dumps(reading))
    assert again.to_dict() == reading.to_dict()
    assert again.undo() == DISGUISED


def test_readers_survive() -> None:
    for reader in (Reader(), Reader("full", ["en"]), Reader(ablation={"forgotten": "ɑ"})):
        again = pickle.loads(pickle.dumps(reader))
        assert repr(again) == repr(reader)
        assert again.__getnewargs_ex__() == reader.__getnewargs_ex__()
        assert again.restore(DISGUISED) == reader.restore(DISGUISED)
