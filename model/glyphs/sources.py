"""The pinned inputs of the build: where they lie, their versions, licences and hashes."""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from pathlib import Path

from model.digest import check, sha256

PINS = Path(__file__).parent / "pins" / "Cargo.toml"
CRATE, CRATE_VERSION = "unicode-security", "0.1.3"
_CHECKSUM = re.compile(rf'name = "{CRATE}"\nversion = .*\nsource = .*\nchecksum = "(\w+)"')
CRATE_LICENCE = "Unicode-3.0 (data), MIT OR Apache-2.0 (code)"
FONT_ROOT = Path("/usr/share/fonts")
# Debian's packages; only figures of how alike two glyphs are come from these fonts.
FONT_PACKAGES = {
    "fonts-dejavu-core": "Bitstream-Vera",
    "fonts-freefont-ttf": "GPL-3.0-or-later with the font exception",
    "fonts-noto-core": "OFL-1.1",
    "fonts-symbola": "free for any use",
    "fonts-unifont": "GPL-2.0-or-later with the font exception, OFL-1.1",
}


def crate_archive() -> Path:
    """The archive of the crate with Unicode's confusables, fetched by cargo where missing."""
    cache = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo")) / "registry" / "cache"
    name = f"*/{CRATE}-{CRATE_VERSION}.crate"
    if not any(cache.glob(name)):
        subprocess.run(["cargo", "fetch", "--locked", "--manifest-path", PINS], check=True)
    archive = sorted(cache.glob(name))[0]
    check(archive, *_CHECKSUM.findall(PINS.with_suffix(".lock").read_text(encoding="utf-8")))
    return archive


def crate_file(inner: str) -> str:
    """The text of one file inside the crate."""
    with tarfile.open(crate_archive()) as archive:
        file = archive.extractfile(f"{CRATE}-{CRATE_VERSION}/{inner}")
        assert file is not None
        return file.read().decode("utf-8")


def crates() -> dict[str, dict[str, str]]:
    """The crate's version, licence and hash."""
    given = {"version": CRATE_VERSION, "licence": CRATE_LICENCE}
    return {CRATE: given | {"sha256": sha256(crate_archive())}}


def font_packages() -> dict[str, dict[str, str]]:
    """Debian's version of each font package, and its licence."""
    query = ["dpkg-query", "-W", "-f", "${Package}\t${Version}\n", *FONT_PACKAGES]
    lines = subprocess.run(query, check=True, capture_output=True, text=True).stdout.splitlines()
    versions = dict(line.split("\t") for line in lines)
    return {
        name: {"version": versions[name], "licence": licence}
        for name, licence in FONT_PACKAGES.items()
    }
