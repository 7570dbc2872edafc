"""Characters put into words: glyph, code points, names."""

import unicodedata

_DOTTED_CIRCLE = "\u25cc"


def code_points(text: str) -> str:
    """`U+0251`, several joined by spaces."""
    return " ".join(f"U+{ord(char):04X}" for char in text)


def names(text: str) -> str:
    """Unicode's names, several joined by `+`; this interpreter may be older than a character."""
    return " + ".join(unicodedata.name(char, "(no name known)") for char in text)


def visible(text: str) -> str:
    """The glyph so that it is seen: marks on a circle, and nothing for what shows nothing."""
    shown = "".join(char for char in text if shows(char))
    return _DOTTED_CIRCLE + shown if shown[:1] and unicodedata.combining(shown[0]) else shown


def shows(char: str) -> bool:
    """Whether a character puts ink or a plain space on the page and leaves a terminal alone."""
    return char in " \n\t" or unicodedata.category(char) not in _UNSEEN


_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}
