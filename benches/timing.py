"""How long calls take, within a budget: a slow reader is given less text and not more time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from readers import Read


@contextmanager
def undisturbed() -> Iterator[None]:
    """No garbage collection within."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(call: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    with undisturbed():
        start = time.perf_counter()
        call()
        return time.perf_counter() - start


def fitted(read: Read, texts: list[str], budget: float, least: int = 0) -> list[str]:
    """As many of the texts, from the first on, as are read in so many seconds; at least `least`.

    Where even the first takes longer, as much of it as seems to fit, and no less than 100
    characters: what is long is read piece by piece to find out, each twice the one before.
    """
    spent, size = 0.0, 0
    for number, text in enumerate(texts):
        if number >= least and spent and spent * (size + len(text)) / size > budget:
            return texts[:number]
        length = 100
        while number >= least and length < len(text) / 2:
            piece = text[:length]
            if 2 * one_pass(read, [piece.encode()]) > budget:
                return texts[:number] or [piece]
            length *= 2
        spent += one_pass(read, [text.encode()])
        size += len(text)
    return texts


def one_pass(read: Read, encoded: list[bytes]) -> float:
    """Seconds to read every text once, each a new str, so that nothing cached in one counts."""
    fresh = [text.decode() for text in encoded]
    start = time.perf_counter()
    for text in fresh:
        read(text)
    return time.perf_counter() - start


def spread(size: int, taken: list[float]) -> dict[str, float]:
    """Median, lowest and highest speed (MB/s) over measurements of so many bytes."""
    return {
        "mb_s": significant(size / 1e6 / median(taken)),
        "low": significant(size / 1e6 / max(taken)),
        "high": significant(size / 1e6 / min(taken)),
    }


def significant(number: float) -> float:
    """Four digits, which is more than any of these measurements is worth."""
    return float(f"{number:.4g}")


def quantile(ordered: list[Any], share: float) -> Any:
    """The value below which this share of sorted values lies, without interpolation."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
