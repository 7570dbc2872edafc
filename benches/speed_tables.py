"""What the measurements beside plain speed say, as Markdown: a function for each part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fresh import FAILED
from tables import markdown
from worst import ORDINARY

Part = dict[str, Any]


def latency(part: Part) -> str:
    """Microseconds for each reader and kind of tweet."""
    rows = []
    for reader, kinds in part.items():
        if FAILED in kinds:
            rows.append([reader, kinds[FAILED], *[""] * 6])
            continue
        for kind, one in kinds.items():
            cold, warm = one["cold"], one["warm"]
            cells = (
                one["first_us"],
                cold["median_us"],
                cold["p99_us"],
                warm["median_us"],
                warm["p99_us"],
            )
            rows.append([reader, kind, f"{one['texts']:,}", *map(number, cells)])
    head = ["reader", "kind", "tweets", "the very first, µs", "cold: median", "cold: p99"]
    return markdown([*head, "again: median", "again: p99"], rows)


def worst(part: Part) -> str:
    """Time per character beside ordinary disguised text, and growth, for each kind and reader."""
    kinds = [kind for kind in next(iter(part.values()), {}) if kind != ORDINARY]
    rows = []
    for kind in kinds:
        for reader, figures in part.items():
            one, ordinary = figures[kind], figures[ORDINARY]["us_per_character"]
            if FAILED in one:
                rows.append([kind, reader, one[FAILED], *[""] * 4])
                continue
            each = one["us_per_character"]
            growth = (f"{one[f'growth_{n}']:.2f}" if f"growth_{n}" in one else "" for n in (2, 4))
            length = f"{one['characters']:,}" + ("" if one["whole"] else " (no time for more)")
            rows.append(
                [kind, reader, length, number(each), f"{number(each / ordinary)}×", *growth]
            )
    head = ["text", "reader", "characters", "µs per character", "of ordinary disguised text's"]
    return markdown([*head, "twice the length", "four times"], rows)


def entries(part: Part) -> str:
    """MB/s of each door on one core and on all, and how many times one core's."""
    rows = []
    one, *more = part["cores"].values() or [{}]
    for kind, doors in one.items():
        for door, speed in doors.items():
            cells = [kind, door, spread(speed), f"{speed['mb_s'] / doors['str']['mb_s']:.2f}×"]
            for many in more:
                other = many.get(kind, {}).get(door)
                cells.append(spread(other) if other else "")
                cells.append(f"{other['mb_s'] / speed['mb_s']:.2f}×" if other else "")
            rows.append(cells)
    head = ["text", "entry", "MB/s, 1 core", "of `str`"]
    for count in list(part["cores"])[1:]:
        head += [f"MB/s, {count} cores", "of 1 core"]
    table = markdown(head, rows)
    for name, reason in part["missing"].items():
        table += f"\nNot measured: {name}: {reason}."
    same = "Every entry gave the same answers." if not part["differ"] else ""
    return f"{table}\n{same}{''.join(f'**Differs: {one}.** ' for one in part['differ'])}\n"


def memory(part: Part) -> str:
    """Peaks, and what many calls leave behind."""
    rows = [[f"{name}: the seed", *_peak(one)] for name, one in part["peak"].items()]
    rows.append(["unspoof: a million clean characters", *_peak(part["long"])])
    peaks = markdown(
        ["a process that reads one document", "peak, MB", "before the import, MB"], rows
    )
    rows = []
    for name, kinds in part["growth"].items():
        for kind, one in kinds.items():
            if FAILED in one or None in one["held"]:
                rows.append([f"{name}: {kind}s", one.get(FAILED, "not known here"), "", "", ""])
                continue
            held = one["held"]
            grown = f"{(held[-1] - held[0]) / 1e6:+.2f}"
            cells = (
                f"{one['calls']:,} of {one['wanted']:,}",
                megabytes(held[0]),
                megabytes(held[-1]),
            )
            rows.append([f"{name}: {kind}s", *cells, grown])
    head = ["many calls", "calls", "after a tenth, MB", "after all, MB", "growth, MB"]
    return f"{peaks}\n{markdown(head, rows)}"


def startup(part: Part) -> str:
    """Milliseconds from the import to the first answer, and what that adds to a bare process."""
    bare = part["bare_process_ms"][0]
    rows = [
        [name, _range(one["ms"]), number(one["process_ms"][0] - bare)]
        for name, one in part["first"].items()
    ]
    rows += [[name, why, ""] for name, why in part["failed"].items()]
    return markdown(["reader", "import to first answer, ms", "more than a bare process, ms"], rows)


def instructions(part: Part) -> str:
    """Instructions per byte of each kernel."""
    if "missing" in part:
        return f"Not measured: {part['missing']}.\n"
    rows = [
        [name, f"{one['bytes']:,}", number(one["first"]), number(one["again"])]
        for name, one in part["kernels"].items()
    ]
    return markdown(["kernel", "bytes", "per byte, the first time", "per byte, again"], rows)


PARTS = {
    "latency": ("One tweet", latency),
    "worst": ("Texts made to be slow", worst),
    "entries": ("Every entry", entries),
    "memory": ("Memory", memory),
    "startup": ("Start", startup),
    "instructions": ("Instructions", instructions),
}
"""The parts of a record that this file shows, with their headings."""


def every(record: dict[str, Any]) -> Iterable[str]:
    """Heading and table of each part that the record has."""
    for name, (heading, show) in PARTS.items():
        if name in record:
            yield f"## {heading}\n\n{show(record[name])}"


def spread(speed: dict[str, float]) -> str:
    """Median, and lowest to highest."""
    return f"{number(speed['mb_s'])} ({number(speed['low'])}–{number(speed['high'])})"


def megabytes(size: float) -> str:
    """Bytes as megabytes."""
    return f"{size / 1e6:,.1f}"


def number(value: float) -> str:
    """Three digits, or all of those before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _range(values: list[float]) -> str:
    median, low, high = map(number, values)
    return f"{median} ({low}–{high})"


def _peak(one: dict[str, Any]) -> tuple[str, str]:
    if FAILED in one or one["peak"] is None:
        return one.get(FAILED, "not known here"), ""
    return megabytes(one["peak"]), megabytes(one["before"])
