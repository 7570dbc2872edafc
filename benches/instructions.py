"""Instructions per byte of the core, counted by callgrind: unlike times they do not drift."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import texts
from evaluation import ROOT, Evaluation
from timing import significant

KERNELS = {
    "look over clean ASCII": ("plain", "clean ASCII", 40_000),
    "look over clean text, 20 languages": ("plain", "clean, 20 languages", 56_000),
    "read clean text, 20 languages": ("careful", "clean, 20 languages", 56_000),
    "read clean ASCII, full": ("full", "clean ASCII", 5_000),
    "read the seed": ("careful", "seed", 3_200),
    "read merged_50": ("careful", "merged_50", 3_200),
    "read scheme": ("careful", "scheme", 3_200),
    "read merged_50, full": ("full", "merged_50", 3_200),
}
"""What the example `kernels` does, over which texts, and how many bytes of them."""


def run(sets: Evaluation, scale: float = 1) -> dict[str, Any]:
    """For each kernel, instructions per byte the first time and every time after it."""
    valgrind, cargo = shutil.which("valgrind"), shutil.which("cargo")
    if not valgrind or not cargo:
        return {"missing": "needs valgrind and cargo"}
    built = subprocess.run(
        [
            cargo,
            "build",
            "--release",
            "--locked",
            "--quiet",
            "-p",
            "unspoof-core",
            "--example",
            "kernels",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        return {"missing": f"the example does not build: {built.stderr.strip().splitlines()[-1]}"}
    program = ROOT / "target" / "release" / "examples" / "kernels"
    rows: dict[str, Any] = {}
    corpora = texts.corpora(sets)
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "texts"
        for name, (verb, kind, most) in KERNELS.items():
            corpus = _some(
                corpora[kind], int(most * scale), len(texts.LANGUAGES) if "languages" in kind else 1
            )
            given.write_text("\0".join(corpus), encoding="utf-8", newline="")
            none, once, twice = (
                _count(valgrind, program, verb, given, times) for times in (0, 1, 2)
            )
            size = sum(len(text.encode()) for text in corpus)
            rows[name] = {
                "bytes": size,
                "texts": len(corpus),
                "first": significant((once - none) / size),
                "again": significant((twice - once) / size),
            }
            print(f"instructions: {name}", file=sys.stderr, flush=True)
    return {"kernels": rows}


def _some(corpus: list[str], most: int, least: int) -> list[str]:
    """The first texts up to so many bytes, and no fewer than `least`."""
    size = 0
    for number, text in enumerate(corpus):
        size += len(text.encode())
        if size > most:
            return corpus[: max(least, number)]
    return corpus


def _count(valgrind: str, program: Path, verb: str, given: Path, times: int) -> int:
    done = subprocess.run(
        [
            valgrind,
            "--tool=callgrind",
            "--callgrind-out-file=/dev/null",
            program,
            verb,
            given,
            str(times),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    if not found:
        raise ValueError(f"callgrind did not say how much it collected: {done.stderr[-200:]}")
    return int(found[1])


if __name__ == "__main__":
    import child

    child.answer(lambda: None, run)
