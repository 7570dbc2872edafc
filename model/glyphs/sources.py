"""The pinned inputs of the build: where they lie, their versions and their hashes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
from pathlib import Path

MANIFEST = Path(__file__).parent / "pins" / "Cargo.toml"
CRATE = "unicode-security-0.1.3"
FONT_ROOT = Path("/usr/share/fonts")
FONT_PACKAGES = (
    "fonts-dejavu-core",
    "fonts-dejavu-extra",
    "fonts-freefont-ttf",
    "fonts-noto-core",
    "fonts-noto-extra",
    "fonts-noto-mono",
    "fonts-symbola",
    "fonts-unifont",
)


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def crate_archive() -> Path:
    """The archive of the crate with Unicode's confusables, fetched by cargo where missing."""
    cache = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo")) / "registry" / "cache"
    name = f"*/{CRATE}.crate"
    if not any(cache.glob(name)):
        subprocess.run(["cargo", "fetch", "--locked", "--manifest-path", MANIFEST], check=True)
    return sorted(cache.glob(name))[0]


def crate_file(inner: str) -> str:
    """The text of one file inside the crate."""
    with tarfile.open(crate_archive()) as archive:
        file = archive.extractfile(f"{CRATE}/{inner}")
        assert file is not None
        return file.read().decode("utf-8")


def font_package_versions() -> dict[str, str]:
    """Debian's version of each font package."""
    query = ["dpkg-query", "-W", "-f", "${Package}\t${Version}\n", *FONT_PACKAGES]
    lines = subprocess.run(query, check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line.split("\t") for line in lines)
