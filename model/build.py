"""Builds `model/unspoof.model` and `model/manifest.json`: `python -m model.build`."""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
from pathlib import Path

import unicodedata2

from model import alphabets, lattice, ngrams, pack, properties, sources, words
from model.languages import LANGUAGES, WITH_WORDS

HERE = Path(__file__).parent
PACKAGES = {
    "wordfreq": "CC-BY-SA-4.0 (data)",
    "gflanguages": "Apache-2.0",
    "unicodedata2": "Unicode-3.0 (data)",
    "fonttools": "Unicode-3.0 (script data)",
}


def _languages() -> bytes:
    """Code, script, whether it has words, and its alphabet's code, one language a line."""
    lines = [f"{one.code}\t{one.script}\t{int(one in WITH_WORDS)}\t{one.orthography}" for one in LANGUAGES]
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
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--keep-languages", action="store_true", help="reuse the language sections of the last build")
    args = ask.parse_args()

    sections = _cached_language_models(fresh=not args.keep_languages)
    read = {int(row["codepoint"], 16) for row in lattice.rows()}
    sections |= properties.sections(read)
    sections |= lattice.sections(sections["scripts"].decode().split("\n"))
    sections["alphnam"], sections["alphabe"] = alphabets.section()

    body = pack.packed(sections)
    (HERE / "unspoof.model").write_bytes(body)
    manifest = {
        "file": {"name": "unspoof.model", "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()},
        "format": pack.VERSION,
        "unicode": unicodedata2.unidata_version,
        "sections": {name: len(sections[name]) for name in sorted(sections)},
        "inputs": {
            **{
                name: {"version": importlib.metadata.version(name), "licence": licence}
                for name, licence in PACKAGES.items()
            },
            "lingua-language-detector": {
                "version": sources.LINGUA.partition("==")[2],
                "licence": "Apache-2.0",
                "sha256": sources.sha256(sources.lingua_wheel()),
            },
            "glyphs/readings.tsv": {"sha256": sources.sha256(lattice.READINGS)},
        },
    }
    (HERE / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"{len(body):,} bytes")


if __name__ == "__main__":
    main()
