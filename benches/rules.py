"""What rules without context read back beside the reader, as a table for docs/engines.md.

Whole words, case aside, of the tests' sentences in Latin script, each disguised several times.
"""

import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
import unspoof
from engines.vectors import SENTENCES
from unspoof import _core
from unspoof.engines import elasticsearch

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "tr", "vi", "id")
KINDS = (
    "mathematical", "fullwidth", "stylised", "circled", "small_capitals", "scheme", "lookalike",
    "faux", "zero_width", "zalgo",
)  # fmt: skip
SEEDS = 5


def filtered(letters: bool) -> Callable[[str], str]:
    """What the character filter makes of a text."""
    rules: dict[str, str | int | None] = {**elasticsearch.rules(letters=letters)}
    table = str.maketrans(rules)
    return lambda text: text.translate(table)


WAYS = (filtered(letters=False), filtered(letters=True), unspoof.restore)


def read_back(kind: str) -> list[float]:
    """The share of disguised words that each way gives back."""
    disguised = 0
    right = [0] * len(WAYS)
    for sentence in (SENTENCES[language] for language in LANGUAGES):
        for seed in range(SEEDS):
            text = unspoof.obfuscate(sentence, kind, 0.5, seed).text
            words = sentence.casefold().split()
            results = [way(text).casefold().split() for way in WAYS]
            for at, (word, shown) in enumerate(zip(sentence.split(), text.split(), strict=True)):
                if word != shown:
                    disguised += 1
                    for way, result in enumerate(results):
                        right[way] += len(result) == len(words) and result[at] == words[at]
    return [count / disguised for count in right]


def main() -> None:
    """Prints how many rules there are, and the table."""
    readings = defaultdict(set)
    for glyph, _, reading, _, _, _ in _core.readings():
        readings[glyph].add(reading.casefold())
    one = sum(len(found) == 1 for found in readings.values())
    print(f"{len(readings):,} glyphs, {one / len(readings):.0%} of one reading in all contexts")
    for script in elasticsearch.SCRIPTS:
        counts = [len(elasticsearch.rules(script, letters=letters)) for letters in (False, True)]
        print(f"{script}: {counts[0]} rules, {counts[1]} with letters")
    print("\n| disguise | rules | with `--letters` | `unspoof.restore` |\n|---|---:|---:|---:|")
    for kind in KINDS:
        print(f"| {kind} | " + " | ".join(f"{share:.2f}" for share in read_back(kind)) + " |")


if __name__ == "__main__":
    main()
