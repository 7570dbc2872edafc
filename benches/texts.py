"""The texts whose reading is timed, some hundred kilobytes of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from evaluation import Evaluation

LANGUAGES = (
    *("en", "de", "fr", "es", "pt", "it", "pl", "cs", "tr", "vi"),
    *("ru", "uk", "el", "ar", "fa", "hi", "th", "ja", "ko", "zh"),
)
DOCUMENT = 2_500
"""Bytes of UTF-8 in a document, at least; the last line is not cut."""
TWEET = 280
"""Characters of a tweet, exactly."""


def corpora(sets: Evaluation) -> dict[str, list[str]]:
    """Each kind of text, by the name that the tables use."""
    honest: dict[str, list[str]] = {}
    for row in sets.rows(sets.folder / "clean" / "lingua.jsonl"):
        honest.setdefault(row["lang"], []).append(row["input"])
    english = [line for line in honest["en"] if line.isascii()]
    seed = (sets.folder / "seed.txt").read_text(encoding="utf-8")
    mixed = _inputs(sets, "synthetic-merged_50")
    per_language = 4
    multilingual = chain.from_iterable(_documents(honest[code], per_language) for code in LANGUAGES)
    return {
        "clean ASCII": list(_documents(english * 4, 80)),
        "clean, 20 languages": list(multilingual),
        "seed": [seed] * 30,
        "merged_50": mixed,
        "scheme": _inputs(sets, "synthetic-scheme"),
        "clean tweet": list(_tweets(english)),
        "disguised tweet": list(_tweets(mixed)),
    }


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
