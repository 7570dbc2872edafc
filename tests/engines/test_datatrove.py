"""datatrove: the steps in a pipeline of its local executor."""

import json
from pathlib import Path
from typing import Any

import pytest

import unspoof
from extras import needed
from samples import DISGUISED, HONEST

needed("datatrove")
from datatrove.data import Document  # noqa: E402
from datatrove.executor import LocalPipelineExecutor  # noqa: E402
from datatrove.pipeline.writers import JsonlWriter  # noqa: E402

from unspoof.engines.datatrove import DisguiseFilter, DisguiseStats, Restore  # noqa: E402

HIDDEN = "A f\u200br\u200be\u200be meal\u200b for all of you."


def documents() -> list[Any]:
    texts = [DISGUISED, "plain", HIDDEN, ""]
    return [Document(text, str(n), metadata={"n": n}) for n, text in enumerate(texts)]


def run(folder: Path, *steps: Any) -> list[dict[str, Any]]:
    out = folder / "out"
    writer = JsonlWriter(str(out), compression=None)
    pipeline = [documents(), *steps, writer]
    LocalPipelineExecutor(pipeline, logging_dir=str(folder / "logs")).run()
    lines = (out / "00000.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]  # a text that is empty is left out


def statistics(folder: Path, step: int) -> dict[str, Any]:
    stats = json.loads((folder / "logs" / "stats.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = stats[step]["stats"]
    return found


def total(value: Any) -> float:
    return float(value["total"] if isinstance(value, dict) else value)


@pytest.mark.parametrize("batch_size", [1, 3, 1000])
def test_restore(tmp_path: Path, batch_size: int) -> None:
    rows = run(tmp_path, Restore(batch_size=batch_size))
    assert [row.get("text", "") for row in rows] == [
        HONEST,
        "plain",
        "A free meal for all of you.",
        "",
    ]
    assert [row["metadata"]["n"] for row in rows] == [0, 1, 2, 3]
    assert rows[1]["metadata"] == {"n": 1}
    assert rows[2]["metadata"]["unspoof_families"] == ["invisible"]
    edits = [unspoof.Edit(**edit) for edit in json.loads(rows[0]["metadata"]["unspoof_edits"])]
    assert unspoof.apply(DISGUISED, edits) == HONEST
    counted = statistics(tmp_path, 0)
    assert total(counted["total"]) == 4
    assert total(counted["restored"]) == 2
    assert total(counted["restored_invisible"]) == 1


def test_a_filter_drops_what_is_disguised(tmp_path: Path) -> None:
    excluded = JsonlWriter(str(tmp_path / "excluded"), compression=None)
    rows = run(tmp_path, DisguiseFilter(exclusion_writer=excluded))
    assert [row.get("text", "") for row in rows] == ["plain", ""]
    lines = (tmp_path / "excluded" / "00000.jsonl").read_text(encoding="utf-8").splitlines()
    reasons = [json.loads(line)["metadata"]["filter_reason"] for line in lines]
    assert reasons == ["disguised_lookalike", "disguised_invisible"]
    assert total(statistics(tmp_path, 0)["dropped_disguised_invisible"]) == 1


def test_a_filter_keeps_only_what_is_disguised(tmp_path: Path) -> None:
    rows = run(tmp_path, DisguiseFilter("disguised", threshold=0.5, batch_size=1))
    assert [row.get("text", "") for row in rows] == [DISGUISED, HIDDEN]
    assert total(statistics(tmp_path, 0)["dropped_honest"]) == 2
    with pytest.raises(ValueError, match="keep is 'honest' or 'disguised', not 'all'"):
        DisguiseFilter("all")


def test_statistics(tmp_path: Path) -> None:
    rows = run(tmp_path, DisguiseStats(str(tmp_path / "stats"), groups_to_compute=["summary"]))
    assert [row.get("text", "") for row in rows] == [document.text for document in documents()]
    assert [row["metadata"]["disguised"] for row in rows] == [1, 0, 1, 0]
    told = json.loads((tmp_path / "stats/summary/disguise_edits/00000.json").read_text())
    edits = sum(len(unspoof.read(document.text).edits) for document in documents())
    assert total(told["summary"]) == edits
