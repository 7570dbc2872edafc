"""A record as a page that a person reads."""

from __future__ import annotations

from typing import Any

import ours
import speed_tables
import tables
from yardsticks import YARDSTICKS

_ABOUT_SPEED = """\
MB/s of UTF-8 read, as median (lowest–highest) of the rounds, all readers of one run in one process
and in turns; then how many times as fast as the row's reader `unspoof` is. Ratios across two runs
are only as good as the machine was steady: compare the yardsticks, which every run measures (those
of an older run carry its name).
"""


def markdown(record: dict[str, Any], name: str) -> str:
    """The whole page: what was measured on what, accuracy, speed, what is missing."""
    names = order(record["readers"])
    parts = [
        f"# Measured: {name}\n",
        _runs(record),
        _readers(record, names),
        *_accuracy(record, names),
        "## Speed\n",
        _ABOUT_SPEED,
        tables.speed(
            {reader: record["speed"][reader] for reader in names if reader in record["speed"]}
        ),
    ]
    parts += speed_tables.every(record)
    if record["missing"]:
        parts.append("Not measured:\n")
        parts.append(
            "\n".join(f"- {reader}: {reason}" for reader, reason in record["missing"].items())
            + "\n"
        )
    return "\n".join(parts)


def _accuracy(record: dict[str, Any], names: list[str]) -> list[str]:
    measured = record.get("accuracy", {})
    if not measured:
        return []
    shown = {reader: measured[reader] for reader in names if reader in measured}
    return ["## Accuracy\n", tables.accuracy(shown)]


def order(readers: dict[str, Any]) -> list[str]:
    """Ours, then the peers, then the yardsticks, each as the record has them."""
    last = tuple(one.name for one in YARDSTICKS)
    return sorted(readers, key=lambda name: (name.startswith(last), name not in ours.NAMES))


def _runs(record: dict[str, Any]) -> str:
    rows = [
        [run, about["commit"], about["load"], str(about["sample"]), about["sets"]]
        + [str(fact) for fact in about["machine"].values()]
        for run, about in record["runs"].items()
    ]
    facts = next(iter(record["runs"].values()))["machine"]
    return tables.markdown(
        ["run", "commit", "load", "honest sets", "digest of the sets", *facts], rows, figures=False
    )


def _readers(record: dict[str, Any], order: list[str]) -> str:
    about = record["readers"]
    rows = [
        [
            name,
            f"{about[name]['package']} {about[name]['version']}".strip(),
            f"`{about[name]['call']}`",
            about[name]["note"],
            about[name]["run"],
        ]
        for name in order
    ]
    return tables.markdown(["reader", "version", "call", "note", "run"], rows, figures=False)
