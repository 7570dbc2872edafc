"""What a run found, added up over its parts in their order, and so always alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from unspoof.corpus._layout import Layout
from unspoof.corpus._schemes import Clusters, Mapping
from unspoof.corpus._shards import Job
from unspoof.corpus._sink import Sink, write_json
from unspoof.corpus._statistics import Statistics

_PLACES = {"text": "line", "jsonl": "line", "parquet": "row", "warc": "record"}
"""What the number of an item in its file is called, from 1 on."""
_UTF8 = ("utf-8", "backslashreplace")
"""Half a pair, which UTF-8 cannot hold, comes out as JSON's own escape."""
_GLYPHS_TOLD = 50
_SCHEMES_TOLD = 50


@dataclass
class Summary:
    """The figures of a run, and where its files could not be read to their ends."""

    statistics: Statistics = field(default_factory=Statistics)
    files: int = 0
    broken: list[str] = field(default_factory=list)
    """Files with bytes that are wrong, and why; what could be read of them was."""
    unread: list[str] = field(default_factory=list)
    """Files that another run may read."""
    schemes: Clusters = field(default_factory=Clusters)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain values."""
        told = self.statistics.to_dict(_GLYPHS_TOLD)
        documents, disguised = told["documents"], told["disguised"]
        return {
            "files": self.files,
            **told,
            "share_disguised": disguised / documents if documents else 0.0,
            "schemes": len(self.schemes.found),
            "largest_schemes": [one.to_dict(5) for one in self.schemes.found[:_SCHEMES_TOLD]],
            "broken": self.broken,
            "unread": self.unread,
        }


def write(layout: Layout, jobs: list[Job], unread: list[str]) -> Summary:
    """Adds up the parts of these jobs, and writes the results of the run."""
    summary = Summary(unread=unread, files=len({job.file.url for job in jobs}))
    rejected = Sink(layout.out / "rejected.jsonl")
    try:
        for part in parts(layout, jobs):
            summary.statistics.merge(part.receipt["statistics"])
            if part.receipt["broken"]:
                summary.broken.append(f"{part.job.file.url}: {part.receipt['broken']}")
            for row in _rows(layout.rejected(part.name), part):
                rejected.write((json.dumps(row, ensure_ascii=False) + "\n").encode(*_UTF8))
            for row in _rows(layout.schemes(part.name), part):
                place = row[_PLACES[part.job.file.kind]]
                name = row["id"] or f"{row['file']}:{'?' if place is None else place}"
                mapping: Mapping = {(glyph, read): count for glyph, read, count in row["scheme"]}
                summary.schemes.add(name, mapping)
        rejected.commit()
    except BaseException:
        rejected.discard()
        raise
    summary.schemes.find()
    _write_schemes(layout, summary.schemes)
    write_json(layout.out / "summary.json", summary.to_dict(), indent=1)
    return summary


@dataclass
class _Done:
    """A part that is done, and how many items of its file come before it, where that is known."""

    job: Job
    name: str
    receipt: dict[str, Any]
    before: int | None


def parts(layout: Layout, jobs: list[Job]) -> Iterator[_Done]:
    """The parts that are done, in the order of their files and of their places in them."""
    url, before = "", None
    for job in jobs:
        if job.file.url != url:
            url, before = job.file.url, 0
        number = job.part or 0
        while (receipt := layout.done(job.name(number))) is not None:
            yield _Done(job, job.name(number), receipt, before)
            before = None if before is None else before + receipt["items"]
            if job.part is not None:
                break
            number += 1
        else:
            before = None


def _rows(path: Any, part: _Done) -> Iterator[dict[str, Any]]:
    """The lines that a part left, each with its file and its place there, which it did not know."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            in_part = row.pop("place")
            place = None if part.before is None else part.before + in_part
            yield {"file": part.job.file.url, _PLACES[part.job.file.kind]: place, **row}


def _write_schemes(layout: Layout, clusters: Clusters) -> None:
    sink = Sink(layout.out / "schemes.jsonl")
    try:
        for cluster in clusters.found:
            sink.write((json.dumps(cluster.to_dict(), ensure_ascii=False) + "\n").encode(*_UTF8))
        sink.commit()
    except BaseException:
        sink.discard()
        raise
