"""Where the words are lost that are not read back: `python benches/misses.py --help`.

Each misread word of the scored sets counts once, under the first of the causes that holds. All is
told from outside: from what comes out, from the edits, and from what the reader says with its judge
switched off. Whether a right reading was weighed at all is not seen from here.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from typing import NamedTuple

import evaluation
import unspoof
from evaluation import FULL_PROFILE, Evaluation

CAUSES = {
    "gold": "the gold itself mixes scripts in a word or holds unseen characters",
    "cut": "the words were parted or joined otherwise",
    "case": "read, but for letter case",
    "marks": "read, but for marks: one of the disguise stays, or one of the word's own went",
    "text": "the judge left the whole text, and the word would have been read",
    "word": "the judge left the word, which would have been read",
    "left": "left, without the judge too",
    "otherwise": "read as something else, all of the word or a part",
}
_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
# What is taken off before the text is judged says nothing about the judge.
_BEFORE = frozenset({"invisible", "combining", "bidi", "deletion"})


class Miss(NamedTuple):
    """A misread word: as given, as read, as it should be read."""

    cause: str
    given: str | None
    read: str | None
    gold: str


def faulty(word: str) -> bool:
    """Whether no reader should give this: scripts mixed within letters, or unseen characters."""
    runs = re.findall(r"[^\W\d_]+", word)
    scripts = ({unicodedata.name(char, "").partition(" ")[0] for char in run} for run in runs)
    return unseen(word) != word or any(len(found & _SCRIPTS) > 1 for found in scripts)


def unmarked(word: str) -> str:
    """The word without marks and unseen characters."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(char for char in parts if unicodedata.category(char) not in {"Mn", "Cf"})


def unseen(word: str) -> str:
    """The word without what is not seen."""
    return "".join(char for char in word if unicodedata.category(char) != "Cf")


def cause(given: str | None, read: str | None, judged: str | None, gold: str, left: bool) -> str:
    """The first of `CAUSES` that holds; `judged` is what is read without the judge."""
    if faulty(gold):
        return "gold"
    if given is None or read is None:
        return "cut"
    if read.casefold() == gold.casefold():
        return "case"
    if unmarked(read) == unmarked(gold):
        return "marks"
    if judged == gold:
        return "text" if left else "word"
    return "left" if unseen(read) == unseen(given) else "otherwise"


def misses(sets: Evaluation, name: str) -> list[Miss]:
    """The misread words of one set."""
    profile = "full" if name in FULL_PROFILE else "careful"
    reader = unspoof.Reader(profile=profile)
    without = unspoof.Reader(profile=profile, ablation={"no_judge": True})
    same = str.casefold if name == "judol" else str  # its gold has lost its case
    aligned = sets.score.aligned
    found = []
    for row in sets.rows(sets.folder / "sets" / f"{name}.jsonl"):
        given, gold = row["input"], row["gold"]
        reading = reader.read(given)
        if given == gold or reading.text == gold:
            continue
        left = all(edit.family in _BEFORE for edit in reading.edits)
        words = gold.split()
        texts = (given, reading.text, without.restore(given))
        columns = [aligned(words, text.split()) for text in texts]
        for word, before, after, judged in zip(words, *columns, strict=True):
            if before != word and same(after or "") != same(word):
                found.append(Miss(cause(before, after, judged, word, left), before, after, word))
    return found


def main() -> int:
    """Print the table, and the words where asked."""
    ask = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name:10} {what}" for name, what in CAUSES.items()),
    )
    evaluation.add_option(ask)
    ask.add_argument("--list", choices=CAUSES, metavar="CAUSE", help="show the words lost so")
    args = ask.parse_args()
    sets = Evaluation(args.eval)
    total: Counter[str] = Counter()
    print(f"| set | misread | {' | '.join(CAUSES)} |\n|---|{'---:|' * (len(CAUSES) + 1)}")
    for path in sets.disguised():
        found = misses(sets, path.stem)
        counts = Counter(miss.cause for miss in found)
        total += counts
        if found:
            print(line(f"`{path.stem.removeprefix('synthetic-')}`", counts))
        for miss in found:
            if miss.cause == args.list:
                print(f"  {miss.given!r} read {miss.read!r}, not {miss.gold!r}")
    print(line("**all**", total))
    return 0


def line(name: str, counts: Counter[str]) -> str:
    """A row of the table."""
    cells = [str(counts[one] or "") for one in CAUSES]
    return f"| {name} | {counts.total()} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
