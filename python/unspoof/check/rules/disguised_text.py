"""A comment, a string or prose is disguised.

Letters of other scripts stand for those that they look like, or words are in stylised alphabets
or under piled marks, so that a filter, a search or a comparison of strings does not see what a
person reads. It is found where `unspoof explain` would say that the text is disguised: the
comments and strings of a file are read as one text, and so is a file that is no source code.

A word counts that the reader would read so by itself too, as a name, and at least one of a file
must read as a known word: files have tables, formulas and tests of letters. Accents do not count,
since they are seen, nor do fullwidth letters.

Text in any language and script is left alone, with its foreign words, formulas, phonetics and
slips of the keyboard.

To mend it, write the words as they read. Examples that are meant to be disguised can be escaped,
or excused with `unspoof: ignore[disguised-text]`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from unspoof import Edit, apply
from unspoof._core import _read_names
from unspoof._sarif import Finding, Level
from unspoof.check.rules._finding import finding, fixes
from unspoof.check.source import Source

LEVEL: Level = "warning"
_FAMILIES = ("lookalike", "faux", "stylised", "combining")
# Two letters may be anything.
_LEAST = 3
# Words that a message tells; a line may have hundreds.
_TOLD = 3


def find(source: Source) -> Iterator[Finding]:
    """One finding for each line, from its first disguised word to its last."""
    words = {(word.start, word.end): word for word in _words(source)}
    for line in source.by_line(list(words)):
        inside = [words[span] for span in line]
        told = ", ".join(f"{word.text!r} reads {word.read!r}" for word in inside[:_TOLD])
        more = f" and {len(inside) - _TOLD} more words" if len(inside) > _TOLD else ""
        span = (line[0][0], line[-1][1])
        mended = fixes(source, (edit for word in inside for edit in word.edits))
        yield finding(source, "disguised-text", LEVEL, span, f"disguised: {told}{more}", mended)


@dataclass
class _Word:
    start: int
    end: int
    edits: list[Edit]
    text: str = ""

    @property
    def read(self) -> str:
        moved = [
            Edit(edit.start - self.start, edit.end - self.start, edit.original, edit.restored)
            for edit in self.edits
        ]
        return apply(self.text, moved)

    @property
    def is_of_letters(self) -> bool:
        plain = (edit for edit in self.edits if edit.family != "stylised")
        letters = all(_is_of_word(char) for edit in plain for char in edit.original)
        # With a raised or lowered digit it is notation.
        notation = any(unicodedata.category(char) == "No" for char in self.text)
        # Latin letters as wide as ideographs, as East Asia writes brands.
        odd = (char for edit in self.edits for char in edit.original)
        wide = all(unicodedata.east_asian_width(char) == "F" for char in odd)
        honest = notation or wide
        return letters and not honest and sum(map(str.isalpha, self.read)) >= _LEAST


def _words(source: Source) -> Iterator[_Word]:
    found: list[_Word] = []
    for edit in source.reading.edits:
        if edit.family in _FAMILIES:
            # By position: what touches the last word is of it.
            if not found or edit.start > found[-1].end:
                found.append(_Word(_start(source.text, edit.start), edit.end, []))
            word = found[-1]
            word.end = _end(source.text, max(edit.end, word.end))
            word.edits.append(edit)
    for word in found:
        word.text = source.text[word.start : word.end]
    words = [word for word in found if word.is_of_letters]
    listed = "\n".join(word.text for word in words)
    alone = _read_names(listed).split("\n")
    piled = [all(edit.family == "combining" for edit in word.edits) for word in words]
    # A file in which none of them is a known word has made-up ones: tables, tests of letters.
    if any(piled) or _read_names(listed, known=True) != listed:
        for word, read, is_piled in zip(words, alone, piled, strict=False):
            if is_piled or read != word.text:
                yield word


def _start(text: str, at: int) -> int:
    """Where the word begins that is before or at an offset."""
    while at > 0 and _is_of_word(text[at - 1]):
        at -= 1
    return at


def _end(text: str, at: int) -> int:
    """Where the word ends that goes on at an offset."""
    while at < len(text) and _is_of_word(text[at]):
        at += 1
    return at


def _is_of_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"
