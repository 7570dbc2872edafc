"""How much of what is looked for is found through a disguise: `python benches/find.py --help`.

Needles are taken from the gold of the scored sets: every word that the disguise changed (as white
space cuts them), and every phrase of two and three words with such a word in it. Each must be found
in the disguised line, in the very place where its words stand; characters at the ends that are not
seen do not count. Honest lines are searched for their own words, for words of spam, and for the
commonest words of all honest lines; none may be found that a plain search does not find.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import evaluation
import unspoof
from accuracy import sampled
from evaluation import FULL_PROFILE, Evaluation

CASELESS = frozenset({"judol"})
"""Sets whose gold has lost its letter case."""
TURNED = frozenset({"synthetic-upside_down"})
"""Sets whose lines may stand from their ends."""
MOST_WORDS = 3
COMMON = 2000
SPAM = """
account bonus buy casino cash cheap claim click credit crypto discount earn free gift guaranteed
income invest loan lottery money offer password prize profit promo refund urgent viagra win winner
free money|click here|act now|limited offer|100% free|make money
бесплатно заработок казино крипта кредит деньги выигрыш ставки доход подработка срочно приз
gratis gewinn geld kredit sofort gutschein angebot argent gratuit gagner cadeau dinero ganar premio
dinheiro grátis ganhar soldi vincere kazanç bahis bedava para tiền miễn phí slot gacor judi maxwin
darmowe pieniądze wygraj kasyno nagroda δωρεάν χρήματα безплатно пари гроші безкоштовно
""".replace("|", "\n")

Span = tuple[int, int]


class Needle(NamedTuple):
    """A word or phrase of the gold, where it stands in the line, and how many words it has."""

    text: str
    span: Span
    words: int


class Tally:
    """Needles looked for and found, by how many words they have."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.lines = self.unaligned = 0
        self.all: Counter[int] = Counter()
        self.found: Counter[int] = Counter()
        self.plain: Counter[int] = Counter()
        self.misses: list[str] = []

    def add(self, other: Tally) -> None:
        """Add up the sets."""
        self.lines += other.lines
        self.unaligned += other.unaligned
        self.all += other.all
        self.found += other.found
        self.plain += other.plain

    def figures(self) -> dict[str, Any]:
        """What is told of a set."""
        shares = {
            f"found_{words}": round(self.found[words] / self.all[words], 5)
            for words in range(1, MOST_WORDS + 1)
            if self.all[words]
        }
        total = self.all.total()
        return {
            "lines": self.lines,
            "unaligned": self.unaligned,
            "needles": total,
            **shares,
            "found": round(self.found.total() / total, 5) if total else None,
            "plain": round(self.plain.total() / total, 5) if total else None,
        }


def words_of(text: str) -> list[Span]:
    """Where the words of a text stand."""
    return [found.span() for found in re.finditer(r"\S+", text)]


def aligned(given: str, gold: str, turned: bool) -> list[Span] | None:
    """For each word of the gold, where it stands in the line; None where that cannot be told."""
    there, meant = words_of(given), words_of(gold)
    if len(there) == len(meant):
        lengths, wanted = ([end - start for start, end in spans] for spans in (there, meant))
        backwards = turned and _apart(lengths[::-1], wanted) < _apart(lengths, wanted)
        return there[::-1] if backwards else there
    # Words whose letters are parted by spaces: as many pieces as make up the word.
    spans = []
    at = 0
    for start, end in meant:
        first, word = at, gold[start:end]
        while at < len(there) and not _is_word(given[there[first][0] : there[at][1]], word):
            at += 1
        if at == len(there):
            return None
        spans.append((there[first][0], there[at][1]))
        at += 1
    return spans if at == len(there) else None


def _apart(lengths: list[int], wanted: list[int]) -> int:
    return sum(abs(one - other) for one, other in zip(lengths, wanted, strict=True))


def _is_word(pieces: str, word: str) -> bool:
    pieces = "".join(pieces.split())
    return pieces == word or re.sub(r"(?<=\w)[-_.*·](?=\w)", "", pieces) == word


def needles_of(given: str, gold: str, spans: list[Span]) -> Iterator[Needle]:
    """The needles of one line."""
    meant = words_of(gold)
    changed = [
        given[span[0] : span[1]] != gold[word[0] : word[1]]
        for span, word in zip(spans, meant, strict=True)
    ]
    for count in range(1, MOST_WORDS + 1):
        for first in range(len(meant) - count + 1):
            last = first + count
            if any(changed[first:last]):
                starts, ends = zip(*spans[first:last], strict=True)
                text = gold[meant[first][0] : meant[last - 1][1]]
                yield Needle(text, (min(starts), max(ends)), count)


def seen(text: str, span: Span) -> Span:
    """A span without what is not seen at its ends."""
    start, end = span
    while start < end and (_is_unseen(text[start]) or text[start + 1 : start + 2] == "\b"):
        start += 1 if _is_unseen(text[start]) else 2
    while end > start and (_is_unseen(text[end - 1]) or text[end - 1] == "\b"):
        end -= 1 if _is_unseen(text[end - 1]) else 2
    return start, end


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Mn", "Me"} or char in "\u115f\u1160\u3164\uffa0"


