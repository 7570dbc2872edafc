"""What a wheel and an sdist hold: `python supply_chain/contents.py dist/*`.

Fails where one holds a file that is not meant to be in it, or lacks one that is.
"""

from __future__ import annotations

import re
import sys
import tarfile
import zipfile
from pathlib import Path

SOURCES = r"unspoof/[\w/]+\.(py|pyi|html|html\.jinja|css|js|svg|json|txt)|unspoof/py\.typed"
# Patterns of whole paths, in the sdist without the folder that holds it all.
WHEEL = re.compile(
    rf"{SOURCES}|unspoof/_core\.[\w.-]+\.(so|pyd)|unspoof/_core\.pyd"
    r"|unspoof-[\w.]+\.dist-info/(METADATA|WHEEL|RECORD|entry_points\.txt|licenses/(LICENSE|NOTICE))"
)
SDIST = re.compile(
    rf"python/({SOURCES})|crates/(core|py)/([\w/]+\.rs|Cargo\.toml)|model/unspoof\.model"
    r"|PKG-INFO|LICENSE|NOTICE|README\.md|pyproject\.toml|Cargo\.(toml|lock)"
)
NEEDED = {
    ".whl": [r".*/licenses/LICENSE", r".*/licenses/NOTICE", r"unspoof/py\.typed", r".*_core\.pyi"],
    ".gz": ["LICENSE", "NOTICE", r"Cargo\.lock", r"model/unspoof\.model", r".*_core\.pyi"],
}


def names(archive: Path) -> list[str]:
    """The files in a wheel or an sdist."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return [one.filename for one in wheel.infolist() if not one.is_dir()]
    with tarfile.open(archive) as sdist:
        return [one.name.partition("/")[2] for one in sdist if one.isfile()]


def faults(archive: Path) -> list[str]:
    """A line for each file too many or missing."""
    pattern = WHEEL if archive.suffix == ".whl" else SDIST
    found = names(archive)
    return [f"{archive.name}: what is {name}?" for name in found if not pattern.fullmatch(name)] + [
        f"{archive.name}: no {needed}"
        for needed in NEEDED[archive.suffix]
        if not any(re.fullmatch(needed, name) for name in found)
    ]


def main() -> int:
    """Looks at each archive; 1 where one is not as it should be."""
    archives = [Path(argument) for argument in sys.argv[1:]]
    found = [line for archive in archives for line in faults(archive)]
    print("\n".join(found), end="\n" if found else "")
    for archive in archives:
        size = archive.stat().st_size / 1e6
        print(f"{archive.name}: {len(names(archive))} files, {size:.1f} MB")
    return int(bool(found) or not archives)


if __name__ == "__main__":
    sys.exit(main())
