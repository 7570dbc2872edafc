"""The hash of the packed tables. `crates/core/src/hash.rs` is its twin: tests hold them together.

Nothing but Python is needed here; `model/tables.py` does the same for many texts at once.
"""

from __future__ import annotations

SEED = 0xCBF29CE484222325
STEP = 0x9E3779B97F4A7C15
SHIFT = 29
_MASK = 2**64 - 1


def hash_text(text: str) -> int:
    """The 64-bit hash of a text over its code points."""
    state = SEED
    for char in text:
        state = (state ^ ord(char)) * STEP & _MASK
        state ^= state >> SHIFT
    return state


def home(value: int, slots: int) -> int:
    """Where a hash belongs in a table of so many slots."""
    return (value >> 32) * slots >> 32


def fingerprint(value: int) -> int:
    """What tells a hash from others at the same place; 0 is kept for empty slots."""
    return value & 0xFFFF or 1
