"""Whether documents of one tool are found again: schemes planted in a corpus, and clustered.

Each tool has a table of its own, a glyph for each of some letters, in part what every other tool
uses as well. Each document is sentences of one language, short or long, disguised by one tool's
table at a rate of its own; some are disguised without any scheme, and belong to nobody.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

import unspoof
from evaluation import ROOT, Evaluation
from unspoof.corpus._schemes import Clusters

LATIN = ("en", "de", "fr", "es", "pt", "it", "pl", "nl", "sv", "ro", "id", "tr", "cs", "fi", "sw")
COMMON = dict(zip("aeopcxi", "аеорсхі", strict=True))
"""What nearly every tool uses for these letters."""
LENGTHS = (40, 80, 150, 300, 600, 1200)
"""Characters of a document, each as often as the others."""
NO_SCHEME = 0.05
"""Share of documents of no tool."""

Table = dict[str, str]


class Planted(NamedTuple):
    """A disguised text, and which tool's it is; None for no tool's."""

    text: str
    tool: int | None


def tables(count: int, dice: random.Random) -> list[Table]:
    """A table for each tool."""
    letters = " ".join(string.ascii_letters)
    made = []
    for number in range(count):
        # Between a quarter and nearly all of the letters.
        drawn = unspoof.obfuscate(letters, "scheme", dice.uniform(0.25, 0.9), number)
        table = {edit.restored: edit.original for edit in drawn.edits if len(edit.restored) == 1}
        for letter, glyph in COMMON.items():
            if dice.random() < 0.5:
                table[letter] = glyph
        made.append(table)
    return made


def planted(sets: Evaluation, tools: int, count: int, seed: int) -> list[Planted]:
    """A corpus of disguised documents."""
    dice = random.Random(seed)
    sentences: dict[str, list[str]] = defaultdict(list)
    for row in sets.rows(sets.folder / "clean" / "lingua.jsonl"):
        if row["lang"] in LATIN:
            sentences[row["lang"]].append(row["input"])
    made = tables(tools, dice)
    documents = []
    for number in range(count):
        text = _text(sentences[dice.choice(sorted(sentences))], dice.choice(LENGTHS), dice)
        if dice.random() < NO_SCHEME:
            disguised = unspoof.obfuscate(text, "lookalike", 0.5, number).text
            documents.append(Planted(disguised, None))
            continue
        tool = dice.randrange(tools)
        rate = dice.choice((0.5, 0.8, 1.0))
        table = made[tool]
        disguised = "".join(
            table[char] if char in table and dice.random() < rate else char for char in text
        )
        documents.append(Planted(disguised, tool))
    return documents


def _text(sentences: list[str], length: int, dice: random.Random) -> str:
    text = dice.choice(sentences)
    while len(text) < length:
        text += " " + dice.choice(sentences)
    return text[:length]


def pairwise(truth: Iterable[Hashable], found: Iterable[Hashable]) -> tuple[float, float]:
    """Precision and recall of the pairs of documents that are said to be of one tool.

    None is nobody's: a document that is in no cluster is in no pair.
    """
    both = Counter((a, b) for a, b in zip(truth, found, strict=True))
    pairs = [0, 0, 0]
    wanted: Counter[Hashable] = Counter()
    said: Counter[Hashable] = Counter()
    for (a, b), count in both.items():
        wanted[a] += count
        said[b] += count
        if a is not None and b is not None:
            pairs[0] += count * (count - 1) // 2
    pairs[1] = sum(n * (n - 1) // 2 for one, n in said.items() if one is not None)
    pairs[2] = sum(n * (n - 1) // 2 for one, n in wanted.items() if one is not None)
    return pairs[0] / max(1, pairs[1]), pairs[0] / max(1, pairs[2])


def measure(documents: list[Planted]) -> dict[str, Any]:
    """What clustering finds among these documents, as they are read, and in what time."""
    start = perf_counter()
    readings = unspoof.Reader().read_disguised([document.text for document in documents])
    read = perf_counter() - start
    clusters = Clusters()
    start = process_time()  # of one thread, whatever else the machine does
    for number, reading in enumerate(readings):
        if reading is not None:
            mapping = {(entry.glyph, entry.reading): entry.count for entry in reading.scheme}
            clusters.add(str(number), mapping)
    clusters.find()
    seconds = process_time() - start
    found: list[int | None] = [None] * len(documents)
    for scheme in clusters.found:
        for name in scheme.members:
            found[int(name)] = scheme.number
    # A document in which nothing was read shows no scheme, and nobody could tell whose it is.
    shown = [
        (document.tool, at)
        for document, at, reading in zip(documents, found, readings, strict=True)
        if reading is not None and reading.scheme
    ]
    precision, recall = pairwise((tool for tool, _ in shown), (at for _, at in shown))
    overall = pairwise((document.tool for document in documents), found)
    return {
        "documents": len(documents),
        "with a scheme": len(shown),
        "clusters": len(clusters.found),
        "precision": precision,
        "recall": recall,
        "recall of all": overall[1],
        "in no cluster": sum(at is None for _, at in shown),
        "seconds to read": read,
        "seconds to cluster": seconds,
    }


def main() -> None:
    """Plants, reads, clusters; prints the figures as JSON."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--eval", type=Path, default=ROOT.parent / "shared" / "eval")
    ask.add_argument("--tools", type=int, default=40)
    ask.add_argument("--documents", type=int, default=20_000)
    ask.add_argument("--seed", type=int, default=0)
    given = ask.parse_args()
    documents = planted(Evaluation(given.eval), given.tools, given.documents, given.seed)
    print("planted", file=sys.stderr, flush=True)
    print(json.dumps(measure(documents), indent=1))


if __name__ == "__main__":
    main()
