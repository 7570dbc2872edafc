"""Made-up corpora of any size: honest text of 79 languages, a stated share of it disguised."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import unspoof
from evaluation import Evaluation

KINDS = ("lookalike", "foreign", "scheme", "mathematical", "fullwidth", "zero_width", "zalgo")
"""How documents are disguised, each as often as the others."""
DOCUMENT = 2_500
"""Characters of a document, on average; lengths are spread as a crawl's are."""
_POOL = 400
"""Disguised documents that are made; a large corpus has each several times, among honest ones."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""Of which the letters look alike, as the names of characters begin."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass
class Counts:
    """What is in the documents that were made."""

    bytes: int = 0
    """Of UTF-8."""
    documents: int = 0
    disguised: list[int] = field(default_factory=list)
    """The numbers of those that were disguised, from 0 on."""
    languages: set[str] = field(default_factory=set)
    lines: int = 0
    """Of honest text, that documents are made of."""
    faulty: int = 0
    """Lines that were left out: in most, somebody had typed look-alikes already."""

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        return {**vars(self), "languages": sorted(self.languages)}


def documents(
    sets: Evaluation, size: int, share: float, seed: int = 0, counts: Counts | None = None
) -> Iterator[str]:
    """Documents that come to `size` bytes of UTF-8, `share` of them disguised.

    Each is sentences of one language in a new order, and languages come as often as each other.
    Lines that are faulty as they stand are left out: each would come in many documents, which would
    count as honest and be none. `counts` tells what is in them as they come.
    """
    counts = counts or Counts()
    dice = random.Random(seed)
    sentences: dict[str, list[str]] = defaultdict(list)
    for row in sets.rows(sets.folder / "clean" / "lingua.jsonl"):
        if _is_faulty(row["input"]):
            counts.faulty += 1
        else:
            sentences[row["lang"]].append(row["input"])
            counts.lines += 1
    languages = sorted(sentences)
    pool: list[str] = []
    while counts.bytes < size:
        if dice.random() < share:
            if len(pool) < _POOL:
                honest = _document(sentences[dice.choice(languages)], dice)
                kind = KINDS[len(pool) % len(KINDS)]
                pool.append(unspoof.obfuscate(honest, kind, 0.4, dice.getrandbits(32)).text)
                text = pool[-1]
            else:
                text = dice.choice(pool)
            counts.disguised.append(counts.documents)
        else:
            language = dice.choice(languages)
            counts.languages.add(language)
            text = _document(sentences[language], dice)
        counts.bytes += len(text.encode())
        counts.documents += 1
        yield text


def write_parquet(path: Path, texts: Iterator[str], rows: int = 2_000) -> None:
    """Writes a Parquet file of `id` and `text`, with so many rows in a row group."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("id", pa.string()), ("text", pa.string())])
    with pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=False) as writer:
        held: list[dict[str, str]] = []
        for number, text in enumerate(texts):
            held.append({"id": str(number), "text": text})
            if len(held) == rows:
                writer.write_table(pa.Table.from_pylist(held, schema))
                held = []
        if held:
            writer.write_table(pa.Table.from_pylist(held, schema))


def write_jsonl(path: Path, texts: Iterator[str]) -> None:
    """Writes JSON Lines of `id` and `text`."""
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(texts):
            row = {"id": str(number), "text": text}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _is_faulty(line: str) -> bool:
    """Whether a line has a word of two alphabets, or anything that the reader takes for disguised.

    The first does not depend on the reader, who is unsure of most such lines by themselves, and
    reads them in a document that has several.
    """
    words = (set(map(_script, word)) - {None} for word in _WORD.findall(line))
    return any(len(scripts) > 1 for scripts in words) or unspoof.restore(line) != line


def _script(letter: str) -> str | None:
    name = unicodedata.name(letter, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), None)


def _document(sentences: list[str], dice: random.Random) -> str:
    length = int(dice.lognormvariate(0, 0.8) * DOCUMENT * 0.73) + 100
    text: list[str] = []
    held = 0
    while held < length:
        sentence = dice.choice(sentences)
        text.append(sentence)
        held += len(sentence) + 1
    return " ".join(text)
