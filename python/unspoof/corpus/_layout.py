"""Where everything is in the folder of a run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from unspoof.corpus._sink import TEMPORARY, write_json

OUTPUTS = ("documents", "honest", "disguised")
"""Folders of outputs: the first for restore and annotate, the others for filter."""
RESULTS = ("summary.json", "report.html", "schemes.jsonl", "rejected.jsonl")
_STATE = ".unspoof"


class Layout:
    """The folder OUT: outputs, results, and in `.unspoof` what a later run needs to go on."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.state = out / _STATE
        self.manifest = self.state / "manifest.json"
        self.lock = self.state / "lock"

    def output(self, folder: str, name: str) -> Path:
        """An output of a part, whose name has its extension."""
        return self.out / folder / name

    def rejected(self, part: str) -> Path:
        """What was put aside in a part."""
        return self.state / "rejected" / f"{part}.jsonl"

    def schemes(self, part: str) -> Path:
        """The schemes of the disguised documents of a part."""
        return self.state / "schemes" / f"{part}.jsonl"

    def receipt(self, part: str) -> Path:
        """What says that a part is done."""
        return self.state / "receipts" / f"{part}.json"

    def done(self, part: str) -> dict[str, Any] | None:
        """The receipt of a part that is done and whose files are all there, or None."""
        try:
            receipt: dict[str, Any] = json.loads(self.receipt(part).read_text("utf-8"))
            for path, size in receipt["files"].items():
                if (self.out / path).stat().st_size != size:
                    return None
        except FileNotFoundError:
            return None
        return receipt

    def finish(self, part: str, receipt: dict[str, Any], files: dict[Path, int]) -> None:
        """Says that a part is done, once its files are in their places; sizes in bytes."""
        sizes = {str(path.relative_to(self.out)): size for path, size in files.items()}
        write_json(self.receipt(part), {**receipt, "files": sizes})

    def sweep(self) -> None:
        """Removes what a killed run was writing."""
        for path in self.out.rglob(f".*{TEMPORARY}"):
            path.unlink(missing_ok=True)
