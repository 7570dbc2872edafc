"""Readings that a person judged, from ``model/curated/*.tsv`` (each row gives its reason)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from .alphabet import is_target, script_of
from .candidate import Candidate

FOLDER = Path(__file__).parents[1] / "curated"
COLUMNS = ["codepoint", "glyph", "reading", "weight", "reason"]


def candidates() -> Iterator[Candidate]:
    """Every curated reading; a faulty row stops the build."""
    with (FOLDER / "faux.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if rows.fieldnames != COLUMNS:
            raise ValueError(f"faux.tsv: columns are {rows.fieldnames}, not {COLUMNS}")
        for row in rows:
            char, reading, weight = row["glyph"], row["reading"], float(row["weight"])
            if f"{ord(char):04X}" != row["codepoint"] or not 0 < weight <= 1 or not row["reason"]:
                raise ValueError(f"faux.tsv line {rows.line_num}: {row}")
            if not all(map(is_target, reading)) or script_of(reading) is None:
                raise ValueError(f"faux.tsv line {rows.line_num}: {reading!r} is no reading")
            yield Candidate(char, reading, weight, "curated")
