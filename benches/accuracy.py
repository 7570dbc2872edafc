"""How much each reader reads back and what it harms: `python benches/accuracy.py --help`."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

import evaluation
import tables
from evaluation import FULL_PROFILE, Evaluation, Row
from ours import CAREFUL, FULL, OURS
from peers import PEERS
from readers import Loaded, Read, load_all

Figures = dict[str, Any]
Results = dict[str, dict[str, Figures]]


def guarded(read: Read, text: str) -> tuple[str, str]:
    """What the reader makes of a text, and its error: one that fails leaves the text unread."""
    try:
        return read(text), ""
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of an extension module is no Exception
        return text, f"{type(error).__name__}: {error}"[:200]


def measure(read: Read, rows: list[Row], score: Any) -> Figures:
    """The figures of one reader on one set, by score.py's own tally."""
    tally, spent, errors = score.Tally(), 0.0, list[str]()
    for row in rows:
        start = time.perf_counter()
        output, error = guarded(read, row["input"])
        spent += time.perf_counter() - start
        tally.add(row, output)
        if error:
            errors.append(error)
    figures: Figures = tally.figures()
    figures["seconds"] = round(spent, 3)
    if errors:
        figures |= {"crashes": len(errors), "crash": errors[0]}
    return figures


def sampled(rows: list[Row], most: int) -> list[Row]:
    """At most so many lines, the same ones each time; all of them where `most` is 0."""
    return rows if not most or len(rows) <= most else random.Random(20).sample(rows, most)


def applies(reader: str, set_name: str, clean: bool) -> bool:
    """Each of our profiles reads its own sets and all honest text; a peer reads everything."""
    if clean or reader not in (CAREFUL, FULL):
        return True
    return (set_name in FULL_PROFILE) == (reader == FULL)


def run(readers: list[Loaded], sets: Evaluation, sample: int = 0) -> Results:
    """Every reader over every set; honest sets are cut to `sample` lines where that is not 0."""
    results: Results = {loaded.reader.name: {} for loaded in readers}
    for clean, paths in ((False, sets.disguised()), (True, sets.clean())):
        for path in paths:
            rows = sampled(sets.rows(path), sample if clean else 0)
            for loaded in readers:
                if applies(loaded.reader.name, path.stem, clean):
                    figures = measure(loaded.read, rows, sets.score) | {"clean": clean}
                    results[loaded.reader.name][path.stem] = figures
            print(f"accuracy: {path.stem}", file=sys.stderr, flush=True)
    return results


def main() -> int:
    """Measure, print the tables, and write the figures where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--only", choices=("ours", "peers"), help="leave the others out")
    ask.add_argument(
        "--sample", type=int, default=0, metavar="N", help="at most N lines of each honest set"
    )
    ask.add_argument("--json", type=Path, help="write every figure here")
    args = ask.parse_args()
    wanted = {"ours": OURS, "peers": PEERS}.get(args.only or "", OURS + PEERS)
    loaded, missing = load_all(wanted)
    results = run(loaded, Evaluation(args.eval), args.sample)
    print(tables.accuracy(results))
    for name, reason in missing.items():
        print(f"not measured: {name}: {reason}", file=sys.stderr)
    if args.json:
        args.json.write_text(
            json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
