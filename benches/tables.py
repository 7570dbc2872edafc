"""The figures as Markdown tables: a row for each set or reader, and little computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from evaluation import FULL_PROFILE
from ours import CAREFUL

FOLDED = ("judol",)
"""Sets whose gold has lost its letter case, so that `folded` is the figure that counts."""

Figures = dict[str, Any]
Results = dict[str, dict[str, Figures]]


def markdown(head: list[str], rows: Iterable[list[str]], figures: bool = True) -> str:
    """A table whose first column is text and whose others are figures, unless said otherwise."""
    lines = [head, ["---"] + ["---:" if figures else "---"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def accuracy(results: Results) -> str:
    """What was read back, set by set; what was harmed; and which readers failed on what."""
    disguised = _sets(results, clean=False)
    careful = [name for name in disguised if name not in FULL_PROFILE]
    full = [name for name in disguised if name in FULL_PROFILE]
    readers = list(results)
    read = [_row(name, readers, results, name, _read(name)) for name in careful]
    read.append(_overall("all of the above, by word", readers, results, careful))
    read += [_row(f"{name} (full)", readers, results, name, _read(name)) for name in full]
    if "seed" in disguised:
        read.append(
            _row(
                "seed, lines exact",
                readers,
                results,
                "seed",
                lambda figures: _share(figures["exact"]),
            )
        )
    harm: list[list[str]] = []
    for name in _sets(results, clean=True):
        harm.append(_row(f"{name}: per million", readers, results, name, _harm))
        harm.append(
            _row(
                f"{name}: lines harmed",
                readers,
                results,
                name,
                lambda figures: str(figures["harmed_lines"]),
            )
        )
    harm.append(
        [
            "honest words within the disguised sets: per million",
            *(_within(results[name]) for name in readers),
        ]
    )
    parts = [
        "Disguised words read back exactly (judol: letter case ignored)\n\n"
        + markdown(["set", *readers], read),
        "Characters of honest text harmed\n\n" + markdown(["set", *readers], harm),
    ]
    return "\n".join(parts) + _failures(results)


def speed(speeds: Results) -> str:
    """MB/s as median (lowest to highest), and how many times as fast ours is.

    A table for the kinds that every reader has read, and one for the others.
    """
    ours = speeds.get(CAREFUL, {})
    kinds = list(dict.fromkeys(kind for figures in speeds.values() for kind in figures))
    most = max((sum(kind in figures for figures in speeds.values()) for kind in kinds), default=0)
    parts = []
    for wanted in (True, False):
        rows = [
            kind
            for kind in kinds
            if (2 * sum(kind in figures for figures in speeds.values()) > most + 1) == wanted
        ]
        readers = [
            name for name, figures in speeds.items() if any(kind in figures for kind in rows)
        ]
        if rows:
            parts.append(
                markdown(
                    ["MB/s", *readers],
                    (
                        [
                            kind,
                            *(_speed(speeds[name].get(kind), ours.get(kind)) for name in readers),
                        ]
                        for kind in rows
                    ),
                )
            )
    return "\n".join(parts)


def _sets(results: Results, clean: bool) -> list[str]:
    names = (
        name
        for sets in results.values()
        for name, figures in sets.items()
        if figures["clean"] == clean
    )
    return sorted(set(names), key=lambda name: (name.startswith("synthetic"), name))


def _read(set_name: str) -> Callable[[Figures], str]:
    key = "folded" if set_name in FOLDED else "read"
    return lambda figures: _share(figures[key])


def _row(
    label: str, readers: list[str], results: Results, set_name: str, cell: Callable[[Figures], str]
) -> list[str]:
    return [
        label,
        *(cell(results[name][set_name]) if set_name in results[name] else "" for name in readers),
    ]


def _overall(label: str, readers: list[str], results: Results, sets: list[str]) -> list[str]:
    cells = [label]
    for name in readers:
        here = [results[name][one] | {"set": one} for one in sets if one in results[name]]
        words = sum(figures["disguised_words"] for figures in here)
        share = sum(
            figures["disguised_words"] * figures["folded" if figures["set"] in FOLDED else "read"]
            for figures in here
        )
        cells.append(_share(share / words) if words and len(here) == len(sets) else "")
    return cells


def _within(figures_of: dict[str, Figures]) -> str:
    here = [
        figures
        for figures in figures_of.values()
        if not figures["clean"] and figures["honest_characters"]
    ]
    honest = sum(figures["honest_characters"] for figures in here)
    return (
        f"{1e6 * sum(figures['harmed_characters'] for figures in here) / honest:,.0f}"
        if honest
        else ""
    )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _harm(figures: Figures) -> str:
    value = figures["harm_per_million"]
    return "" if value is None else f"{value:,.2f}" if value < 100 else f"{value:,.0f}"


def _speed(figures: Figures | None, ours: Figures | None) -> str:
    if figures is None:
        return ""
    text = f"{_number(figures['mb_s'])} ({_number(figures['low'])}–{_number(figures['high'])})"
    return text + (
        f" {_number(ours['mb_s'] / figures['mb_s'])}×"
        if ours is not None and ours is not figures
        else ""
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _failures(results: Results) -> str:
    found = [
        f"- {name}, {figures['crashes']} of {figures['lines']} lines of {one}: `{figures['crash']}`"
        for name, sets in results.items()
        for one, figures in sets.items()
        if figures.get("crashes")
    ]
    return "\nFailures, counted as unread:\n\n" + "\n".join(found) + "\n" if found else ""
