"""The scored sets, which live outside the project: where they are, and what they hold."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = ROOT.parent / "shared" / "eval"

FULL_PROFILE = frozenset(
    f"synthetic-{kind}" for kind in ("leet", "multi", "spaced", "upside_down", "mixed")
)
"""Sets read with the full profile; all others with the careful one, clean text with both."""

Row = dict[str, Any]


def add_option(parser: argparse.ArgumentParser) -> None:
    """Let the caller say where the sets are."""
    parser.add_argument(
        "--eval", type=Path, default=DEFAULT, metavar="DIR", help="the scored sets (../shared/eval)"
    )


class Evaluation:
    """One folder of scored sets with its score.py."""

    def __init__(self, folder: Path) -> None:
        """Find the scorer of the folder, or stop with a word on what to give."""
        if not (folder / "score.py").is_file():
            raise SystemExit(
                f"no score.py in {folder.name}/: give the folder of the scored sets with --eval"
            )
        self.folder = folder
        self.score = _import(folder / "score.py")

    def disguised(self) -> list[Path]:
        """The sets of disguised text, by name."""
        return sorted((self.folder / "sets").glob("*.jsonl"))

    def clean(self) -> list[Path]:
        """The sets of honest text, by name."""
        return sorted((self.folder / "clean").glob("*.jsonl"))

    def rows(self, path: Path) -> list[Row]:
        """The lines of one set."""
        rows: list[Row] = self.score.load(path)
        return rows

    def digest(self) -> str:
        """Of the sets and their scorer: figures of two runs compare where it is the same."""
        total = hashlib.sha256()
        for path in [self.folder / "score.py", *self.disguised(), *self.clean()]:
            total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()[:16]


def _import(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("unspoof_eval_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
