"""The same text is read the same way: in any process, on any thread, in any order."""

import hashlib
import json
import os
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from frozen_lines import READERS, load
from unspoof import Reader

ROOT = Path(__file__).parent.parent
TEXTS = [line.input for line in load()[::4]]
# Everything that a reading says, floats to their last digit, of texts read in a shuffled order.
DIGEST = """
import hashlib, json, random, sys
from unspoof import Reader

texts, seed, threads = json.load(sys.stdin), int(sys.argv[1]), int(sys.argv[2])
order = list(range(len(texts)))
random.Random(seed).shuffle(order)
answers = {}
for profile in ("careful", "full"):
    readings = Reader(profile).read_batch([texts[at] for at in order], threads=threads)
    answers |= {(at, profile): reading.to_dict() for at, reading in zip(order, readings)}
told = json.dumps([answers[key] for key in sorted(answers)])
print(hashlib.sha256(told.encode()).hexdigest())
"""


def here() -> str:
    answers = [
        READERS[profile].read(text).to_dict() for text in TEXTS for profile in ("careful", "full")
    ]
    return hashlib.sha256(json.dumps(answers).encode()).hexdigest()


def elsewhere(seed: int, threads: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", DIGEST, str(seed), str(threads)],
        input=json.dumps(TEXTS),
        env={**os.environ, "PYTHONHASHSEED": str(seed), "LC_ALL": "tr_TR.UTF-8" if seed else "C"},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return done.stdout.strip()


def test_processes_hash_seeds_locales_and_orders_make_no_difference() -> None:
    """To the last digit of every confidence. Each process also draws hash keys of its own."""
    assert {elsewhere(0, 1), elsewhere(1, 3), elsewhere(20261128, 2)} == {here()}


@pytest.mark.parametrize("profile", ["careful", "full"])
def test_a_batch_is_as_if_each_text_were_alone(profile: str) -> None:
    """Whatever stands beside a text in a list, and however often."""
    reader = READERS[profile]  # type: ignore[index]
    texts = [*TEXTS[::3], *TEXTS[1::7], *TEXTS[::-5]]
    random.Random(7).shuffle(texts)
    alone = {text: reader.read(text) for text in texts}
    assert reader.read_batch(texts, threads=2) == [alone[text] for text in texts]
    assert reader.restore_batch(texts, threads=2) == [alone[text].text for text in texts]


def test_threads_that_begin_together_read_the_same() -> None:
    # Tables that are made on first use are made here, by all threads at once.
    reader, texts = Reader("full"), TEXTS[::3]
    with ThreadPoolExecutor(8) as pool:
        ways = [random.Random(seed).sample(texts, len(texts)) for seed in range(8)]
        made = list(pool.map(lambda way: {text: reader.read(text) for text in way}, ways))
    assert all(readings == made[0] for readings in made)


# The bytes of a number as this machine stores it: the packed model must not be read so.
NATIVE = re.compile(r"\b(from_ne_bytes|to_ne_bytes|align_to|from_raw_parts|transmute)\b")


def test_the_core_reads_its_model_by_a_stated_byte_order() -> None:
    sources = sorted((ROOT / "crates" / "core" / "src").rglob("*.rs"))
    texts = {path: path.read_text(encoding="utf-8") for path in sources}
    assert sum("from_le_bytes" in text for text in texts.values()) > 2
    assert [path for path, text in texts.items() if NATIVE.search(text)] == []
    assert "target_endian" not in "".join(texts.values())
