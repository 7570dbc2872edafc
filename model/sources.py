"""Pinned sources outside the installed packages, and the hashes that go into the manifest."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import brotli

WORK = Path(__file__).parent / "work"
LINGUA = "lingua-language-detector==1.4.2"


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lingua_wheel() -> Path:
    """The pinned wheel that carries the n-gram counts of 75 languages, fetched once."""
    folder = WORK / "lingua"
    folder.mkdir(parents=True, exist_ok=True)
    if not list(folder.glob("*.whl")):
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), LINGUA]
        subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


_ORDERS = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")


def lingua_counts(wheel: Path, code: str) -> dict[str, float]:
    """Counts of the n-grams (orders 1 to 5) of one language, lower case, inside words.

    The wheel holds each as a share of its prefix's count, in lowest terms, so the counts multiply
    out from the unigrams upwards; the largest denominator is the count of all letters.
    """
    counts: dict[str, float] = {}
    with zipfile.ZipFile(wheel) as archive:
        for order, name in enumerate(_ORDERS, 1):
            packed = archive.read(f"lingua/language-models/{code}/{name}.json.br")
            shares = {
                tuple(map(int, share.split("/"))): grams.split(" ")
                for share, grams in json.loads(brotli.decompress(packed))["ngrams"].items()
            }
            letters = float(max(whole for _, whole in shares))
            for (part, whole), grams in shares.items():
                for gram in grams:
                    base = letters if order == 1 else counts.get(gram[:-1], 0.0)
                    counts[gram] = base * part / whole
    return counts
