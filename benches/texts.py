"""The texts whose reading is timed, some hundred kilobytes of each kind."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from evaluation import FULL_PROFILE, Evaluation

LANGUAGES = (
    *("en", "de", "fr", "es", "pt", "it", "pl", "cs", "tr", "vi"),
    *("ru", "uk", "el", "ar", "fa", "hi", "th", "ja", "ko", "zh"),
)
LEAST = {"clean, 20 languages": len(LANGUAGES), "seed": 1, "merged_50": 60, "scheme": 60}
USUAL_LEAST = 20
"""With fewer texts than these a kind would not be what its name says."""
DOCUMENT = 2_500
"""Bytes of UTF-8 in a document, at least; the last line is not cut."""
LONG = 10_000_000
"""Bytes of UTF-8 in a long document."""
TWEET = 280
"""Characters of a tweet, exactly."""


def least(kind: str) -> int:
    """How many texts of a kind must be read, whatever time that takes."""
    return LEAST.get(kind, USUAL_LEAST)


def corpora(sets: Evaluation) -> dict[str, list[str]]:
    """Each kind of text, by the name that the tables use."""
    honest: dict[str, list[str]] = {}
    for row in sets.rows(sets.folder / "clean" / "lingua.jsonl"):
        honest.setdefault(row["lang"], []).append(row["input"])
    english = [line for line in honest["en"] if line.isascii()]
    seed = (sets.folder / "seed.txt").read_text(encoding="utf-8")
    mixed = _inputs(sets, "synthetic-merged_50")
    per_language = 4
    # Language by language in turn, so that the first documents alone are as mixed as all of them.
    multilingual = chain.from_iterable(
        zip(*(_documents(honest[code], per_language) for code in LANGUAGES), strict=True)
    )
    return {
        "clean ASCII": list(_documents(english * 4, 80)),
        "clean, 20 languages": list(multilingual),
        "seed": [seed] * 30,
        "merged_50": mixed,
        "scheme": _inputs(sets, "synthetic-scheme"),
        "clean tweet": list(_tweets(english)),
        "disguised tweet": list(_tweets(mixed)),
    }


def long(sets: Evaluation) -> dict[str, list[str]]:
    """One document of ten megabytes of each kind; a reader that takes too long is given less."""
    honest = [row["input"] for row in sets.rows(sets.folder / "clean" / "lingua.jsonl")]
    random.Random(20).shuffle(honest)  # they stand there language by language
    return {
        "10 MB, clean": [_filled(honest)],
        "10 MB, disguised": [_filled(_inputs(sets, "synthetic-merged_50"))],
    }


def families(sets: Evaluation) -> dict[str, list[str]]:
    """The lines of every disguised set, by the set's name; the seed has its own kind."""
    return {path.stem: _inputs(sets, path.stem) for path in sets.disguised() if path.stem != "seed"}


def different_tweets(sets: Evaluation) -> dict[str, list[str]]:
    """Thousands of texts of one tweet's length, no two the same; disguised in every way in turn."""
    disguised = [
        list(_tweets(_inputs(sets, path.stem)))
        for path in sets.disguised()
        if path.stem not in FULL_PROFILE
    ]
    turns = chain.from_iterable(zip_longest(*disguised))
    honest = (row["input"] for row in sets.rows(sets.folder / "clean" / "lingua.jsonl"))
    return {
        "clean tweet": list(dict.fromkeys(islice(_tweets(honest), 0, None, 5))),
        "disguised tweet": list(dict.fromkeys(filter(None, turns))),
    }


def _filled(lines: list[str]) -> str:
    size = sum(len(line.encode()) + 1 for line in lines)
    return "\n".join(lines * (LONG // size + 1)).encode()[:LONG].decode("utf-8", "ignore")


def _inputs(sets: Evaluation, name: str) -> list[str]:
    return [row["input"] for row in sets.rows(sets.folder / "sets" / f"{name}.jsonl")]


def _documents(lines: Iterable[str], most: int) -> Iterator[str]:
    """Documents of whole lines, up to `most` of them; what is left over at the end is not used."""
    page: list[str] = []
    size = 0
    for line in lines:
        page.append(line)
        size += len(line.encode()) + 1
        if size >= DOCUMENT:
            yield "\n".join(page)
            page, size, most = [], 0, most - 1
            if not most:
                return


def _tweets(lines: Iterable[str]) -> Iterator[str]:
    text = " ".join(lines)
    for start in range(0, len(text) - TWEET, TWEET):
        yield text[start : start + TWEET]
