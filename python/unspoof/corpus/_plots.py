"""Plots as tables whose bars are as long as their counts: they fit any width."""

from __future__ import annotations

from html import escape

STYLE = """\
table.bars td { border: 0; padding: .1rem .6rem .1rem 0; vertical-align: middle; }
table.bars td:first-child { text-align: right; white-space: nowrap; width: 1%; }
table.bars td.bar { width: 90%; }
table.bars div { background: #3b7dd8; border-radius: 2px; height: .95rem; min-width: 1px; }
@media (max-width: 40rem) { table.bars td:first-child { white-space: normal; width: 45%; } }
"""


def bars(rows: list[tuple[str, int]], told: str) -> str:
    """A bar for each name and count, the largest across the whole; `told` is the caption."""
    most = max(count for _, count in rows)
    lines = "\n".join(
        f'<tr><td><bdi>{escape(name)}</bdi></td><td class="bar">'
        f'<div style="width: {100 * count / most:.1f}%"></div></td>'
        f'<td class="n">{count:,}</td></tr>'
        for name, count in rows
    )
    return f'<table class="bars">\n<caption>{escape(told)}</caption>\n{lines}\n</table>'
