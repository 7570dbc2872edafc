"""The pages about speed and cost, filled from a record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import aims
import costs
import plots
import report
import speed_tables
import tables
from evaluation import ROOT

Replace = Callable[[Path, str, str], None]
SPEED, COST, PICTURE = (ROOT / "docs" / name for name in ("speed.md", "cost.md", "speed.svg"))


def fill(record: dict[str, Any], name: str, replace: Replace) -> None:
    """Puts every table in its place, and draws the picture."""
    run, about = next(iter(record["runs"].items()))
    facts = ", ".join(f"{key} {value}" for key, value in about["machine"].items())
    measured = (
        f"Record `{name}`, run {run}, commit `{about['commit']}`, load {about['load']}: {facts}."
    )
    replace(SPEED, "run", measured)
    replace(SPEED, "aims", aims.table(record).strip())
    order = report.order(record["readers"])
    speeds = {one: record["speed"][one] for one in order if one in record["speed"]}
    replace(SPEED, "speed", tables.speed(speeds).strip())
    for part, (_, show) in speed_tables.PARTS.items():
        text = show(record[part]) if part in record else "Not in this record."
        replace(SPEED, part, text.strip())
    replace(COST, "run", measured)
    replace(COST, "arithmetic", f"```\n{costs.arithmetic(speeds)}\n```")
    replace(COST, "cost", costs.table(speeds).strip())
    plots.speed(speeds, PICTURE)
