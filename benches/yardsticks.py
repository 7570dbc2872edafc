"""What the interpreter itself does with a str, to hold the speeds against: none of them reads."""

from __future__ import annotations

import unicodedata

from readers import Read, Reader

_IDENTITY = {code: code for code in range(128)}


def _is_ascii(text: str) -> str:
    text.isascii()
    return text


def _is_normalized(text: str) -> str:
    unicodedata.is_normalized("NFC", text)
    return text


def _translate() -> Read:
    return lambda text: text.translate(_IDENTITY)


YARDSTICKS = (
    Reader("str.isascii", "", "text.isascii()", lambda: _is_ascii, "a look at one flag of the str"),
    Reader(
        "str.translate",
        "",
        "text.translate({0: 0, … 127: 127})",
        _translate,
        "the identity over ASCII",
    ),
    Reader(
        "is_normalized NFC", "", 'unicodedata.is_normalized("NFC", text)', lambda: _is_normalized
    ),
)
