"""A character that is not seen and has no work to do where it stands.

Two names that differ in nothing else are two names to a compiler and one to a reviewer, a check
that compares strings is passed by, and a search does not find the word. Zero-width characters,
fillers, tags, stray variation selectors and soft hyphens are such, and so is a letter with the
backspace that erases it.

In code every one counts that does nothing there. In comments, strings and prose those count that
no honest author puts there: what the reader would drop.

What has work to do is left alone: the joiners of Persian, Urdu, the Indic scripts and emoji, the
selectors of emoji and ideographs, the spaces of zero width in Thai, Khmer or Japanese, soft
hyphens where a word may break, the marks between text of two directions, and a byte order mark.

To mend it, delete the character, or write it as an escape (`"\\u200b"`) where a program needs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from unspoof import Edit
from unspoof._sarif import Finding, Level
from unspoof.check.rules._finding import finding, fixes, named
from unspoof.check.source import Source

LEVEL: Level = "warning"


def find(source: Source) -> Iterator[Finding]:
    """One finding for each line, from its first such character to its last."""
    hidden = {at for one in source.raw.hidden for at in range(one.start, one.end)}
    in_code = [Edit(at, at + 1, source.text[at], "", "invisible") for at in source.idle]
    in_text = [edit for edit in source.reading.edits if edit.family in ("invisible", "deletion")]
    edits = {edit.start: edit for edit in sorted([*in_code, *in_text]) if edit.start not in hidden}
    for line in source.by_line([(edit.start, edit.end) for edit in edits.values()]):
        span = (line[0][0], line[-1][1])
        chars = "".join(edits[start].original for start, _ in line)
        message = f"{named(chars)}: not seen, and of no use here"
        mended = fixes(source, (edits[at] for at, _ in line))
        yield finding(source, "invisible-character", LEVEL, span, message, mended)
