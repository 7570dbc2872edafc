"""What inputs made to hurt the reader do to it: `python benches/adversaries.py --help`.

Writes record/DATE-adversaries.json with every figure and .md with the tables, to be compared with
another commit's. Honest text of the scored sets is measured where it is found; no text of theirs
is recorded.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import bombs
import evaluation
import evasion
import machine
import poison
import smuggling
import two_readings
import unspoof
from unspoof.guards._policy import EVERYTHING, Policy

PROFILES = ("careful", "full")
WORST = 12
"""Rows of the table of worst cases."""
PAGE = 3_000
"""Characters of honest text in a poisoned document of the scored sets, at least."""
SHORT, LONG = 20_000, 80_000
"""Code points of a bomb, short and long."""

Record = dict[str, Any]


def schemes(
    reader: unspoof.Reader, pages: dict[str, Iterable[str]]
) -> dict[str, list[dict[str, Any]]]:
    """For each share of poison a row for each scheme and page: characters, and the harmed."""
    lines = {name: list(page) for name, page in pages.items()}
    found: dict[str, list[dict[str, Any]]] = {}
    for share in poison.SHARES:
        rows = found[str(share)] = []
        for name, taught in poison.POISON.items() if share else [("none", ())]:
            for page, honest in lines.items():
                harm = poison.harm(reader, poison.mixed(honest, taught, share))
                rows.append(
                    {"poison": name, "page": page, "honest": harm.honest, "harmed": harm.harmed}
                )
    return found


def own_pages() -> dict[str, Iterable[str]]:
    """This project's honest lines, each page three times over, as a long text has more words."""
    return {name: lines * 3 for name, lines in poison.HONEST.items()}


