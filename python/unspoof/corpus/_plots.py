"""Plots as SVG, inline."""

from __future__ import annotations

from html import escape

_ROW, _NAMES, _WIDTH, _COUNTS = 22, 230, 460, 110
"""Lengths in user units: a row's height; the columns of names, bars and counts."""


def bars(rows: list[tuple[str, int]], told: str) -> str:
    """A bar for each name and count, the largest across the whole; `told` is read out for it."""
    most = max(count for _, count in rows)
    total = _NAMES + _WIDTH + _COUNTS
    drawn = []
    for at, (name, count) in enumerate(rows):
        y = at * _ROW
        width = max(1.0, _WIDTH * count / most)
        drawn.append(
            f'<text x="{_NAMES - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{_NAMES}" y="{y + 3}" width="{width:.1f}" height="{_ROW - 7}"/>'
            f'<text x="{_NAMES + width + 6:.1f}" y="{y + 15}">{count:,}</text>'
        )
    return (
        f'<svg viewBox="0 0 {total} {len(rows) * _ROW}" role="img" aria-label="{escape(told)}">'
        + "".join(drawn)
        + "</svg>"
    )
