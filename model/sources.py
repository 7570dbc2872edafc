"""The pinned wheel that is read without being installed: character n-grams of 75 languages."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import brotli

from model.digest import check

WORK = Path(__file__).parent / "work"
LINGUA = "lingua-language-detector"
LINGUA_VERSION = "1.4.2"
LINGUA_SHA256 = "f43ce6e7b8b9ec083907c34fc1bf5d5bacee7fb3191afa90efb3b321e5a85953"


def lingua_wheel() -> Path:
    """The pinned wheel, fetched once; one with other contents is refused."""
    folder = WORK / "lingua"
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{LINGUA.replace('-', '_')}-{LINGUA_VERSION}-py3-none-any.whl"
    if not wheel.is_file():
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*pip, "-d", str(folder), f"{LINGUA}=={LINGUA_VERSION}"], check=True)
    check(wheel, LINGUA_SHA256)
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
