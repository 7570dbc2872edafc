"""The hash by which inputs are pinned and the manifest names files."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(path: Path, *pinned: str) -> None:
    """Stop the build where a fetched file is none of the pinned ones."""
    if (found := sha256(path)) not in pinned:
        raise SystemExit(
            f"{path.name} is not read: its SHA-256 is {found}, pinned is {' or '.join(pinned)}"
        )
