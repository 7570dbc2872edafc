"""Write a record of benches/scale.py into docs/: benches/scale_pages.py RECORD.json"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import scale_report
from evaluation import ROOT
from pages import replace

CORPUS, COST = ROOT / "docs" / "corpus.md", ROOT / "docs" / "cost.md"


def main() -> None:
    """Puts every table in its place."""
    (path,) = map(Path, sys.argv[1:])
    record = json.loads(path.read_text(encoding="utf-8"))
    measured = scale_report.measured(record, path.stem)
    replace(
        CORPUS,
        "scale",
        f"{measured}\n\n{scale_report.runs(record)}\n{scale_report.scaling(record)}",
    )
    replace(
        COST,
        "cluster",
        f"{measured}\n\n```\n{scale_report.arithmetic(record)}\n```\n\n{scale_report.engines(record)}".strip(),
    )


if __name__ == "__main__":
    main()
