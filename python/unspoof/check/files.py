"""Which files are looked at, and the text in them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

# Where git looks, and it calls a file binary that has a NUL there.
_HEAD = 8000
_BOM = "\ufeff"
# A repository may have come in an archive, with a configuration that names programs: git would run
# one to ask what has changed, and others to fetch objects that are not there.
_HARMLESS = ("-c", "core.fsmonitor=false", "-c", "protocol.allow=never")


class UnreadableError(Exception):
    """A file that cannot be looked at; the message says why."""


@dataclass(frozen=True)
class File:
    """A file to look at.

    `name` has forward slashes, and is relative where it is below the working directory. `is_named`
    says that it was asked for by name, and not found in a directory.
    """

    path: Path
    name: str
    is_named: bool


def files(paths: Iterable[str], exclude: Iterable[str] = ()) -> Iterator[File]:
    """Every file of these paths once, those of a directory in the order of their names.

    A directory inside a git repository gives what git tracks and what it does not ignore; one that
    it ignores, or outside of a repository, all that is in it but `.git`. Links in a directory are
    not followed. `exclude` leaves out what a pattern fits, named or not: a path, its last part, or
    one of the directories above. Raises UnreadableError where a path is not there, or git fails.
    """
    patterns = list(exclude)
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise UnreadableError(f"{given}: no such file or directory")
        is_named = not path.is_dir()
        for found in [path] if is_named else _inside(path):
            name = _name(found)
            if found.absolute() not in seen and not _is_excluded(name, patterns):
                seen.add(found.absolute())
                yield File(found, name, is_named)


def text(path: Path) -> str:
    """What is in a file, without a byte order mark; UnreadableError for what is no UTF-8."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("UTF-16, not UTF-8")
    if b"\0" in data[:_HEAD]:
        raise UnreadableError("binary")
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise UnreadableError(f"not UTF-8: byte 0x{byte:02x} at offset {error.start}") from error


def _inside(directory: Path) -> list[Path]:
    return _listed_by_git(directory) or _walked(directory)


def _listed_by_git(directory: Path) -> list[Path]:
    """What git has there; nothing where it has nothing, is not installed, or is not in use."""
    git = shutil.which("git")
    if git is None or not _is_in_repository(directory.resolve()):
        return []
    command = [git, *_HARMLESS, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=directory, capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise UnreadableError(f"{directory}: git cannot list its files: {said[0] if said else '?'}")
    names = {os.fsdecode(name) for name in done.stdout.split(b"\0") if name}
    return _sorted(directory / name for name in names)


def _is_in_repository(directory: Path) -> bool:
    return any((above / ".git").exists() for above in (directory, *directory.parents))


def _walked(directory: Path) -> list[Path]:
    found: list[Path] = []
    for root, directories, names in os.walk(directory, onerror=_raise):
        directories[:] = [name for name in directories if name != ".git"]
        found += (Path(root, name) for name in names)
    return _sorted(found)


def _sorted(paths: Iterable[Path]) -> list[Path]:
    files = (path for path in paths if path.is_file() and not path.is_symlink())
    return sorted(files, key=lambda path: path.as_posix())


def _raise(error: OSError) -> None:
    raise UnreadableError(f"{error.filename}: {error.strerror}") from error


def _name(path: Path) -> str:
    # Not resolved: what a link is called is what the user knows.
    absolute = Path(os.path.normpath(path.absolute()))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _is_excluded(name: str, patterns: list[str]) -> bool:
    parts = name.split("/")
    tried = [*parts, *("/".join(parts[:length]) for length in range(1, len(parts) + 1))]
    return any(fnmatchcase(one, pattern.rstrip("/")) for pattern in patterns for one in tried)
