"""A file cut into code, names, comments, strings and prose, by Pygments.

Pygments is what rich colours code with, so that it is there wherever the command line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_for_filename, guess_lexer
from pygments.lexers.special import TextLexer
from pygments.token import Token
from pygments.util import ClassNotFound

Kind = Literal["code", "comment", "string", "prose"]


@dataclass(frozen=True)
class Part:
    """A piece of a file that is all of one kind; offsets count code points."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Lexed:
    """A file cut up.

    `language` is Pygments' name for it, or "" for prose. `parts` cover the file without gaps.
    `atoms` are its comments and strings as the language sees them: what a string has put into it
    (`f"{name}"`) belongs to it, as code that stands inside.
    """

    language: str
    parts: tuple[Part, ...]
    atoms: tuple[Part, ...]


def lexed(name: str, text: str) -> Lexed:
    """A file cut up by the language that its name, or a line `#!`, tells; else it is all prose."""
    lexer = _lexer(name, text)
    if lexer is None:
        return Lexed("", (Part(0, len(text), "prose"),), ())
    tokens = list(_tokens(lexer, text))
    return Lexed(lexer.name, tuple(_merged(tokens, len(text))), tuple(_atoms(tokens)))


def _lexer(name: str, text: str) -> Lexer | None:
    try:
        lexer = get_lexer_for_filename(name, text)
    except ClassNotFound:
        if not text.startswith("#!"):
            return None
        try:
            lexer = guess_lexer(text.split("\n", 1)[0])
        except ClassNotFound:
            return None
    return None if isinstance(lexer, TextLexer) else lexer


_MORE = re.compile(r"\w|[^\x00-\x7f\s]")
_Piece = tuple[Part, Any, str]


def _tokens(lexer: Lexer, text: str) -> Iterator[_Piece]:
    # Of the same length, so that offsets hold: lexers know no other end of a line than LF.
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    for start, token, value in lexer.get_tokens_unprocessed(plain):
        if value:
            yield Part(start, start + len(value), _kind(token, value)), token, value


def _kind(token: Any, value: str) -> Kind:
    if token in Token.Comment:
        preprocessor = token in Token.Comment.Preproc
        return "code" if preprocessor else "comment"
    if token in Token.Literal and token not in Token.Literal.Number:
        return "string"
    # In code it is nothing but white space. What has more is what a markup language marks up.
    is_text = token in Token.Text or token in Token.Generic or token in Token.Other
    return "prose" if is_text and _MORE.search(value) else "code"


def _merged(tokens: list[_Piece], length: int) -> Iterator[Part]:
    """The parts in order, those of one kind that touch as one."""
    for _, group in groupby(_covering(tokens, length), lambda part: part.kind):
        parts = list(group)
        yield Part(parts[0].start, parts[-1].end, parts[0].kind)


def _covering(tokens: list[_Piece], length: int) -> Iterator[Part]:
    """The tokens in order, and what no token has as code."""
    end = 0
    for part, _, _ in tokens:
        if part.start > end:
            yield Part(end, part.start, "code")
        if part.start >= end:
            yield part
            end = part.end
    if end < length:
        yield Part(end, length, "code")


def _atoms(tokens: list[_Piece]) -> Iterator[Part]:
    inside = 0
    atom: Part | None = None
    for part, token, value in tokens:
        touches = atom is not None and atom.end == part.start
        # What is put in: all between brackets, or a name alone (`"$name"`).
        put_in = inside > 0 or token in Token.Name
        if token in Token.Literal.String.Interpol:
            inside += sum(map(value.count, "({")) - sum(map(value.count, ")}"))
        if atom is not None and touches and (part.kind == atom.kind or put_in):
            atom = Part(atom.start, part.end, atom.kind)
            continue
        if atom is not None:
            yield atom
        inside = max(0, inside)
        atom = part if part.kind in ("comment", "string") else None
    if atom is not None:
        yield atom
