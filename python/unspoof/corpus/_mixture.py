"""Clusters of documents whose authors put the same glyphs in the same letters' places.

A tool that disguises text has a scheme, a glyph for each letter, and a document shows the part of
it that its letters call for. So two documents of one tool agree wherever both show a letter, and
documents of two tools disagree somewhere, if they are long enough. That they agree on what
everybody uses says little. This is a mixture of multinomials, one for each letter, learned online:
a document joins the cluster that explains it best, if that explains it much better than chance
does, or else begins one. Chance is how often the clusters (not the documents: one large tool would
make its own glyphs look common) use a glyph for a letter.

It is near-linear in the number of documents: only clusters that share one of a document's rarest
pairs of letter and glyph are looked at.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

Pair = tuple[str, str]
"""A letter and the glyph in its place."""
Shown = dict[str, tuple[str, int]]
"""What a document shows: for each letter the glyph in its place, and how often."""

_RARE_PAIRS = 8
"""Pairs of a document by which clusters are found."""
_CANDIDATES = 32
"""Clusters that are looked at for a document, at most."""
_PRIOR = 1.0
"""Documents of chance that each letter of a cluster counts."""
_NOISE, _NOISE_ONCE = 0.02, 0.2
"""How often a letter is not of the scheme, or misread; the second where it was seen but once."""
_UNSEEN = 4.0
"""Glyphs for a letter that no cluster has shown yet, in clusters."""
LEAST_LETTERS = 2
"""Letters that must agree."""
_LEAST_EVIDENCE = 3.0
"""Nats by which a cluster must explain a document better than chance, before its size counts."""
_NEW = math.log(0.05)
"""How likely a document is of a tool that no other document has shown."""
_MERGE = 6.0
"""Nats by which one cluster must explain another better than chance does."""
_MOST_MERGES = 8


class Cluster:
    """What the documents of one tool have shown so far: documents for each letter and glyph."""

    def __init__(self) -> None:
        self.letters: dict[str, Counter[str]] = defaultdict(Counter)
        self.documents = 0

    def add(self, shown: Shown, times: int) -> None:
        """Counts a document, or so many like it; takes them away for a number below 0."""
        self.documents += times
        for letter, (glyph, _) in shown.items():
            self.letters[letter][glyph] += times

    def scheme(self) -> Shown:
        """The glyph that most documents show for each letter, and in how many."""
        found: Shown = {}
        for letter, glyphs in self.letters.items():
            glyph, count = min(glyphs.items(), key=lambda entry: (-entry[1], entry[0]))
            if count > 0:
                found[letter] = (glyph, count)
        return found


class Mixture:
    """Learns clusters from documents, each given with how many are like it."""

    def __init__(self) -> None:
        self._clusters: dict[int, Cluster] = {}
        self._by_pair: dict[Pair, set[int]] = defaultdict(set)
        self._by_letter: Counter[str] = Counter()
        self._documents = 0
        self._next = 0

    def assign(self, given: list[tuple[Shown, int]]) -> list[int | None]:
        """The number of each one's cluster, or None for one that is like no other.

        Those that show most should come first. The result depends on the order.
        """
        assigned = []
        for shown, times in given:
            best = self._best(shown)
            assigned.append(self._joined(best, shown, times))
        merged = self._merge()
        assigned = [_end(number, merged) for number in assigned]
        # Early ones were assigned when little was known, and small clusters may be their mistakes.
        for _ in range(2):
            assigned = [
                self._again(at, shown, times)
                for at, (shown, times) in zip(assigned, given, strict=True)
            ]
        alone = {number for number, one in self._clusters.items() if one.documents < 2}
        return [None if number in alone else number for number in assigned]

    def cluster(self, number: int) -> Cluster:
        """The cluster of that number."""
        return self._clusters[number]

    def _again(self, number: int, shown: Shown, times: int) -> int:
        self._clusters[number].add(shown, -times)
        self._documents -= times
        if not self._clusters[number].documents:
            self._forget(number)
        best = self._best(shown)
        return self._joined(best, shown, times)

    def _joined(self, number: int | None, shown: Shown, times: int) -> int:
        if number is None:
            number, self._next = self._next, self._next + 1
            self._clusters[number] = Cluster()
        cluster = self._clusters[number]
        for letter, (glyph, _) in shown.items():
            if not cluster.letters.get(letter):
                self._by_letter[letter] += 1
            self._by_pair[letter, glyph].add(number)
        cluster.add(shown, times)
        self._documents += times
        return number

    def _forget(self, number: int) -> None:
        for letter, glyphs in self._clusters.pop(number).letters.items():
            self._by_letter[letter] -= 1
            for glyph in glyphs:
                self._by_pair[letter, glyph].discard(number)

    def _best(self, shown: Shown) -> int | None:
        best, most = None, _NEW
        for number in self._candidates(shown):
            cluster = self._clusters[number]
            evidence, agreeing = self._evidence(cluster, shown)
            if agreeing < LEAST_LETTERS or evidence < _LEAST_EVIDENCE:
                continue
            score = evidence + math.log(cluster.documents / self._documents)
            if score > most:
                best, most = number, score
        return best

    def _candidates(self, shown: Shown) -> list[int]:
        """Clusters that share some of the rarest pairs, those with most of them first."""
        pairs = ((letter, glyph) for letter, (glyph, _) in shown.items())
        known = [pair for pair in pairs if self._by_pair.get(pair)]
        known.sort(key=lambda pair: (len(self._by_pair[pair]), pair))
        shared: Counter[int] = Counter()
        for pair in known[:_RARE_PAIRS]:
            shared.update(self._by_pair[pair])
        order = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))
        return [number for number, _ in order[:_CANDIDATES]]

    def _evidence(self, cluster: Cluster, shown: Shown) -> tuple[float, int]:
        """Nats by which a cluster explains a document better than chance; letters that agree."""
        evidence, agreeing = 0.0, 0
        for letter, (glyph, count) in shown.items():
            glyphs = cluster.letters.get(letter)
            if not glyphs:
                continue
            seen = glyphs.get(glyph, 0)
            chance = self._chance(letter, glyph)
            noise = _NOISE_ONCE if count == 1 else _NOISE
            likely = (seen + _PRIOR * chance) / (sum(glyphs.values()) + _PRIOR)
            evidence += math.log((1 - noise) * likely / chance + noise)
            agreeing += likely > 0.5
        return evidence, agreeing

    def _chance(self, letter: str, glyph: str) -> float:
        using = len(self._by_pair.get((letter, glyph), ()))
        return (using + 1) / (self._by_letter[letter] + 1 + _UNSEEN)

    def _merge(self) -> dict[int, int]:
        """Makes one of clusters that explain each other; which went into which."""
        merged: dict[int, int] = {}
        for _ in range(_MOST_MERGES):
            order = sorted(self._clusters, key=lambda one: (self._clusters[one].documents, one))
            before = len(merged)
            for number in order:
                into = self._like(number)
                if into is not None:
                    self._absorb(into, number)
                    merged[number] = into
            if len(merged) == before:
                break
        return merged

    def _like(self, number: int) -> int | None:
        """A larger cluster that explains this one's scheme."""
        small = self._clusters[number]
        scheme = small.scheme()
        best, most = None, _MERGE
        for other in self._candidates(scheme):
            large = self._clusters[other]
            if other == number or (large.documents, other) < (small.documents, number):
                continue
            evidence, agreeing = self._evidence(large, scheme)
            if agreeing >= LEAST_LETTERS and evidence > most:
                best, most = other, evidence
        return best

    def _absorb(self, into: int, number: int) -> None:
        small, large = self._clusters[number], self._clusters[into]
        self._forget(number)
        large.documents += small.documents
        for letter, glyphs in small.letters.items():
            if not large.letters.get(letter):
                self._by_letter[letter] += 1
            large.letters[letter].update(glyphs)
            for glyph in glyphs:
                self._by_pair[letter, glyph].add(into)


def _end(number: int, merged: dict[int, int]) -> int:
    while number in merged:
        number = merged[number]
    return number


def in_order(documents: Iterable[Shown]) -> list[Shown]:
    """Documents that show most first, and alike whatever order they come in."""
    return sorted(documents, key=lambda shown: (-len(shown), sorted(shown.items())))
