"""A control of direction shows a line in another order than it is stored.

Compilers follow the stored order and reviewers the shown one. With a control in a comment or a
string, code can be made to look like a comment or a string, and the other way round. This is
"Trojan Source", CVE-2021-42574.

It is found where

- an embedding, override or isolate (U+202A to U+202E, U+2066 to U+2068) in a comment or a string
  is not ended there and in that line, so that it bears on the code after it (UTS #55; GCC calls
  it unpaired)
- such a control stands in the code itself
- in a comment, string or prose, letters are shown in another order than their script has, whether
  the control is ended or not

Honest text of two directions is left alone: isolates and embeddings that are ended, and the marks
U+200E, U+200F and U+061C, which turn nothing round. Prose may leave an embedding open, since its
line ends it, and so may a string of a catalogue or another data file (PO, JSON, YAML ...) that is
the last of its line.

To mend it, take the control out, end it before the comment or string ends (U+2069 for an isolate,
U+202C for the others), or write it as an escape (`"\\u2067"`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoof import Reader, apply
from unspoof._core import _unpaired
from unspoof._places import LINE_END
from unspoof._sarif import Finding, Level
from unspoof.check.rules._finding import finding, fixes, named
from unspoof.check.source import Source

LEVEL: Level = "error"
_WORD = re.compile(r"\w")
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
# Languages, as Pygments names them, that have no code which could be shown elsewhere.
_DATA = ("Gettext Catalog", "INI", "JSON", "Properties", "TOML", "XML", "YAML")
_READER = Reader()


def find(source: Source) -> Iterator[Finding]:
    """One finding for each line, from its first such control to its last."""
    if not _CONTROL.search(source.text):
        return
    turned = {edit.start: edit for edit in source.reading.edits if edit.family == "bidi"}
    why = dict.fromkeys(turned, "shows text in another order than it is stored")
    for atom in source.lexed.atoms:
        open_ = (atom.start + at for at in _unpaired(source.text[atom.start : atom.end]))
        reason = f"is not ended in its {atom.kind}"
        why.update((at, reason) for at in open_ if not _ends_with_its_line(source, at, atom.end))
    for start, code in source.code():
        why.update((start + one.start(), "stands in code") for one in _CONTROL.finditer(code))
    for line in source.by_line([(at, at + 1) for at in sorted(why)]):
        start, end = line[0][0], line[-1][1]
        reasons = " and ".join(dict.fromkeys(why[at] for at, _ in line))
        message = f"{named(source.text[at] for at, _ in line)}: {reasons}"
        shown = _shown(source.lines(source.region(start, end)))
        if shown:
            message += f"; the line is shown as {shown!r}"
        # A fix must not write the order in which code is shown: it would become another program.
        apart = [
            edit
            for edit in (turned[at] for at, _ in line if at in turned)
            if source.is_in_one(edit.start, edit.end)
        ]
        mended = fixes(source, apart)
        yield finding(source, "bidi-control", LEVEL, (start, end), message, mended)


def _ends_with_its_line(source: Source, at: int, end: int) -> bool:
    """Whether a control that a string up to `end` leaves open bears on nothing but data."""
    if source.lexed.language not in _DATA or source.text[at] in _OVERRIDES:
        return False
    ends = LINE_END.search(source.text, end)
    return not _WORD.search(source.text, end, ends.start() if ends else len(source.text))


def _shown(line: str) -> str:
    """What a reviewer sees, where it is something else than what is stored."""
    edits = [edit for edit in _READER.read(line).edits if edit.family == "bidi"]
    return _CONTROL.sub("", apply(line, edits)).strip() if edits else ""
