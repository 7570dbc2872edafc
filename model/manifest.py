"""What `manifest.json` says: the packed file, and everything that was read for it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from pathlib import Path
from typing import Any

from model import pack, sources
from model.digest import sha256

HERE = Path(__file__).parent
# What each installed package gives, and under which licence that stands.
PACKAGES = {
    "fonttools": "Unicode-3.0 (script data)",
    "gflanguages": "Apache-2.0 AND Unicode-3.0",
    "unicodedata2": "Unicode-3.0 (data)",
    "wordfreq": "CC-BY-SA-4.0 (data)",
}
# Files in the project: what a person judged, what was measured, and what pins the rest.
OURS = {
    "curated/faux.tsv": "Apache-2.0",
    "curated/shapes.tsv": "Apache-2.0",
    "glyphs/inputs.json": "Apache-2.0",
    "glyphs/readings.tsv": "Apache-2.0 AND Unicode-3.0",
    "glyphs/similarity.tsv": "Apache-2.0",
    "requirements.txt": "Apache-2.0",
}


def _inputs() -> dict[str, dict[str, str]]:
    """Every input with its licence and its version, its hash, or both.

    `requirements.txt` holds the hashes of the packages, `glyphs/inputs.json` those of the fonts.
    """
    glyphs = json.loads((HERE / "glyphs" / "inputs.json").read_text(encoding="utf-8"))
    found: dict[str, dict[str, str]] = {**glyphs["crates"], **glyphs["packages"]}
    for name, licence in PACKAGES.items():
        found[name] = {"version": importlib.metadata.version(name), "licence": licence}
    found[sources.LINGUA] = {
        "version": sources.LINGUA_VERSION,
        "licence": "Apache-2.0",
        "sha256": sources.LINGUA_SHA256,
    }
    for name, licence in OURS.items():
        found[name] = {"licence": licence, "sha256": sha256(HERE / name)}
    return {name: dict(sorted(found[name].items())) for name in sorted(found)}


def described(body: bytes, sections: dict[str, bytes], unicode: str) -> dict[str, Any]:
    """The manifest of a packed file."""
    return {
        "file": {
            "name": "unspoof.model",
            "bytes": len(body),
            "sha256": hashlib.sha256(body).hexdigest(),
        },
        "format": pack.VERSION,
        "unicode": unicode,
        "sections": {name: len(sections[name]) for name in sorted(sections)},
        "inputs": _inputs(),
    }
