"""Hold the scored sets to the recorded floors: `python benches/check_floors.py --help`.

benches/floors.json says for each set which profile reads it, the least `read`, `folded` and `exact`
that it may score, and the most characters that may be `harmed`. A set read with both profiles has a
second entry under `NAME/full`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import evaluation

FLOORS = Path(__file__).with_name("floors.json")
LEAST = ("read", "folded", "exact")
# Recorded floors lie this far below the figures, so that a change that helps elsewhere may pass.
# What is perfect must stay so.
SLACK = 0.002
Table = dict[str, dict[str, Any]]


def measure(floors: Table, folder: Path) -> Table:
    """The figures of score.py for every entry, one run for each profile."""
    figures: Table = {}
    for profile in sorted({floor["profile"] for floor in floors.values()}):
        names = {
            name.partition("/")[0]: name
            for name, floor in floors.items()
            if floor["profile"] == profile
        }
        paths = [next(folder.glob(f"*/{stem}.jsonl"), folder / f"{stem}.jsonl") for stem in names]
        with tempfile.TemporaryDirectory() as scratch:
            out = Path(scratch) / "figures.json"
            reader = f"unspoof:Reader(profile={profile!r}).restore"
            subprocess.run(
                [sys.executable, folder / "score.py", "--reader", reader, "--json", out, *paths],
                check=True,
            )
            measured = json.loads(out.read_text(encoding="utf-8"))
        figures |= {name: measured[stem] for stem, name in names.items()}
    return figures


def broken(floors: Table, figures: Table) -> list[str]:
    """A line for each floor that was not held."""
    lines = []
    for name, floor in floors.items():
        got = figures[name]
        for key in LEAST:
            if key in floor and (got[key] is None or got[key] < floor[key]):
                lines.append(f"{name}: {key} is {got[key]}, under the floor of {floor[key]}")
        if "harmed" in floor and got["harmed_characters"] > floor["harmed"]:
            lines.append(
                f"{name}: {got['harmed_characters']} characters harmed, over {floor['harmed']}"
            )
    return lines


def every_set(folder: Path) -> Table:
    """An entry without floors for each set there is, honest text under both profiles."""
    table: Table = {}
    for path in sorted((folder / "sets").glob("*.jsonl")):
        table[path.stem] = {
            "profile": "full" if path.stem in evaluation.FULL_PROFILE else "careful"
        }
    for path in sorted((folder / "clean").glob("*.jsonl")):
        table[path.stem] = {"profile": "careful"}
        table[f"{path.stem}/full"] = {"profile": "full"}
    return table


def below(figure: float) -> float:
    """The floor for a figure."""
    return figure if figure == 1 else max(0.0, round(figure - SLACK, 4))


def record(folder: Path) -> None:
    """Makes today's figures the floors, less the slack."""
    table = every_set(folder)
    for name, got in measure(table, folder).items():
        table[name] |= {key: below(got[key]) for key in LEAST if got[key] is not None}
        table[name]["harmed"] = got["harmed_characters"]
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(floor)}" for name, floor in table.items())
    FLOORS.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


def main() -> int:
    """Check or record; 1 where a floor is broken."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    evaluation.add_option(ask)
    ask.add_argument(
        "--record", action="store_true", help="make today's figures the floors instead"
    )
    args = ask.parse_args()
    if not (args.eval / "score.py").is_file():
        in_ci = os.environ.get("CI") == "true"
        state = "not checked" if in_ci else "skipped"
        print(f"floors {state}: there are no scored sets in {args.eval.name}/ here")
        return int(in_ci)
    if args.record:
        record(args.eval)
        return 0
    floors: Table = json.loads(FLOORS.read_text(encoding="utf-8"))
    lines = broken(floors, measure(floors, args.eval))
    print("\n".join(lines) or f"floors: all {len(floors)} held")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
