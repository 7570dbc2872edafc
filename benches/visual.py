"""How much of a visual attack is read back: `python benches/visual.py --help`.

Half of the attacked letters get accents, the others become odd letters, as in the attacks on
language models by Eger et al. 2019 ("Text Processing Like Humans Do"). The letters are attacked by
`unspoof.obfuscate`, which knows the glyphs that unspoof reads, so that the figures are flattering.
"""

from __future__ import annotations

import argparse
import random
import sys

import evaluation
import unspoof
from evaluation import Evaluation, Row

LANGUAGES = ("de", "en", "es", "fr", "id", "pl", "tr")
LINES = 60


def attacked(text: str, rate: float, seed: int) -> str:
    """The text with about this share of its letters attacked, each in one of the two ways."""
    draw = random.Random(seed)
    letters = []
    for letter in text:
        if letter.isalpha() and draw.random() < rate:
            family = draw.choice(("accent", "lookalike"))
            made = unspoof.obfuscate(letter, family=family, rate=1.0, seed=draw.getrandbits(32))
            letters.append(made.text)
        else:
            letters.append(letter)
    return "".join(letters)


def rows(sets: Evaluation, rate: float) -> list[Row]:
    """Honest lines of each language, attacked, with what they said."""
    honest = sets.rows(sets.folder / "clean" / "lingua.jsonl")
    found: list[Row] = []
    for language in LANGUAGES:
        lines = [row for row in honest if row.get("lang") == language][:LINES]
        for number, row in enumerate(lines):
            text = row["input"]
            found.append({"input": attacked(text, rate, number), "gold": text})
    return found


def main() -> int:
    """Measure and print a line for each rate."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument(
        "--rate",
        type=float,
        nargs="+",
        default=[0.2, 0.3, 0.4],
        help="shares of letters (default: %(default)s)",
    )
    args = ask.parse_args()
    sets = Evaluation(args.eval)
    for rate in args.rate:
        tally = sets.score.Tally()
        for row in rows(sets, rate):
            tally.add(row, unspoof.restore(row["input"]))
        figures = tally.figures()
        print(
            f"{rate:.0%} of the letters: {figures['read']:.4f} of {figures['disguised_words']:,} "
            f"words read, {figures['harmed_characters']} characters harmed"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
