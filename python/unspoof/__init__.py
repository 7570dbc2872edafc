"""Reads text in which characters were swapped, hidden or dressed up, as a person reads it.

>>> import unspoof
>>> unspoof.restore("plain")
'plain'
"""

from unspoof._core import (
    Edit,
    Hidden,
    Reader,
    Reading,
    Substitution,
    __version__,
    apply,
    read,
    restore,
)

__all__ = [
    "Edit",
    "Hidden",
    "Reader",
    "Reading",
    "Substitution",
    "__version__",
    "apply",
    "read",
    "restore",
]
