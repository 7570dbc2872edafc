"""The speeds of a record as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

KINDS = (
    "clean ASCII",
    "clean, 20 languages",
    "clean tweet",
    "disguised tweet",
    "seed",
    "merged_50",
)
READERS = ("unspoof", "unspoof full", "disarm strip_obfuscation", "decancer", "ftfy NFKC", "NFKC")


def speed(speeds: dict[str, dict[str, dict[str, Any]]], path: Path) -> None:
    """Draws MB/s of a few readers for each kind of text, with the spread, on a log scale."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    matplotlib.rcParams["svg.hashsalt"] = "unspoof"
    kinds = [kind for kind in KINDS if kind in speeds["unspoof"]]
    readers = [name for name in READERS if name in speeds]
    figure, axes = pyplot.subplots(figsize=(7, 5))
    height = 0.8 / len(readers)
    for place, name in enumerate(readers):
        rows = [(at, speeds[name][kind]) for at, kind in enumerate(kinds) if kind in speeds[name]]
        found = [one["mb_s"] for _, one in rows]
        errors = [
            [one["mb_s"] - one["low"] for _, one in rows],
            [one["high"] - one["mb_s"] for _, one in rows],
        ]
        where = [at + (place - len(readers) / 2) * height for at, _ in rows]
        axes.barh(where, found, height, xerr=errors, label=name, error_kw={"elinewidth": 0.7})
    axes.set_yticks(range(len(kinds)), kinds)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set(xlabel="MB/s on one thread (median; lowest to highest)")
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
