"""The packed model is the one that its manifest describes, and small enough to ship."""

import hashlib
import json
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "model"


def test_the_packed_model_is_the_one_of_the_manifest() -> None:
    described = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["file"]
    data = (FOLDER / described["name"]).read_bytes()
    assert described["name"] == "unspoof.model"
    assert described["bytes"] == len(data)
    assert described["sha256"] == hashlib.sha256(data).hexdigest()


def test_the_packed_model_keeps_to_its_size() -> None:
    assert 0 < (FOLDER / "unspoof.model").stat().st_size <= 16 * 1024 * 1024
