"""What is written of several characters for one letter, or of digits and signs: leet."""

from __future__ import annotations

import csv
import math
from pathlib import Path

SHAPES = Path(__file__).parent / "curated" / "shapes.tsv"
COLUMNS = ["sequence", "reading", "weight", "family", "reason"]
FAMILIES = ("leet", "multi")
# Costs are -ln of a weight, at this many steps to the nat.
STEPS = 16.0


def rows(path: Path = SHAPES) -> list[dict[str, str]]:
    """The rows of the table; a faulty one stops the build."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if table.fieldnames != COLUMNS:
            raise ValueError(f"{path.name}: columns are {table.fieldnames}, not {COLUMNS}")
        found = list(table)
    for row in found:
        right = row["family"] in FAMILIES and 0 < float(row["weight"]) <= 1 and row["reason"]
        if not right or not row["reading"].islower() or not 1 <= len(row["sequence"]) <= 4:
            raise ValueError(f"{path.name}: {row}")
    return found


def section() -> bytes:
    """`shapes`: one row a line: the sequence, the small letter read, the cost, the family's number."""
    lines = [
        f"{row['sequence']}\t{row['reading']}\t{round(-math.log(float(row['weight'])) * STEPS)}"
        f"\t{FAMILIES.index(row['family'])}"
        for row in rows()
    ]
    return "\n".join(lines).encode()
