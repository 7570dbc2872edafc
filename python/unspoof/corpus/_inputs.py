"""The files that are meant: paths, folders, globs and fsspec URLs, each file once, in order."""

from __future__ import annotations

import glob
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from unspoof.corpus._errors import CorpusError, need, told

_KINDS = {
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".jsonl", ".ndjson", ".json"), "jsonl"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
    **dict.fromkeys((".warc", ".wet"), "warc"),
}
_COMPRESSED = {".gz": "gz", ".zst": "zst"}
_CHANGED = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created")


@dataclass(frozen=True)
class Input:
    """One file to be read."""

    url: str
    """As fsspec takes it; a path where it is a local one."""
    name: str
    """Of its outputs: a relative path without extensions, that of no other input."""
    kind: str
    compression: str | None
    size: int | None
    changed: str
    """What the file system says of its last change: an etag or a time."""

    def fingerprint(self) -> dict[str, Any]:
        """What tells whether the file is still the same."""
        return {"url": self.url, "size": self.size, "changed": self.changed}

    def open(self) -> BinaryIO:
        """Opened for reading; CorpusError where it is no longer the file that was listed."""
        system, path = _system(self.url)
        now = _fingerprint(system.info(path))
        if now != (self.size, self.changed):
            raise CorpusError(f"{self.url} has changed since the run began")
        stream: BinaryIO = system.open(path, "rb")
        return stream


def find(given: Iterable[str]) -> list[Input]:
    """The files that paths, folders, globs and URLs name, sorted by URL.

    Raises CorpusError where one names nothing, or a file whose kind its name does not tell.
    """
    found: dict[str, tuple[int | None, str]] = {}
    for one in given:
        system, path = _system(one)
        try:
            there = list(_expanded(system, path, one))
            for file in there:
                found[_url(system, file)] = _fingerprint(system.info(file))
        except OSError as error:
            raise CorpusError(f"cannot read {one}: {told(error)}") from error
    urls = sorted(found)
    names = _names(urls)
    return [Input(url, names[url], *_kind(url), *found[url]) for url in urls]


def _system(url: str) -> tuple[Any, str]:
    fsspec = need("fsspec")
    if "://" not in url:
        system = fsspec.filesystem("file")
        return system, system._strip_protocol(url)
    try:
        system, path = fsspec.core.url_to_fs(url)
    except (ValueError, ImportError) as error:
        raise CorpusError(f"cannot read {url}: {error}") from error
    return system, path


def _expanded(system: Any, path: str, given: str) -> Iterator[str]:
    if system.isfile(path):
        yield path
    elif system.isdir(path):
        files = [file for file in sorted(system.find(path)) if _is_known(file)]
        if not files:
            raise CorpusError(f"{given} holds no text, JSON Lines, Parquet or WARC file")
        yield from files
    elif glob.has_magic(path):
        files = [file for file in sorted(system.glob(path)) if system.isfile(file)]
        if not files:
            raise CorpusError(f"{given} matches no file")
        yield from files
    else:
        system.info(path)  # says why not
        yield path


def _url(system: Any, path: str) -> str:
    return path if _is_local(system) else str(system.unstrip_protocol(path))


def _is_local(system: Any) -> bool:
    return "file" in ((system.protocol,) if isinstance(system.protocol, str) else system.protocol)


def _fingerprint(info: dict[str, Any]) -> tuple[int | None, str]:
    changed = next((str(info[key]) for key in _CHANGED if info.get(key) is not None), "")
    return info.get("size"), changed


def _split(url: str) -> tuple[str, str, str]:
    """A URL without its extensions, its kind's extension and its compression's."""
    path = url.partition("?")[0] if "://" in url else url
    stem, last = posixpath.splitext(path)
    if last.lower() in _COMPRESSED:
        stem, kind = posixpath.splitext(stem)
        return stem, kind.lower(), last.lower()
    return stem, last.lower(), ""


def _is_known(url: str) -> bool:
    return _split(url)[1] in _KINDS


def _kind(url: str) -> tuple[str, str | None]:
    _, kind, compression = _split(url)
    if kind not in _KINDS or (compression and _KINDS[kind] == "parquet"):
        known = ", ".join(_KINDS)
        raise CorpusError(f"{url}: its name does not tell what it is; known are {known}, .gz, .zst")
    return _KINDS[kind], _COMPRESSED.get(compression)


def _names(urls: list[str]) -> dict[str, str]:
    """Names for the outputs: the paths below what all have in common, without extensions."""
    paths = {url: url.replace("://", "/", 1).lstrip("/") for url in urls}
    common = posixpath.commonpath([posixpath.dirname(path) for path in paths.values()] or [""])
    whole = {url: posixpath.relpath(path, common or ".") for url, path in paths.items()}
    short = {url: _split(name)[0] for url, name in whole.items()}
    times = Counter(short.values())
    return {url: short[url] if times[short[url]] == 1 else whole[url] for url in urls}
