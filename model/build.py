"""Builds `model/unspoof.model` and `model/manifest.json`: `python -m model.build`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import unicodedata2

from model import alphabets, lattice, manifest, ngrams, pack, properties, shapes, sources, words
from model.languages import LANGUAGES, WITH_WORDS

HERE = Path(__file__).parent


def _languages() -> bytes:
    """Code, script, whether it has words, and its alphabet's code, one language a line."""
    lines = [
        f"{one.code}\t{one.script}\t{int(one in WITH_WORDS)}\t{one.orthography}"
        for one in LANGUAGES
    ]
    return "\n".join(lines).encode()


def _language_models() -> dict[str, bytes]:
    wheel = sources.lingua_wheel()
    tables = [words.frequencies(language) for language in WITH_WORDS]
    models = []
    for language in LANGUAGES:
        if language in WITH_WORDS:
            counts = ngrams.counts_from_words(tables[WITH_WORDS.index(language)])
        else:
            counts = sources.lingua_counts(wheel, language.lingua or language.code)
        models.append(ngrams.smoothed(counts, language.ngrams))
        print(f"{language.code}: {len(models[-1])} n-grams", flush=True)
    return words.sections(tables) | {"ngrams": ngrams.section(models), "langs": _languages()}


def _cached_language_models(fresh: bool) -> dict[str, bytes]:
    """The language sections take minutes, the rest seconds: they are kept between builds."""
    folder = sources.WORK / "languages"
    if fresh or not folder.is_dir():
        made = _language_models()
        folder.mkdir(parents=True, exist_ok=True)
        for name, body in made.items():
            (folder / name).write_bytes(body)
    kept = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    if kept["langs"] != _languages():
        raise SystemExit(
            "the kept language sections are of other languages: build without --keep-languages"
        )
    return kept


def _sections(keep_languages: bool) -> dict[str, bytes]:
    made = _cached_language_models(fresh=not keep_languages)
    read = {int(row["codepoint"], 16) for row in lattice.rows()}
    made |= properties.sections(read)
    made |= lattice.sections(made["scripts"].decode().split("\n"))
    made["alphabe"] = alphabets.section()
    made["shapes"] = shapes.section()
    return made


def main() -> None:
    """Build both files; nothing is written where the model would be too large."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--keep-languages",
        action="store_true",
        help="reuse the language sections of the last build",
    )
    sections = _sections(ask.parse_args().keep_languages)
    body = pack.packed(sections)
    text = json.dumps(manifest.described(body, sections, unicodedata2.unidata_version), indent=2)
    (HERE / "unspoof.model").write_bytes(body)
    (HERE / "manifest.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(body):,} bytes")


if __name__ == "__main__":
    main()
