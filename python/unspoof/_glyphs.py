"""Characters put into words: glyph, code points, names."""

import unicodedata

_DOTTED_CIRCLE = "\u25cc"


def code_points(text: str) -> str:
    """`U+0251`, several joined by spaces."""
    return " ".join(f"U+{ord(char):04X}" for char in text)


def names(text: str) -> str:
    """Unicode's names, several joined by `+`; this interpreter may be older than a character."""
    return " + ".join(unicodedata.name(char, "") or _nameless(char) for char in text)


def _nameless(char: str) -> str:
    if unicodedata.category(char) == "Cc":  # only in NameAliases.txt do they have names
        return _CONTROLS.get(char, "(control)")
    return "(no name known)"


_CONTROLS = {"\x00": "NULL", "\x08": "BACKSPACE", "\x1b": "ESCAPE", "\x7f": "DELETE"}


def visible(text: str) -> str:
    """The glyph so that it is seen: marks on a circle, and nothing for what shows nothing."""
    shown = "".join(char for char in text if shows(char))
    return _DOTTED_CIRCLE + shown if shown[:1] and unicodedata.combining(shown[0]) else shown


def shows(char: str) -> bool:
    """Whether a character puts ink or a plain space on the page and leaves a terminal alone."""
    return char in " \n\t" or not (unicodedata.category(char) in _UNSEEN or char in _BLANK)


_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}
# Letters, marks and signs by their category, and blank all the same.
_BLANK = frozenset(
    [
        *"\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0",
        *map(chr, range(0x180B, 0x1810)),
        *map(chr, range(0xFE00, 0xFE10)),
        *map(chr, range(0xE0100, 0xE01F0)),
    ]
)
