"""The text with its disguises marked: in colour on a terminal, in brackets elsewhere."""

from collections.abc import Callable, Iterator

import click

from unspoof import Edit, Reading
from unspoof._glyphs import code_points, shows

# Code points of one edit that are spelt out; a hidden message can run to hundreds.
_SPELT_OUT = 4
_COLOURS = {"lookalike": "green", "faux": "green", "stylised": "cyan"}


def marked(reading: Reading, colour: bool) -> str:
    """The text as meant, each change marked; what could steer a terminal is spelt out."""
    return "".join(_pieces(reading, _in_colour if colour else _in_brackets))


def _pieces(reading: Reading, mark: Callable[[Edit], str]) -> Iterator[str]:
    done = 0
    for edit in reading.edits:
        yield _harmless(reading.original[done : edit.start])
        yield mark(edit)
        done = edit.end
    yield _harmless(reading.original[done:])


def _in_colour(edit: Edit) -> str:
    shown = _harmless(edit.restored) or f"<{_spelt(edit.original)}>"
    return click.style(shown, fg=_COLOURS.get(edit.family, "yellow"), bold=True)


def _in_brackets(edit: Edit) -> str:
    seen = all(map(shows, edit.original))
    glyphs = edit.original if seen else _spelt(edit.original)
    return f"[{glyphs}→{_harmless(edit.restored)}]"


def _spelt(text: str) -> str:
    more = len(text) - _SPELT_OUT
    return code_points(text[:_SPELT_OUT]) + (f" and {more} more" if more > 0 else "")


# The C0 and C1 controls but for tab and newlines: a text must not move the reader's cursor.
_CONTROLS = {
    point: f"<U+{point:04X}>"
    for point in [*range(0x20), *range(0x7F, 0xA0)]
    if chr(point) not in "\t\n\r"
}


def _harmless(text: str) -> str:
    return text.translate(_CONTROLS)
