"""What a run over a corpus found, for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from unspoof._glyphs import visible
from unspoof.cli._grid import grid, printed

if TYPE_CHECKING:
    from unspoof.corpus import Summary

_MOST = 5


def table(found: Summary) -> str:
    """A line for each figure."""
    counts = found.statistics
    share = counts.disguised / counts.documents if counts.documents else 0.0
    glyphs: Counter[str] = Counter()
    for (glyph, read), count in counts.glyphs.items():
        glyphs[f"{visible(glyph)}→{visible(read) if read else 'nothing'}"] += count
    rows = [
        ("files", f"{found.files:,}"),
        ("documents", f"{counts.documents:,}"),
        ("characters", f"{counts.characters:,}"),
        ("disguised", f"{counts.disguised:,} ({share:.4%})"),
        ("families", _most(counts.families_documents)),
        ("languages", _most(counts.languages)),
        ("glyphs", _most(glyphs)),
        ("schemes", f"{len(found.schemes.found):,}"),
        ("put aside", f"{counts.rejected:,}"),
    ]
    table = grid(show_header=False)
    for name, value in rows:
        table.add_row(Text(name), Text(value))
    return printed(table)


def _most(counts: Counter[str]) -> str:
    if not counts:
        return "-"
    order = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    rest = f", {len(order) - _MOST} more" if len(order) > _MOST else ""
    return ", ".join(f"{name} {count:,}" for name, count in order[:_MOST]) + rest
