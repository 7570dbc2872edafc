"""What several rules need to say what they found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from unspoof import Edit
from unspoof._glyphs import code_points, names
from unspoof._sarif import Finding, Fix, Level, Related
from unspoof.check.source import Source

# Different characters that a message names; more are counted.
_NAMED = 3


def finding(
    source: Source,
    rule: str,
    level: Level,
    span: tuple[int, int],
    message: str,
    fixes: tuple[Fix, ...] = (),
    related: tuple[Related, ...] = (),
) -> Finding:
    """A finding at offsets of a file."""
    region = source.region(*span)
    lines = source.lines(region)
    return Finding(rule, level, message, source.name, region, lines, fixes, related)


def fixes(source: Source, edits: Iterable[Edit]) -> tuple[Fix, ...]:
    """The reader's edits as fixes of a file."""
    return tuple(Fix(source.region(edit.start, edit.end), edit.restored) for edit in edits)


def named(chars: Iterable[str]) -> str:
    """Characters by code point and name, each once: `U+200B ZERO WIDTH SPACE, 2 times`.

    Those of ASCII that are seen need no name.
    """
    unseen = (char for char in chars if not (char.isascii() and char.isprintable()))
    counts = Counter(unseen).most_common()
    told = [
        f"{code_points(char)} {names(char)}" + (f", {count} times" if count > 1 else "")
        for char, count in counts[:_NAMED]
    ]
    more = len(counts) - _NAMED
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")
