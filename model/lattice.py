"""The readings of every glyph, from the reviewable table to the packed one."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
from fontTools.unicodedata import script as script_of

READINGS = Path(__file__).parent / "glyphs" / "readings.tsv"
# In the order of the reader's own codes; the others are found by other means than this table.
FAMILIES = ("lookalike", "invisible", "stylised", "combining", "faux")
REASONS = ("decomposition", "name", "confusable", "measured", "curated")
# Costs are -ln of a weight, in a byte at this many steps to the nat.
STEPS = 16.0
STRING = 1 << 31
# Arrows, technical signs, geometric shapes, miscellaneous symbols, dingbats, stars, what stands
# for a character that was lost, and emoji.
_PICTOGRAPHS = (
    (0x2190, 0x21FF),
    (0x2300, 0x23FF),
    (0x25A0, 0x25FF),
    (0x2600, 0x27BF),
    (0x2B00, 0x2BFF),
    (0xFFFC, 0xFFFD),
    (0x1F000, 0x1F0FF),
    (0x1F300, 0x1FAFF),
)


def rows(path: Path = READINGS) -> list[dict[str, str]]:
    """The rows of the readings table, sorted by code point and falling weight."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(
            (line for line in lines if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
        found = list(table)
    certain: dict[tuple[str, str], tuple[float, str]] = {}
    for row in found:
        named = row["source"] == "name" and row["family"] == "stylised"
        if named or row["source"] == "decomposition":
            key = row["codepoint"], _script(row["reading"])
            certain[key] = max(certain.get(key, (0.0, "")), (float(row["weight"]), row["reading"]))
    found = [row for row in found if not _is_doubtful(row, certain)]
    return sorted(
        found, key=lambda row: (int(row["codepoint"], 16), -float(row["weight"]), row["reading"])
    )


def _is_doubtful(row: dict[str, str], certain: dict[tuple[str, str], tuple[float, str]]) -> bool:
    """Whether a reading stands against better knowledge.

    Where a decomposition or the name of a styled alphabet says which letter it is, letter and
    case are certain; only what Unicode itself calls confusable (I and l) stays beside it. A
    pictograph is nobody's letter by its looks.
    """
    pictograph = any(first <= int(row["codepoint"], 16) <= last for first, last in _PICTOGRAPHS)
    if pictograph and row["source"] in ("measured", "curated", "confusable"):
        return True
    known = certain.get((row["codepoint"], _script(row["reading"])))
    if known is None or known[1] == row["reading"]:
        return False
    return not (row["source"] == "confusable" and row["reading"] in "Il")


def _family(row: dict[str, str]) -> str:
    """What no table of confusables or shapes has, a person's eye alone has judged."""
    faux = row["source"] == "curated" and row["family"] == "lookalike"
    return "faux" if faux else row["family"]


def _script(reading: str) -> str:
    scripts = [script_of(c) for c in reading]
    return next((s for s in scripts if s not in ("Zyyy", "Zinh")), "Zyyy")


def sections(scripts: list[str], path: Path = READINGS) -> dict[str, bytes]:
    """`lattice` and `strings`.

    `lattice`: counts of glyphs and readings (u32), sorted glyphs (u32), where each one's readings
    start (u32, one more than glyphs), then per reading the code point or, with the high bit set,
    the number of a string (u32), its cost (u8), its target script (u8), and its family and
    reason (u8, low and high half).
    """
    glyphs: list[int] = []
    starts: list[int] = []
    readings: list[int] = []
    costs: list[int] = []
    targets: list[int] = []
    kinds: list[int] = []
    strings: dict[str, int] = {}
    for row in rows(path):
        point = int(row["codepoint"], 16)
        if not glyphs or glyphs[-1] != point:
            glyphs.append(point)
            starts.append(len(readings))
        text = row["reading"]
        readings.append(
            ord(text) if len(text) == 1 else STRING | strings.setdefault(text, len(strings))
        )
        costs.append(min(255, round(-math.log(max(float(row["weight"]), 1e-6)) * STEPS)))
        targets.append(scripts.index(_script(text)))
        kinds.append(FAMILIES.index(_family(row)) | REASONS.index(row["source"]) << 4)
    starts.append(len(readings))
    body = np.array([len(glyphs), len(readings), *glyphs, *starts, *readings], "<u4").tobytes()
    body += bytes(costs) + bytes(targets) + bytes(kinds)
    return {"lattice": body, "strings": "\n".join(strings).encode()}
