"""The hash of the packed tables. `crates/core/src/hash.rs` is its twin; a test compares the two."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

SEED = 0xCBF29CE484222325
STEP = 0x9E3779B97F4A7C15

U64 = npt.NDArray[np.uint64]


def hash_texts(texts: list[str], seeds: U64 | None = None) -> U64:
    """The 64-bit hash of each text, over its code points, from its seed (default `SEED`)."""
    state = np.full(len(texts), SEED, np.uint64) if seeds is None else seeds.copy()
    lengths = np.array([len(text) for text in texts])
    for length in np.unique(lengths):
        rows = np.flatnonzero(lengths == length)
        if length == 0:
            continue
        block = np.array([[ord(c) for c in texts[row]] for row in rows], np.uint64)
        part = state[rows]
        for column in range(int(length)):
            part = (part ^ block[:, column]) * np.uint64(STEP)
            part ^= part >> np.uint64(29)
        state[rows] = part
    return state


def seed(language: int) -> int:
    """The seed of a language's n-grams."""
    return (SEED + (language + 1) * STEP) % 2**64


def place(hashes: U64, load: float = 0.88) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint16]]:
    """An open-addressed table: for each slot the row it holds (or -1) and its 16-bit fingerprint.

    A row's home is `(hash >> 32) * slots >> 32`; it lies at the first free slot from there on.
    Fingerprint 0 marks an empty slot. The table wraps round at its end.
    """
    slots = max(8, int(len(hashes) / load) + 1)
    rows = np.full(slots, -1, np.int64)
    prints = np.zeros(slots, np.uint16)
    homes = ((hashes >> np.uint64(32)) * np.uint64(slots)) >> np.uint64(32)
    for row, (home, value) in enumerate(zip(homes.tolist(), (hashes & np.uint64(0xFFFF)).tolist())):
        at = home
        while rows[at] >= 0:
            at = at + 1 if at + 1 < slots else 0
        rows[at] = row
        prints[at] = value or 1
    return rows, prints
