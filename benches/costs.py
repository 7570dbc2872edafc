"""What a corpus costs to read, worked out from a record's speeds; the assumptions stand here."""

from __future__ import annotations

from typing import Any

from speed_tables import number
from tables import markdown

PRICE = 0.05
"""Dollars for an hour of one core: an assumption, about what clouds ask without a contract."""
TOKEN = 4.0
"""Bytes of UTF-8 in a token: an assumption, usual for web text in English."""
CORPORA = {"1 TB": 1e12, "15 T tokens": 15e12 * TOKEN}
SHARES = (0.0, 0.0001, 0.001, 0.01, 0.1)
"""Of the bytes, how many stand in disguised documents."""
HONEST, DISGUISED = "clean, 20 languages", "merged_50"
"""The kinds of text of the speed table that stand for the two sorts of documents."""
READERS = ("unspoof", "unspoof full", "disarm strip_obfuscation", "decancer", "ftfy NFKC", "NFKC")

Speeds = dict[str, dict[str, dict[str, Any]]]


def core_hours(size: float, share: float, honest: float, disguised: float) -> float:
    """Core-hours for so many bytes at speeds in MB/s, `share` of them disguised."""
    return (size * (1 - share) / (honest * 1e6) + size * share / (disguised * 1e6)) / 3600


def arithmetic(speeds: Speeds) -> str:
    """The sum for our reader, 1 TB and the middle share, with its figures put in."""
    honest, disguised = (speeds["unspoof"][kind]["mb_s"] for kind in (HONEST, DISGUISED))
    share = SHARES[len(SHARES) // 2]
    hours = core_hours(1e12, share, honest, disguised)
    parts = f"{1 - share:g} / {honest * 1e6:.4g} + {share:g} / {disguised * 1e6:.4g}"
    return (
        "core-hours = bytes × ((1 − share) / honest speed + share / disguised speed) / 3600\n"
        f"           = 10¹² × ({parts}) / 3600\n"
        f"           = {number(hours)}\n"
        f"dollars    = core-hours × {PRICE} = {number(hours * PRICE)}"
    )


def table(speeds: Speeds) -> str:
    """Core-hours and dollars for each corpus, share and reader."""
    readers = [name for name in READERS if {HONEST, DISGUISED} <= set(speeds.get(name, {}))]
    rows = []
    for corpus, size in CORPORA.items():
        for share in SHARES:
            cells = [f"{corpus}, {share:.2%} disguised"]
            for name in readers:
                honest, disguised = (speeds[name][kind]["mb_s"] for kind in (HONEST, DISGUISED))
                hours = core_hours(size, share, honest, disguised)
                cells.append(f"{number(hours)} h, ${number(hours * PRICE)}")
            rows.append(cells)
    return markdown(["corpus", *readers], rows)
