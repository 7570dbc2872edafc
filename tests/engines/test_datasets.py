"""What the cache of Hugging Face datasets makes of a step."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extras import needed
from samples import DISGUISED, HONEST
from unspoof import Reader

datasets = needed("datasets")
from unspoof.engines.datasets import Read, Restore  # noqa: E402 - only if there is an engine

FINGERPRINT = """
from datasets.fingerprint import Hasher
from unspoof import Reader
from unspoof.engines.datasets import Restore
print(Hasher.hash(Restore("body", Reader("full", ["en", "de"]))))
"""


def test_another_process_makes_the_same_fingerprint() -> None:
    def fingerprint() -> str:
        return subprocess.run(
            [sys.executable, "-c", FINGERPRINT], capture_output=True, encoding="utf-8", check=True
        ).stdout

    assert len(fingerprint().strip()) == 16
    assert fingerprint() == fingerprint()


def test_another_way_of_reading_makes_another_one() -> None:
    def fingerprint(step: Any) -> str:
        made: str = datasets.fingerprint.Hasher.hash(step)
        return made

    steps = [Restore(), Restore("body"), Restore(reader=Reader("full")), Read()]
    newer = Restore()
    object.__setattr__(newer, "version", "999")
    prints = [fingerprint(step) for step in [*steps, newer]]
    assert len(set(prints)) == len(prints)
    assert fingerprint(Restore()) == prints[0]


def test_what_is_cached_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "f\\u200br\\u200be\\u200be"}\n' * 9, encoding="utf-8")
    dataset = datasets.Dataset.from_json(str(path), cache_dir=str(tmp_path / "cache"))
    first = dataset.map(Restore(), batched=True)
    assert first["text"][:] == ["free"] * 9
    monkeypatch.delattr(Restore, "__call__")
    assert dataset.map(Restore(), batched=True)["text"][:] == ["free"] * 9


def test_arrow_and_several_processes() -> None:
    rows = {"id": list(range(4)), "text": [DISGUISED, None, HONEST, ""]}
    dataset = datasets.Dataset.from_dict(rows)
    for given in (dataset, dataset.with_format("arrow")):
        restored = given.map(Restore(), batched=True, batch_size=1, num_proc=2)
        assert restored.data["text"].to_pylist() == [HONEST, None, HONEST, ""]
        assert restored.data["id"].to_pylist() == rows["id"]


def test_readings_are_given_as_arrow() -> None:
    dataset = datasets.Dataset.from_dict({"text": ["plain", DISGUISED]})
    with pytest.raises(TypeError, match="with_format"):
        dataset.map(Read(), batched=True)
    # The first batch shows no family: the type does not come from it.
    read = dataset.with_format("arrow").map(Read(into="seen"), batched=True, batch_size=1)
    assert [row["families"] for row in read.data["seen"].to_pylist()] == [
        [],
        ["faux", "lookalike", "stylised"],
    ]
