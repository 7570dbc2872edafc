"""What a record of benches/scale.py says, as Markdown, and what a cluster would take by it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

from speed_tables import megabytes, number
from tables import markdown

NAMES = {
    "bare": "`restore_arrow`, texts in memory",
    "copy": "Parquet in and out, nothing restored",
    "loop": "`restore_arrow` in a loop, Parquet in and out",
    "local": "`unspoof corpus`, local processes",
    "ray": "`unspoof corpus --engine ray`",
    "spark": "`unspoof corpus --engine spark`",
}
SIZE = 100e12
"""Bytes of text of the corpus on paper."""
MACHINES, CORES = 100, 32
PRICE = 0.05
"""Dollars for an hour of one core, as in benches/costs.py."""

Record = dict[str, Any]
Run = dict[str, Any]


def write(record: Record, folder: Path, date: str) -> Path:
    """Writes DATE-scale.json and .md, or DATE-scale-2 and so on; the path without a suffix."""
    names = (f"{date}-scale{end}" for end in itertools.chain([""], map("-{}".format, range(2, 99))))
    path = next(folder / name for name in names if not (folder / f"{name}.json").exists())
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    path.with_suffix(".json").write_text(text, encoding="utf-8")
    path.with_suffix(".md").write_text(page(record, path.name), encoding="utf-8")
    return path


def page(record: Record, name: str) -> str:
    """All of a record."""
    return (
        f"# {name}\n\n{measured(record, name)}\n\n{runs(record)}\n{scaling(record)}\n\n"
        f"## {SIZE / 1e12:g} TB on {MACHINES} machines, on paper\n\n"
        f"```\n{arithmetic(record)}\n```\n\n{engines(record)}"
    )


def measured(record: Record, name: str) -> str:
    """What was read, and on what machine."""
    facts = ", ".join(f"{key} {value}" for key, value in record["machine"].items())
    corpus = record["corpus"]
    text, packed = (megabytes(corpus[key]) for key in ("bytes", "compressed"))
    bare = _run(record, "bare", _all(record)["workers"])
    return (
        f"Record `{name}`, run {record['run']}, commit `{record['commit']}`, load"
        f" {record['load']}: {facts}.\n\n"
        f"{corpus['documents']:,} documents in {corpus['languages']} languages ({text} MB of text,"
        f" {packed} MB as Parquet), of which {corpus['disguised']:,} disguised by the simulator"
        f" ({corpus['share']:.2%} asked for). {_all(record)['read as disguised']:,} were read as"
        f" disguised: {bare['disguised, read']:,} of those, and"
        f" {bare['honest, read as disguised']:,} honest ones. The documents are made of"
        f" {corpus['lines']:,} lines of the web; {corpus['faulty']:,} others were left out, which"
        " have words of two alphabets, or which the reader changes by themselves: in most, somebody"
        " had typed look-alikes already, and each would come in many documents."
    )


def runs(record: Record) -> str:
    """A row for each run."""
    rows = []
    for one in record["runs"]:
        rows.append(
            [
                NAMES[one["engine"]],
                str(one["workers"]),
                megabytes(one["bytes"]),
                number(one["seconds"]),
                number(one["mb_s"]),
                _two(share(record, one, "bare")),
                _two(share(record, one, "loop")),
                megabytes(one["memory"]) if "memory" in one else "",
            ]
        )
    heads = ["run", "workers", "MB", "seconds", "MB/s", "of the bare function", "of the loop"]
    return markdown([*heads, "peak memory, MB"], rows)


def share(record: Record, run: Run, yardstick: str) -> float | None:
    """A run's throughput as a share of a yardstick's, on the same texts and threads."""
    if run["engine"] in ("bare", "copy", yardstick):
        return None
    other = _run(record, yardstick, run["workers"])
    if other is None or other["bytes"] != run["bytes"]:
        return None
    return float(run["mb_s"] / other["mb_s"])


def _two(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def scaling(record: Record) -> str:
    """How many times as fast all workers are as one, and what bounds them."""
    one, most = _run(record, "local", 1), _all(record)
    if one is None or one is most:
        return "Only one core: nothing to scale to."
    times = most["mb_s"] / one["mb_s"]
    told = f"{most['workers']} workers are {times:.2f} times as fast as one."
    bare, copy = (_run(record, engine, 1) for engine in ("bare", "copy"))
    if bare is None or copy is None:
        return told
    most_of = bare["seconds"] / (bare["seconds"] + copy["seconds"])
    return (
        f"{told} What decodes and encodes Parquet on the core that restores gets to"
        f" {most_of:.2f} of the bare function at the most."
    )


def arithmetic(record: Record) -> str:
    """What the machines would take, with the figures of the record put in."""
    most, corpus = _all(record), record["corpus"]
    each = most["mb_s"] / most["workers"]
    hours = SIZE / (each * 1e6) / 3600
    packed = corpus["compressed"] / corpus["bytes"]
    return "\n".join(
        (
            f"one core          = {number(most['mb_s'])} MB/s / {most['workers']} workers"
            f" = {number(each)} MB/s of text",
            f"core-hours        = 10¹⁴ bytes / ({number(each)} × 10⁶ × 3600) = {number(hours)}",
            f"hours             = {number(hours)} / ({MACHINES} machines × {CORES} cores)"
            f" = {number(hours / MACHINES / CORES)}",
            f"dollars           = {number(hours)} × {PRICE} = {number(hours * PRICE)}",
            f"disk of a machine = {CORES} cores × {number(each)} MB/s × {packed:.2f} as Parquet"
            f" × 2, read and written = {number(CORES * each * packed * 2)} MB/s",
        )
    )


def engines(record: Record) -> str:
    """The same for each engine."""
    rows = []
    for engine in ("local", "ray", "spark"):
        one = _run(record, engine, _all(record)["workers"])
        if one is not None:
            hours = SIZE / (one["mb_s"] * 1e6 / one["workers"]) / 3600
            cells = [hours, hours / MACHINES / CORES, hours * PRICE]
            rows.append([NAMES[engine], *map(number, cells)])
    heads = ["engine", "core-hours", f"hours on {MACHINES} machines of {CORES} cores", "dollars"]
    return markdown(heads, rows)


def _all(record: Record) -> Run:
    """The local run with the most workers."""
    local = [one for one in record["runs"] if one["engine"] == "local"]
    return max(local, key=lambda one: int(one["workers"]))


def _run(record: Record, engine: str, workers: int) -> Run | None:
    there = (one for one in record["runs"] if (one["engine"], one["workers"]) == (engine, workers))
    return next(there, None)
