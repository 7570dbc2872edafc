"""Characters that are not seen spell a message.

Tag characters spell ASCII, variation selectors carry bytes, and zero-width characters bits. A
person who reads the file sees nothing of it; a language model, or a program that decodes it,
does.

The message is shown as it was decoded. It is found anywhere in a file, wherever the text in which
it hides may be honest. Flags of England, Scotland and Wales, which are spelt in tags, are left
alone.

To mend it, delete the characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from unspoof._sarif import Finding, Level
from unspoof.check.rules._finding import finding, fixes
from unspoof.check.source import Source

LEVEL: Level = "error"


def find(source: Source) -> Iterator[Finding]:
    """One finding for each message."""
    for hidden in source.raw.hidden:
        # As a literal: the words are somebody else's, and must not pass for ours.
        message = f"hidden in {hidden.carrier}: {hidden.text!r}"
        span = (hidden.start, hidden.end)
        first = bisect_left(source.raw.edits, span[0], key=lambda edit: edit.start)
        last = bisect_left(source.raw.edits, span[1], key=lambda edit: edit.start)
        inside = source.raw.edits[first:last]
        mended = fixes(source, inside)
        yield finding(source, "hidden-message", LEVEL, span, message, mended)
