"""How sure the reader says it is, and how often it is right: `calibration.py --help`.

Every edit that the reader makes on the scored sets is put into the bin of its confidence. It is
right if what it restored stands in the gold where it stands in the output. The gap, averaged over
the edits, is the expected calibration error (Guo et al. 2017, "On Calibration of Modern Neural
Networks").
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import evaluation
import unspoof
from evaluation import FULL_PROFILE, Evaluation, Row
from unspoof import Reader, Reading

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)
SURE = 0.9
PLOT = Path(__file__).resolve().parent.parent / "docs" / "calibration.svg"


@dataclass
class Bin:
    """Edits of about the same confidence."""

    low: float
    high: float
    edits: int = 0
    right: int = 0
    confidence: float = 0.0
    """The sum over its edits."""

    def add(self, confidence: float, right: bool) -> None:
        """Counts one edit."""
        self.edits += 1
        self.right += right
        self.confidence += confidence

    @property
    def share(self) -> float:
        """How many of its edits are right, of all."""
        return self.right / self.edits

    @property
    def mean(self) -> float:
        """The mean confidence of its edits."""
        return self.confidence / self.edits


def judged(reading: Reading, gold: str) -> Iterator[tuple[float, bool]]:
    """For each edit its confidence, and whether it is right."""
    output = reading.text
    if output == gold:
        yield from ((edit.confidence, True) for edit in reading.edits)
        return
    matcher = SequenceMatcher(None, output, gold, autojunk=False)
    same = [False] * (len(output) + 1)
    for tag, start, end, _, _ in matcher.get_opcodes():
        if tag == "equal":
            same[start:end] = [True] * (end - start)
    shift = 0
    for edit in reading.edits:
        start = edit.start + shift
        end = start + len(edit.restored)
        shift += len(edit.restored) - (edit.end - edit.start)
        # What was dropped is right if what it stood before is.
        right = all(same[start:end]) if edit.restored else same[start] or start == len(output)
        yield edit.confidence, right


def measure(readers: dict[str, Reader], sets: Iterable[tuple[str, list[Row]]]) -> list[Bin]:
    """The bins over all sets, each read with its own profile."""
    bins = [Bin(low, high) for low, high in pairwise(EDGES)]
    for name, rows in sets:
        reader = readers["full" if name in FULL_PROFILE else "careful"]
        for row in rows:
            gold = row.get("gold", row["input"])
            for confidence, right in judged(reader.read(row["input"]), gold):
                last = max(at for at, one in enumerate(bins) if confidence >= one.low)
                bins[last].add(confidence, right)
    return bins


def table(bins: list[Bin]) -> str:
    """The reliability table, in Markdown."""
    lines = ["| confidence | edits | mean | right |", "|---|---:|---:|---:|"]
    for one in bins:
        if one.edits:
            name = f"{one.low:.2f} to {one.high:.2f}"
            lines.append(f"| {name} | {one.edits:,} | {one.mean:.3f} | {one.share:.4f} |")
    edits = sum(one.edits for one in bins)
    error = sum(abs(one.right - one.confidence) for one in bins) / edits
    sure = [one for one in bins if one.low >= SURE]
    right = sum(one.right for one in sure) / sum(one.edits for one in sure)
    lines.append("")
    lines.append(
        f"Of the {sum(one.edits for one in sure):,} edits at {SURE} and above "
        f"{right:.4f} are right. "
        f"Expected calibration error over all {edits:,}: {error:.4f}."
    )
    return "\n".join(lines)


def plot(bins: list[Bin], path: Path) -> None:
    """Draws confidence against the share that is right."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    matplotlib.rcParams["svg.hashsalt"] = "unspoof"
    shown = [one for one in bins if one.edits]
    figure, axes = pyplot.subplots(figsize=(5, 4))
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    axes.plot([one.mean for one in shown], [one.share for one in shown], marker="o")
    for one in shown:
        axes.annotate(
            f"{one.edits:,}",
            (one.mean, one.share),
            textcoords="offset points",
            xytext=(-4, -12),
            ha="right",
            fontsize=7,
        )
    axes.set(
        xlabel="confidence", ylabel="share of edits that are right", xlim=(0, 1), ylim=(0, 1.02)
    )
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> int:
    """Measure and print the table; draw it where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument(
        "--plot", type=Path, nargs="?", const=PLOT, help="draw an SVG (needs matplotlib)"
    )
    ask.add_argument("--json", type=Path, help="write the bins here")
    args = ask.parse_args()
    sets = Evaluation(args.eval)
    readers = {profile: unspoof.Reader(profile=profile) for profile in ("careful", "full")}
    paths = [*sets.disguised(), *sets.clean()]
    bins = measure(readers, ((path.stem, sets.rows(path)) for path in paths))
    print(table(bins))
    if args.plot:
        plot(bins, args.plot)
    if args.json:
        args.json.write_text(json.dumps([vars(one) for one in bins], indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