def scored_pages(folder: Path) -> dict[str, Iterable[str]]:
    """One page of each language of the honest set."""
    pages: dict[str, list[str]] = {}
    with (folder / "clean" / "lingua.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            page = pages.setdefault(row["lang"], [])
            if sum(map(len, page)) < PAGE:
                page.append(row["input"])
    return dict(pages)


def in_all(found: dict[str, list[dict[str, Any]]]) -> dict[str, Record]:
    """By share: harmed characters per million, and the worst document's share of its own."""
    sums = {}
    for share, rows in found.items():
        honest, harmed = (sum(row[key] for row in rows) for key in ("honest", "harmed"))
        worst = max(rows, key=lambda row: row["harmed"] / row["honest"])
        sums[share] = {
            "documents": len(rows),
            "harmed documents": sum(row["harmed"] > 0 for row in rows),
            "honest": honest,
            "harmed": harmed,
            "per million": round(1e6 * harmed / honest, 1),
            "worst": round(worst["harmed"] / worst["honest"], 4),
            "worst document": f"{worst['page']}, {worst['poison']}",
        }
    return sums


def smuggled() -> list[Record]:
    """One row for each attack."""
    policy = Policy(0.5, EVERYTHING)
    rows = []
    for attack in smuggling.ATTACKS:
        result = smuggling.outcome(attack, policy.refuses)
        rows.append(
            {
                "attack": attack.name,
                "told": result.told,
                "read": result.read,
                "unseen left": result.left,
                "refused": result.refused,
                "stopped": smuggling.stopped(attack, result),
            }
        )
    return rows


def evaded() -> list[Record]:
    """One row for each way around: words read back, of all disguised, by profile."""
    ways = [(name, evasion.PLAIN, disguise) for name, disguise in evasion.EVASIONS.items()]
    ways += [(name, evasion.MISSPELT, disguise) for name, disguise in evasion.OF_MISSPELT.items()]
    rows = []
    for name, lines, disguise in ways:
        row: Record = {"way": name}
        for profile in PROFILES:
            reader = unspoof.Reader(profile=profile)
            row[profile], row["of"] = evasion.words_read(reader, lines, disguise)
        rows.append(row)
    return rows


def diluted() -> list[Record]:
    """Disguised words read back among so many honest ones."""
    reader = unspoof.Reader()
    return [
        {"disguised": count, "honest between": words}
        | dict(zip(("read", "of"), evasion.read_when_padded(reader, count, words), strict=True))
        for count in (1, 2, 8)
        for words in evasion.PADDED
    ]


def built() -> list[Record]:
    """One row for each word with two readings."""
    rows = []
    for one in two_readings.BUILT:
        read, score, confidence = two_readings.taken(one)
        if read == one.plausible[0]:
            verdict = "as meant"
        elif read in one.plausible:
            verdict = "the other reading"
        else:
            verdict = "left" if read == one.text else "partly"
        rows.append(
            {
                "text": one.text,
                "read": read,
                "verdict": verdict,
                "score": round(score, 2),
                "confidence": round(confidence, 2),
            }
        )
    return rows


def seconds(call: Callable[[], object], rounds: int = 2) -> float:
    """Of processor time, the lowest."""

    def once() -> float:
        start = time.process_time()
        call()
        return time.process_time() - start

    return min(once() for _ in range(rounds))


def exploded(profile: str) -> list[Record]:
    """One row for each bomb: microseconds per character, beside ordinary text, and growth."""
    reader = unspoof.Reader(profile=profile)  # type: ignore[arg-type]
    kinds = {"ordinary disguised text": bombs.ordinary} | bombs.BOMBS
    rows: list[Record] = []
    for name, make in kinds.items():
        short, long = make(SHORT), make(LONG)
        at = [seconds(lambda text=text: reader.read(text)) / len(text) for text in (short, long)]
        usual = rows[0]["us"] if rows else 1e6 * at[1]
        rows.append(
            {
                "bomb": name,
                "us": round(1e6 * at[1], 3),
                "times ordinary": round(1e6 * at[1] / usual, 2),
                "growth": round(at[1] / max(at[0], 1e-9), 2),
                "bytes": _memory(profile, name, len(long)),
            }
        )
    return rows


def _memory(profile: str, name: str, length: int) -> int:
    """Bytes by which reading a bomb raises a process's peak, for each code point of it."""
    done = subprocess.run(
        [sys.executable, __file__, "--peak", profile, name, str(length)],
        capture_output=True,
        text=True,
        check=True,
    )
    return round(int(done.stdout) / length)


def peak(profile: str, name: str, length: int) -> int:
    """What this process's peak grows by when it reads a bomb, in bytes; Linux only."""
    reader = unspoof.Reader(profile=profile)  # type: ignore[arg-type]
    reader.read(bombs.ordinary(200))  # the model is there
    text = ({"ordinary disguised text": bombs.ordinary} | bombs.BOMBS)[name](length)
    before = _most()
    reader.read(text)
    return _most() - before


def _most() -> int:
    # Not `ru_maxrss`, which a process takes over from the one that started it.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return 1024 * int(line.split()[1])


def measure(folder: Path) -> Record:
    """Everything."""
    record: Record = {
        "commit": machine.commit(),
        "machine": machine.facts(),
        "load": machine.load(),
        "poisoned": {},
    }
    pages = {"own text": own_pages()}
    if (folder / "clean").is_dir():
        pages["the honest set"] = scored_pages(folder)
    for name, page in pages.items():
        for profile in PROFILES if name == "own text" else ("careful",):
            found = schemes(unspoof.Reader(profile=profile), page)  # type: ignore[arg-type]
            rows = [row | {"share": share} for share, rows in found.items() for row in rows]
            worst = sorted(rows, key=lambda row: -row["harmed"] / row["honest"])
            record["poisoned"][f"{name}, {profile}"] = {
                "shares": in_all(found),
                "worst": [row for row in worst if row["harmed"]][:WORST],
            }
            print(f"poison: {name}, {profile}", file=sys.stderr, flush=True)
    record["smuggled"] = smuggled()
    record["built"] = built()
    record["evaded"] = evaded()
    record["diluted"] = diluted()
    record["exploded"] = {profile: exploded(profile) for profile in PROFILES}
    return record


def table(rows: list[Record]) -> Iterator[str]:
    """A table of what rows have in common."""
    heads = list(rows[0])
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(_cell(row[head]) for head in heads) + " |"
    yield ""


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    # Nothing unseen, and no sign that would end the cell.
    shown = "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in str(value))
    return shown.replace("|", "\\|")


def markdown(record: Record, name: str) -> Iterator[str]:
    """The record for a person."""
    yield f"# Adversaries: {name}"
    yield ""
    about = record["machine"]
    yield f"Commit `{record['commit']}`, {about['cpu']}, load {record['load']}, {about['python']}."
    yield "Made by `benches/adversaries.py`."
    yield ""
    for what, found in record["poisoned"].items():
        yield f"## Poisoned documents: {what}"
        yield ""
        yield from table([{"poison": share} | row for share, row in found["shares"].items()])
        if found["worst"]:
            yield "The worst:"
            yield ""
            yield from table(found["worst"])
    for what, title in (
        ("smuggled", "Instructions that are not seen"),
        ("built", "Words with two readings (careful)"),
        ("evaded", "Ways around: words read back"),
        ("diluted", "Disguised words among honest ones"),
    ):
        yield f"## {title}"
        yield ""
        yield from table(record[what])
    for profile, rows in record["exploded"].items():
        yield f"## Time and memory per character, {profile}"
        yield ""
        yield from table(rows)


def main() -> int:
    """Measure and write the record, or answer for one bomb."""
    ask = argparse.ArgumentParser(description=__doc__)
    evaluation.add_option(ask)
    ask.add_argument("--out", type=Path, metavar="FILE", help="FILE.json and FILE.md")
    ask.add_argument(
        "--peak", nargs=3, metavar=("PROFILE", "BOMB", "LENGTH"), help=argparse.SUPPRESS
    )
    args = ask.parse_args()
    if args.peak:
        profile, name, length = args.peak
        print(peak(profile, name, int(length)))
        return 0
    today = datetime.now(timezone.utc).date().isoformat()
    out = args.out or Path(__file__).parent / "record" / f"{today}-adversaries"
    record = measure(args.eval)
    text = "\n".join(markdown(record, out.name.removesuffix("-adversaries")))
    out.with_name(out.name + ".md").write_text(text.rstrip("\n") + "\n", "utf-8")
    data = json.dumps(record, indent=1, ensure_ascii=True) + "\n"
    out.with_name(out.name + ".json").write_text(data, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
