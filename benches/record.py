"""Measure accuracy and speed and keep a dated record: `python benches/record.py --help`."""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import accuracy
import entries
import evaluation
import harm
import instructions
import latency
import machine
import memory
import ours
import report
import speed
import startup
import worst
from evaluation import Evaluation
from peers import PEERS
from readers import Reader, load_all
from yardsticks import YARDSTICKS

FOLDER = Path(__file__).resolve().parent / "record"
Record = dict[str, Any]


PARTS = {
    "startup": startup.run,
    "latency": latency.run,
    "worst": worst.run,
    "entries": entries.run,
    "memory": memory.run,
    "instructions": instructions.run,
}
"""What is measured of ours, with a few peers beside it where they can be."""


def measure(readers: tuple[Reader, ...], sets: Evaluation, args: argparse.Namespace) -> Record:
    """One run over these readers and the yardsticks, with what it takes to judge or repeat it."""
    loaded, missing = load_all(readers)
    yardsticks, _ = load_all(YARDSTICKS)
    if not loaded:
        raise SystemExit("\n".join(f"{name}: {reason}" for name, reason in missing.items()))
    run = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    load = machine.load()
    measured = {} if args.speed else {"accuracy": accuracy.run(loaded, sets, args.sample)}
    measured["speed"] = speed.run(loaded + yardsticks, sets, args.rounds, args.scale)
    if args.only != "peers":
        measured |= {name: part(sets, args.scale) for name, part in PARTS.items()}
    return {
        "runs": {
            run: {
                "commit": machine.commit(),
                "load": load,
                "sets": sets.digest(),
                "sample": args.sample or "all lines",
                "scale": args.scale,
                "machine": machine.facts(),
            }
        },
        "readers": {
            one.reader.name: {
                "package": one.reader.package,
                "version": one.version,
                "call": one.reader.call,
                "note": one.reader.note,
                "run": run,
            }
            for one in loaded + yardsticks
        },
        "missing": missing,
        **measured,
    }


def joined(new: Record, old: Record) -> Record:
    """The new run's figures, and the old runs' for every peer that the new one did not measure."""
    if len({run["sets"] for record in (new, old) for run in record["runs"].values()}) > 1:
        raise SystemExit("the reused figures are of other sets: measure the peers again")
    kept = _kept(new, old)
    runs = {old["readers"][name]["run"] for name in kept}
    both: Record = {
        "runs": new["runs"] | {run: about for run, about in old["runs"].items() if run in runs}
    }
    for part in ("readers", "accuracy", "speed"):
        if part in new:
            both[part] = new[part] | {
                kept[name]: value for name, value in old.get(part, {}).items() if name in kept
            }
    both |= {part: new[part] for part in PARTS if part in new}
    both["missing"] = {
        name: why
        for name, why in (old["missing"] | new["missing"]).items()
        if name not in both["readers"]
    }
    return both


def _kept(new: Record, old: Record) -> dict[str, str]:
    """Old readers that are taken over, and their names: peers, and the yardsticks of their runs."""
    measured = {*new["readers"], *ours.NAMES}
    yardsticks = tuple(one.name for one in YARDSTICKS)
    peers = {
        name for name in old["readers"] if name not in measured and not name.startswith(yardsticks)
    }
    runs = {old["readers"][name]["run"] for name in peers}
    kept = {name: name for name in peers}
    for name, about in old["readers"].items():
        if name.startswith(yardsticks) and about["run"] in runs:
            kept[name] = f"{name} ({about['run']})" if name in yardsticks else name
    return kept


def free_path(folder: Path) -> Path:
    """Today's date, or the date with the first number that no record has yet; without a suffix."""
    today = datetime.now(timezone.utc).date().isoformat()
    names = itertools.chain([today], (f"{today}-{number}" for number in itertools.count(2)))
    return folder / next(name for name in names if not (folder / f"{name}.json").exists())


def main() -> int:
    """Measure, write the record and, for our own readers, the list of harmed lines."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--only", choices=("ours", "peers"), help="leave the others out")
    ask.add_argument(
        "--reuse-peers",
        type=Path,
        metavar="FILE",
        help="an older record, for what is not measured now",
    )
    ask.add_argument(
        "--rounds",
        type=int,
        default=5,
        help="turns in the speed measurement (default: %(default)s)",
    )
    ask.add_argument(
        "--sample", type=int, default=0, metavar="N", help="at most N lines of each honest set"
    )
    ask.add_argument("--speed", action="store_true", help="leave accuracy out")
    ask.add_argument(
        "--scale",
        type=float,
        default=1,
        help="how much of the usual time and text the speed measurements take (0.1: a try)",
    )
    ask.add_argument(
        "--out", type=Path, metavar="FILE", help="write FILE.json and FILE.md, not a dated record"
    )
    args = ask.parse_args()
    sets = Evaluation(args.eval)
    args.only = args.only or ("ours" if args.reuse_peers else "")
    readers = {"ours": ours.OURS, "peers": PEERS}.get(args.only, ours.OURS + PEERS)
    record = measure(readers, sets, args)
    if args.reuse_peers:
        record = joined(record, json.loads(args.reuse_peers.read_text(encoding="utf-8")))
    path = args.out.with_suffix("") if args.out else free_path(FOLDER)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name(path.name + ".json").write_text(
        json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
    path.with_name(path.name + ".md").write_text(report.markdown(record, path.name), "utf-8")
    own, _ = load_all(ours.OURS) if args.only != "peers" and not args.speed else ([], {})
    if own:
        harm.write(path.with_name(path.name + "-harm.tsv"), list(harm.changes(own, sets)))
    print(report.markdown(record, path.name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
