"""unspoof's own readers, one for each profile."""

from __future__ import annotations

from importlib import import_module

from readers import Read, Reader

CAREFUL = "unspoof"
FULL = "unspoof full"
NAMES = (CAREFUL, FULL)


def _careful() -> Read:
    read: Read = import_module("unspoof").restore
    return read


def _full() -> Read:
    read: Read = import_module("unspoof").Reader(profile="full").restore
    return read


OURS = (
    Reader(CAREFUL, "unspoof", "unspoof.restore", _careful, "the default profile, careful"),
    Reader(FULL, "unspoof", 'unspoof.Reader(profile="full").restore', _full),
)
