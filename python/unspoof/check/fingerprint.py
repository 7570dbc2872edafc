"""What tells a finding from others when lines have moved: the hash of a line and what follows it.

It is the one that GitHub's upload action computes where a report has none, from the first hundred
characters that are no blanks, in UTF-16 as JavaScript has them, and how many lines before had the
same. So alerts stay the same, whoever computes them.
https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
"""

from __future__ import annotations

import re
from array import array
from collections import Counter

_LENGTH = 100
_BASE = 37
_MASK = 2**64 - 1
_END = 0xFFFF


def line_hashes(text: str) -> list[str]:
    """The hash of each line of a text, as `c129715d7a2bc9a3:1`; lines end with LF, CR or both."""
    kept = re.sub(r"[ \t]", "", re.sub(r"\r\n?", "\n", text))
    units = array("H", kept.encode("utf-16-le", "surrogatepass"))
    units.append(_END)
    # A line's number is what its units spell in base 37. All are had from one pass: what was spelt
    # up to a place, less what was spelt before it.
    spelt = [0]
    for unit in (*units, *[0] * _LENGTH):
        spelt.append((spelt[-1] * _BASE + unit) & _MASK)
    shift = pow(_BASE, _LENGTH, _MASK + 1)
    seen: Counter[int] = Counter()
    hashes = []
    starts = [0, *(at + 1 for at, unit in enumerate(units) if unit == ord("\n"))]
    for start in starts:
        number = (spelt[start + _LENGTH] - spelt[start] * shift) & _MASK
        seen[number] += 1
        hashes.append(f"{number:x}:{seen[number]}")
    return hashes
