"""What a folder was begun with, so that a run is only resumed by one that asks for the same."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import unspoof
from unspoof.corpus._errors import CorpusError, told
from unspoof.corpus._inputs import Input
from unspoof.corpus._layout import OUTPUTS, RESULTS, Layout
from unspoof.corpus._options import Options
from unspoof.corpus._sink import said, write_json


def begin(layout: Layout, files: list[Input], options: Options, overwrite: bool) -> None:
    """Makes the folder ready; CorpusError where it holds something else than this run's work."""
    wanted = {
        "version": unspoof.__version__,
        "options": options.to_dict(),
        "inputs": [file.fingerprint() for file in files],
    }
    with said(layout.out):
        layout.out.mkdir(parents=True, exist_ok=True)
        there = _read(layout)
        if there is not None and there != wanted and not overwrite:
            raise CorpusError(
                f"{layout.out} was begun with {_difference(there, wanted)}: give --overwrite to"
                " start anew, or another folder"
            )
        if there is not None and overwrite:
            _clear(layout)
    layout.sweep()
    write_json(layout.manifest, wanted, indent=1)


@contextmanager
def locked(layout: Layout) -> Iterator[None]:
    """Holds the folder, so that no two runs write to it; the system lets go when we end."""
    _refuse_others(layout)
    try:
        import fcntl
    except ImportError:  # Windows: two runs would do the same work, to the same effect
        yield
        return
    with said(layout.lock):
        layout.state.mkdir(parents=True, exist_ok=True)
        handle = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CorpusError(f"another run is writing to {layout.out}") from error
        yield
    finally:
        os.close(handle)


def _refuse_others(layout: Layout) -> None:
    """CorpusError where there is something in the folder, and no run has made it."""
    if layout.out.is_dir() and not layout.state.is_dir() and any(layout.out.iterdir()):
        raise CorpusError(
            f"{layout.out} is not empty, and not the output of such a run: give another folder"
        )


def _read(layout: Layout) -> dict[str, Any] | None:
    try:
        manifest: dict[str, Any] = json.loads(layout.manifest.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise CorpusError(f"{layout.manifest} is damaged: {told(error)}") from error
    return manifest


def _difference(there: dict[str, Any], wanted: dict[str, Any]) -> str:
    """The first thing that is not as it was, in words."""
    if there["version"] != wanted["version"]:
        return f"version {there['version']}, and this is {wanted['version']}"
    for name, value in wanted["options"].items():
        if there["options"].get(name) != value:
            return f"{name} = {there['options'].get(name)!r}, and is asked for {value!r}"
    before = {one["url"]: one for one in there["inputs"]}
    for one in wanted["inputs"]:
        if one["url"] not in before:
            return f"other inputs: {one['url']} is new"
        if before[one["url"]] != one:
            return f"another {one['url']}: the file has changed since"
    now = {one["url"] for one in wanted["inputs"]}
    return f"more inputs: {next((url for url in before if url not in now), 'in another order')}"


def _clear(layout: Layout) -> None:
    """Removes what a run has made, and nothing else."""
    for made in OUTPUTS:
        shutil.rmtree(layout.out / made, ignore_errors=True)
    for name in RESULTS:
        (layout.out / name).unlink(missing_ok=True)
    for folder in layout.state.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
