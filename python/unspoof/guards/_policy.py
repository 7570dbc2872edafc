"""When a text is refused: what counts against it, and how much is too much."""

from collections.abc import Collection
from typing import Literal

from unspoof import Reading

Count = Literal["obfuscated", "hidden"]

EVERYTHING: tuple[Count, ...] = ("obfuscated", "hidden")


class Policy:
    """What counts, and the risk from which a text is refused."""

    def __init__(self, threshold: float, counts: Collection[Count]) -> None:
        """`threshold` is that risk, above 0 and at most 1.

        `counts` takes "obfuscated", for the reading's score where anything was disguised, and
        "hidden", for 1 where the text carries a message unseen. Raises ValueError for other values.
        """
        unknown = sorted(set(counts) - set(EVERYTHING))
        if isinstance(counts, str) or unknown:
            raise ValueError(f"counts is {counts!r}; it takes a list of {', '.join(EVERYTHING)}")
        if not 0 < threshold <= 1:
            raise ValueError(f"threshold {threshold} is not above 0 and at most 1")
        self.threshold = threshold
        self.counts = frozenset(counts)

    def risk(self, reading: Reading) -> float:
        """From 0 to 1."""
        if "hidden" in self.counts and reading.hidden:
            return 1.0
        if "obfuscated" in self.counts and reading.obfuscated:
            return reading.score
        return 0.0

    def refuses(self, reading: Reading) -> bool:
        """Whether the risk reaches the threshold."""
        return self.risk(reading) >= self.threshold
