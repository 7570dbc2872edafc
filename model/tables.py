"""Hashed tables, filled for many texts at once; `model/hashing.py` says what each hash is."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from model.hashing import SEED, SHIFT, STEP, fingerprint, home

U64: TypeAlias = npt.NDArray[np.uint64]


def hash_texts(texts: list[str]) -> U64:
    """`hashing.hash_text` of each text."""
    state = np.full(len(texts), SEED, np.uint64)
    lengths = np.array([len(text) for text in texts])
    for length in np.unique(lengths):
        rows = np.flatnonzero(lengths == length)
        if length == 0:
            continue
        block = np.array([[ord(c) for c in texts[row]] for row in rows], np.uint64)
        part = state[rows]
        for column in range(int(length)):
            part = (part ^ block[:, column]) * np.uint64(STEP)
            part ^= part >> np.uint64(SHIFT)
        state[rows] = part
    return state


def place(hashes: U64, load: float = 0.88) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint16]]:
    """An open-addressed table: for each slot the row it holds (or -1) and its 16-bit fingerprint.

    A row lies at the first free slot from its home on; the table wraps round at its end.
    Fingerprint 0 marks an empty slot.
    """
    slots = max(8, int(len(hashes) / load) + 1)
    rows = np.full(slots, -1, np.int64)
    prints = np.zeros(slots, np.uint16)
    for row, value in enumerate(hashes.tolist()):
        at = home(value, slots)
        while rows[at] >= 0:
            at = at + 1 if at + 1 < slots else 0
        rows[at] = row
        prints[at] = fingerprint(value)
    return rows, prints
