"""Reads text in which characters were swapped, hidden or dressed up, as a person reads it.

>>> import unspoof
>>> unspoof.restore("plain")
'plain'
"""

from unspoof._core import (
    Edit,
    Hidden,
    Match,
    Needles,
    Obfuscated,
    Reader,
    Reading,
    Substitution,
    __version__,
    apply,
    censor,
    find,
    obfuscate,
    read,
    restore,
    skeleton,
)

__all__ = [
    "Edit",
    "Hidden",
    "Match",
    "Needles",
    "Obfuscated",
    "Reader",
    "Reading",
    "Substitution",
    "__version__",
    "apply",
    "censor",
    "find",
    "obfuscate",
    "read",
    "restore",
    "skeleton",
]
