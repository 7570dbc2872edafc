"""What the reader is to reach, and what a record says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speed_tables import number
from tables import markdown
from worst import ORDINARY

Record = dict[str, Any]
Aim = tuple[str, str, str, bool | None]
"""What is measured, what it should be, what it is, and whether that is enough."""


def table(record: Record) -> str:
    """A row for each aim; what the record has no figure for says so."""
    rows = [
        [what, wanted, found, {True: "yes", False: "**no**", None: "not measured"}[met]]
        for what, wanted, found, met in _aims(record)
    ]
    return markdown(["aim", "at", "measured", "met"], rows, figures=False)


def _aims(record: Record) -> Iterator[Aim]:
    yield from _speed(record["speed"])
    yield from _tweet(record)
    yield from _entries(record)
    yield from _process(record)
    yield from _worst(record)


def _speed(speeds: Any) -> Iterator[Aim]:
    ours, full, disarm = (
        speeds[name] for name in ("unspoof", "unspoof full", "disarm strip_obfuscation")
    )
    ascii_ratio = speeds["str.isascii"]["clean ASCII"]["mb_s"] / ours["clean ASCII"]["mb_s"]
    yield _at_most("clean ASCII, time beside `str.isascii`", 3, ascii_ratio, "×")
    clean = ours["clean, 20 languages"]["mb_s"]
    yield _at_least("clean, 20 languages", 500, clean, " MB/s")
    yield _at_least(
        "the same beside disarm", 20, clean / disarm["clean, 20 languages"]["mb_s"], "×"
    )
    normal = speeds["is_normalized NFC"]["clean, 20 languages"]["mb_s"]
    yield _at_most("the same, time beside `is_normalized`", 2.5, normal / clean, "×")
    yield _at_least("full profile, clean ASCII", 100, full["clean ASCII"]["mb_s"], " MB/s")
    for kind in ("seed", "merged_50"):
        yield _at_least(f"{kind}, disguised", 35, ours[kind]["mb_s"], " MB/s")
        yield _at_least(f"{kind} beside disarm", 1, ours[kind]["mb_s"] / disarm[kind]["mb_s"], "×")


def _tweet(record: Record) -> Iterator[Aim]:
    one = record.get("latency", {}).get("unspoof", {}).get("disguised tweet", {}).get("cold", {})
    yield _at_most("one disguised tweet, cold, median", 25, one.get("median_us"), " µs")
    yield _at_most("one disguised tweet, cold, p99", 100, one.get("p99_us"), " µs")


def _entries(record: Record) -> Iterator[Aim]:
    cores = record.get("entries", {}).get("cores", {})
    for kind in ("clean, 20 languages", "merged_50"):
        one, two = (cores.get(count, {}).get(kind, {}) for count in ("1", "2"))
        batch = (
            two["batch"]["mb_s"] / one["batch"]["mb_s"]
            if "batch" in one and "batch" in two
            else None
        )
        yield _at_least(f"a batch on two cores, {kind}", 1.8, batch, "×")
        arrow = one["Arrow"]["mb_s"] / one["str"]["mb_s"] if "Arrow" in one else None
        yield _at_least(f"Arrow beside `str`, one core, {kind}", 1, arrow, "×")


def _process(record: Record) -> Iterator[Aim]:
    first = (
        record.get("startup", {}).get("first", {}).get("unspoof, disguised", {}).get("ms", [None])
    )
    yield _at_most("import to first answer", 50, first[0], " ms")
    memory = record.get("memory", {})
    peak = memory.get("peak", {}).get("unspoof", {}).get("peak")
    yield _at_most("peak of a process that reads one document", 60, peak and peak / 1e6, " MB")
    for kind, one in memory.get("growth", {}).get("unspoof", {}).items():
        held = one.get("held") or [None]
        grown = None if None in held else (held[-1] - held[0]) / 1e6
        # A megabyte is what an allocator may keep; a leak of a few bytes a call would be more.
        calls = f"{one.get('calls', 0):,} (of {one.get('wanted', 0):,})"
        yield _at_most(f"growth over {calls} {kind}s", 1, grown, " MB")


def _worst(record: Record) -> Iterator[Aim]:
    for kind, one in record.get("worst", {}).get("unspoof", {}).items():
        if kind != ORDINARY and "us_per_character" in one:
            ordinary = record["worst"]["unspoof"][ORDINARY]["us_per_character"]
            ratio = one["us_per_character"] / ordinary
            yield _at_most(f"{kind}, beside ordinary disguised text", 20, ratio, "×")
            # Linear is 4; caches and a busy machine have their share.
            yield _at_most("the same, four times the text", 6, one.get("growth_4"), "×")


def _at_most(what: str, limit: float, found: float | None, unit: str) -> Aim:
    return _aim(what, f"≤ {limit:g}{unit}", found, unit, found is not None and found <= limit)


def _at_least(what: str, limit: float, found: float | None, unit: str) -> Aim:
    return _aim(what, f"≥ {limit:g}{unit}", found, unit, found is not None and found >= limit)


def _aim(what: str, wanted: str, found: float | None, unit: str, met: bool) -> Aim:
    if found is None:
        return what, wanted, "", None
    return what, wanted, f"{number(found)}{unit}", met
