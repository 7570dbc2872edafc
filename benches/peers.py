"""The other readers: a small adapter for each, called in the way that reads most of the sets.

Where a peer offers a choice, `note` says what was chosen and what the others gave.
"""

from __future__ import annotations

import logging
import unicodedata
from functools import partial
from importlib import import_module

from readers import Read, Reader


def _disarm(function: str) -> Read:
    read: Read = getattr(import_module("disarm"), function)
    return read


def _decancer(**options: bool) -> Read:
    parse = import_module("decancer_py").parse
    return lambda text: str(parse(text, **options))


def _glyphguard() -> Read:
    sanitize = import_module("glyphguard").sanitize
    return lambda text: str(sanitize(text).text)


def _skeleton() -> Read:
    read: Read = import_module("glyphguard").skeleton
    return read


def _silverspeak() -> Read:
    logging.getLogger().setLevel(logging.ERROR)  # it warns on the root logger, line by line
    known = import_module("silverspeak.homoglyphs.hkb.kb").load_default_kb()
    normalize = import_module("silverspeak.homoglyphs.fast_normalize").fast_normalize
    return lambda text: str(normalize(text, known, 0.0, 0.0).text)


def _ftfy() -> Read:
    fix_text = import_module("ftfy").fix_text
    return lambda text: str(fix_text(text, normalization="NFKC"))


PEERS = (
    Reader(
        "disarm strip_obfuscation",
        "disarm",
        "disarm.strip_obfuscation",
        partial(_disarm, "strip_obfuscation"),
        "default digit_policy: the other two read less",
    ),
    Reader(
        "disarm canonicalize",
        "disarm",
        "disarm.canonicalize",
        partial(_disarm, "canonicalize"),
        "keeps accents: reads a little more than strip_obfuscation, and harms less",
    ),
    Reader(
        "decancer",
        "decancer-py",
        "str(decancer_py.parse(text, retain_capitalization=True))",
        partial(_decancer, retain_capitalization=True),
        "with its default, lower case, it reads less word for word and as much with case ignored",
    ),
    Reader(
        "decancer diacritics",
        "decancer-py",
        "str(decancer_py.parse(text, retain_capitalization=True, retain_diacritics=True))",
        partial(_decancer, retain_capitalization=True, retain_diacritics=True),
        "reads more than the above over all sets together, and less of the seed and of accents",
    ),
    Reader(
        "glyphguard",
        "glyphguard",
        "glyphguard.sanitize(text).text",
        _glyphguard,
        'profile "llm-input", its default: "display-name" and "strict" read no more and harm more',
    ),
    Reader(
        "silverspeak",
        "silverspeak",
        "fast_normalize(text, kb, 0.0, 0.0).text",
        _silverspeak,
        "its command line's settings; the graph loaded once, not at each call as by normalize_fast",
    ),
    Reader(
        "ftfy NFKC",
        "ftfy",
        'ftfy.fix_text(text, normalization="NFKC")',
        _ftfy,
        "its default, NFC, reads less",
    ),
    Reader(
        "NFKC",
        "",
        'unicodedata.normalize("NFKC", text)',
        lambda: partial(unicodedata.normalize, "NFKC"),
    ),
    Reader(
        "UTS 39 skeleton",
        "glyphguard",
        "glyphguard.skeleton",
        _skeleton,
        "Unicode's own, which compares names and is not for reading; as glyphguard implements it",
    ),
)
