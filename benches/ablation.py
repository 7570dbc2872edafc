"""What each part of the reader is worth: `python benches/ablation.py --help`.

The scored sets are read again and again, each time with one part switched off: without learning the
document's scheme, without n-grams for words never seen, without the look-alikes measured in fonts,
without the judge.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import accuracy
import evaluation
import unspoof
from evaluation import FULL_PROFILE, Evaluation

PARTS: dict[str, dict[str, Any]] = {
    "all of it": {},
    "no scheme": {"no_scheme": True},
    "no n-grams": {"no_ngrams": True},
    "no measured glyphs": {"no_measured": True},
    "no judge": {"no_judge": True},
}
Figures = dict[str, dict[str, Any]]


def measure(part: dict[str, Any], sets: Evaluation, sample: int) -> Figures:
    """The figures of every set, read without one part."""
    figures: Figures = {}
    for clean, paths in ((False, sets.disguised()), (True, sets.clean())):
        for path in paths:
            profile = "full" if path.stem in FULL_PROFILE else "careful"
            reader = unspoof.Reader(profile=profile, ablation=part)
            rows = accuracy.sampled(sets.rows(path), sample if clean else 0)
            figures[path.stem] = accuracy.measure(reader.restore, rows, sets.score)
    return figures


def table(results: dict[str, Figures]) -> str:
    """Words read by set, then over all sets, and characters harmed, in Markdown."""
    names = list(results)
    whole = results[names[0]]
    lines = [f"| words read | {' | '.join(names)} |", "|---|" + "---:|" * len(names)]
    disguised = [name for name, figures in whole.items() if figures["disguised_words"]]
    for name in disguised:
        key = "folded" if name == "judol" else "read"
        cells = [f"{results[part][name][key]:.4f}" for part in names]
        lines.append(f"| `{name.removeprefix('synthetic-')}` | {' | '.join(cells)} |")
    words = sum(whole[name]["disguised_words"] for name in disguised)
    shares = [
        sum(results[part][name]["read"] * whole[name]["disguised_words"] for name in disguised)
        / words
        for part in names
    ]
    lines.append(f"| **all words** | {' | '.join(f'{share:.4f}' for share in shares)} |")
    lines += ["", f"| characters harmed | {' | '.join(names)} |", "|---|" + "---:|" * len(names)]
    for name in whole:
        if name not in disguised:
            cells = [f"{results[part][name]['harmed_characters']:,}" for part in names]
            lines.append(f"| `{name}` | {' | '.join(cells)} |")
    inside = [sum(results[part][name]["harmed_characters"] for name in disguised) for part in names]
    lines.append(f"| in the disguised sets | {' | '.join(f'{count:,}' for count in inside)} |")
    return "\n".join(lines)


def main() -> int:
    """Measure, print the tables, and write the figures where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument(
        "--sample", type=int, default=0, metavar="N", help="at most N lines of each honest set"
    )
    ask.add_argument("--json", type=Path, help="write every figure here")
    args = ask.parse_args()
    sets = Evaluation(args.eval)
    results = {}
    for name, part in PARTS.items():
        results[name] = measure(part, sets, args.sample)
        print(f"ablation: {name}", file=sys.stderr, flush=True)
    print(table(results))
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