def measure(name: str, rows: list[evaluation.Row]) -> Tally:
    """Look for every needle of a set of disguised lines."""
    reader = unspoof.Reader(profile="full" if name in FULL_PROFILE else "careful")
    caseless = name in CASELESS
    tally = Tally()
    for row in rows:
        given, gold = row["input"], row["gold"]
        if given == gold:
            continue
        tally.lines += 1
        spans = aligned(given, gold, name in TURNED)
        if spans is None:
            tally.unaligned += 1
            continue
        wanted = list(needles_of(given, gold, spans))
        hits = together(reader, given, wanted, caseless)
        for needle in wanted:
            place = seen(given, needle.span)
            tally.all[needle.words] += 1
            tally.plain[needle.words] += needle.text in given
            if (needle.text, place) in hits or place in alone(reader, given, needle, caseless):
                tally.found[needle.words] += 1
            else:
                tally.misses.append(f"{row.get('id')}: {needle.text!r}")
    return tally


def together(
    reader: unspoof.Reader, given: str, wanted: list[Needle], caseless: bool
) -> set[tuple[str, Span]]:
    """What is found of needles that do not overlap one another, in a few goes."""
    goes: list[list[Needle]] = []
    for needle in sorted(wanted, key=lambda needle: (needle.words, needle.span)):
        for go in goes:
            if go[-1].words == needle.words and go[-1].span[1] <= needle.span[0]:
                go.append(needle)
                break
        else:
            goes.append([needle])
    found = set()
    for go in goes:
        texts = [needle.text for needle in go]
        for match in reader.find(given, texts, ignore_case=caseless):
            found.add((match.needle, seen(given, (match.start, match.end))))
    return found


def alone(reader: unspoof.Reader, given: str, needle: Needle, caseless: bool) -> set[Span]:
    """The places where a needle is found when nothing else is looked for."""
    found = reader.find(given, needle.text, ignore_case=caseless)
    return {seen(given, (match.start, match.end)) for match in found}


def honest(rows: list[evaluation.Row], common: list[str]) -> dict[str, Any]:
    """Search honest lines: matches more and fewer than a plain search finds, by needles."""
    figures: dict[str, Any] = {"lines": len(rows)}
    spam = sorted({*SPAM.split(), *(line for line in SPAM.splitlines() if " " in line)})
    for profile in ("careful", "full"):
        reader = unspoof.Reader(profile=profile)
        counts: Counter[str] = Counter()
        for kind, shared in (("own", None), ("spam", spam), ("common", common)):
            ready = unspoof.Needles(shared) if shared else None
            for row in rows:
                text = row["input"]
                needles = ready or unspoof.Needles(sorted(set(text.split())))
                found = reader.find(text, needles)
                more, fewer = compare(found, plainly(text, needles.needles))
                counts[f"{kind} found"] += len(found)
                counts[f"{kind} more"] += more
                counts[f"{kind} fewer"] += fewer
        figures[profile] = dict(counts)
    return figures


def plainly(text: str, needles: Iterable[str]) -> list[tuple[int, int, str]]:
    """What a plain search for several needles finds: the leftmost, and of those the longest."""
    there = sorted((needle for needle in needles if needle in text), key=len, reverse=True)
    pattern = "|".join(map(re.escape, there)) or r"(?!)"
    return [(found.start(), found.end(), found[0]) for found in re.finditer(pattern, text)]


def compare(found: list[unspoof.Match], plain: list[tuple[int, int, str]]) -> tuple[int, int]:
    """How many matches a plain search has not, and how many it has that overlap none.

    A match covers whole grapheme clusters, so it may be longer than the plain one.
    """
    spans = [(match.start, match.end, match.needle) for match in found]
    if plain == spans:
        return 0, 0
    more = sum(
        not any(a <= c and d <= b and needle == other for c, d, other in plain)
        for a, b, needle in spans
    )
    fewer = sum(not any(a < d and c < b for c, d, _ in spans) for a, b, _ in plain)
    return more, fewer


def commonest(sets: Evaluation) -> list[str]:
    """The commonest words of the honest lines, in all languages."""
    words = Counter(
        word
        for path in sets.clean()
        for row in sets.rows(path)
        for word in row["input"].split()
        if len(word) > 2
    )
    return [word for word, _ in words.most_common(COMMON)]


def table(results: dict[str, dict[str, Any]]) -> str:
    """The figures of the disguised sets for a person."""
    heads = ["needles", *(f"found_{words}" for words in range(1, MOST_WORDS + 1)), "found", "plain"]
    lines = [f"| set | {' | '.join(heads)} |", f"|---|{'---:|' * len(heads)}"]
    for name, figures in results.items():
        cells = ("-" if head not in figures else _shown(figures[head]) for head in heads)
        lines.append(f"| `{name.removeprefix('synthetic-')}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def _shown(figure: float) -> str:
    return f"{figure:,}" if isinstance(figure, int) else f"{figure:.4f}"


def main() -> int:
    """Measure, print the tables, and write the figures where asked."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    evaluation.add_option(ask)
    ask.add_argument("--misses", metavar="SET", help="show what is not found of this set")
    ask.add_argument(
        "--sample", type=int, default=0, metavar="N", help="at most N lines of each honest set"
    )
    ask.add_argument("--json", type=Path, help="write every figure here")
    args = ask.parse_args()
    sets = Evaluation(args.eval)
    total, results = Tally(), {}
    for path in sets.disguised():
        tally = measure(path.stem, sets.rows(path))
        total.add(tally)
        results[path.stem] = tally.figures()
        if args.misses == path.stem.removeprefix("synthetic-"):
            print("\n".join(tally.misses))
        print(f"find: {path.stem}", file=sys.stderr, flush=True)
    results["all"] = total.figures()
    print(table(results))
    common = commonest(sets)
    clean = {}
    for path in sets.clean():
        clean[path.stem] = honest(sampled(sets.rows(path), args.sample), common)
        print(f"{path.stem}: {json.dumps(clean[path.stem])}")
    if args.json:
        figures = {"disguised": results, "honest": clean}
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
