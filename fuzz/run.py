"""Builds the fuzz targets, seeds them with the cases and runs them one after the other.

`python fuzz/run.py --seconds 600` gives each target ten minutes and prints a table; a target that
finds something goes on with another until its time is up. What was found is in
`fuzz/artifacts/TARGET/`, and `fuzz/corpus/TARGET/` is kept from run to run. Stable Rust will do:
the flags of `cargo fuzz` without a sanitizer, which the core, having no unsafe code, does not need.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "cases"
TARGETS = [path.stem for path in sorted((HERE / "fuzz_targets").glob("*.rs"))]

FLAGS = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
]

# Longer inputs are slower to read, and what they find is mostly found in shorter ones.
LONGEST = 600
# Seconds for one input; a thousand characters take a hundredth of one.
STALLED = 20
MEGABYTES = 2048
# A target that fails so often needs mending, not more time.
MOST_FINDINGS = 50


@dataclass
class Result:
    """What came of one target."""

    target: str
    executions: int = 0
    cpu: float = 0.0
    edges: int = 0
    inputs: int = 0
    findings: list[str] = field(default_factory=list)

    def row(self) -> str:
        """A row of the table."""
        found = ", ".join(f"`{name}`" for name in self.findings) or "none"
        return (
            f"| `{self.target}` | {self.executions:,} | {self.cpu:,.0f} "
            f"| {self.edges:,} | {self.inputs:,} | {found} |"
        )


def build() -> Path:
    """Builds all targets and returns the directory that they are in."""
    # Named, so that what cargo runs while it builds is not built with these flags.
    about = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True).stdout
    host = re.search(r"^host: (.+)$", about, re.MULTILINE)
    assert host, about
    command = ["cargo", "build", "--release", "--locked", "--quiet", "--bins", "--target", host[1]]
    env = {**os.environ, "RUSTFLAGS": " ".join(FLAGS)}
    subprocess.run([*command, "--manifest-path", HERE / "Cargo.toml"], check=True, env=env)
    return HERE / "target" / host[1] / "release"


def seed(folder: Path) -> None:
    """Writes the cases as inputs, one for each profile: a byte of choices, and then the text."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line.strip():
                continue
            text = json.loads(line)["input"].encode("utf-8", "surrogatepass")
            for choice in (0, 1):
                data = (bytes([choice]) + text)[:LONGEST]
                (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def run(program: Path, seeds: Path, seconds: float, log: Path) -> Result:
    """Runs one target until its time is up, over again where it finds something."""
    result = Result(program.name)
    corpus, artifacts = HERE / "corpus" / program.name, HERE / "artifacts" / program.name
    for folder in (corpus, artifacts):
        folder.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + seconds
    with log.open("a", encoding="utf-8") as out:
        while (left := round(end - time.monotonic())) > 0 and len(result.findings) < MOST_FINDINGS:
            before = set(artifacts.iterdir())
            command = [
                program,
                corpus,
                # A model is damaged by changes, which are no text.
                *([seeds] if program.name != "model" else []),
                f"-max_total_time={left}",
                f"-max_len={LONGEST}",
                f"-timeout={STALLED}",
                f"-rss_limit_mb={MEGABYTES}",
                f"-artifact_prefix={artifacts}/",
                # A busy machine makes many inputs slow.
                f"-report_slow_units={STALLED}",
                "-print_final_stats=1",
            ]
            run = subprocess.Popen(
                command, stdout=out, stderr=subprocess.PIPE, text=True, errors="replace"
            )
            said = ""
            assert run.stderr
            for line in run.stderr:
                out.write(line)
                said = (said + line)[-200_000:] if "REDUCE" not in line else said
            _, status, usage = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
            result.cpu += usage.ru_utime + usage.ru_stime
            result.executions += last(r"stat::number_of_executed_units:\s*(\d+)", said)
            result.edges = max(result.edges, last(r"cov: (\d+)", said))
            new = sorted(path.name for path in set(artifacts.iterdir()) - before)
            result.findings += new
            if run.returncode and not new:
                raise SystemExit(f"{program.name} ended with {run.returncode}; see {log}")
    result.inputs = sum(1 for _ in corpus.iterdir())
    return result


def last(pattern: str, text: str) -> int:
    """The last number that the pattern finds, or 0."""
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def main() -> None:
    """See the top of the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60, help="for each target (60)")
    parser.add_argument("--target", action="append", choices=TARGETS, help="this one only")
    parser.add_argument("--log", type=Path, default=HERE / "run.log")
    asked = parser.parse_args()
    programs = build()
    seeds = HERE / "corpus" / "seeds"
    seed(seeds)
    commit = ["git", "-C", HERE, "describe", "--always", "--dirty", "--abbrev=12"]
    print("commit", subprocess.run(commit, check=True, capture_output=True, text=True).stdout)
    print("| target | executions | CPU seconds | edges | inputs kept | findings |")
    print("|---|---:|---:|---:|---:|---|", flush=True)
    os.nice(19)
    os.environ.setdefault("UNSPOOF_FUZZ_TIME", "1")
    results = []
    for target in asked.target or TARGETS:
        results.append(run(programs / target, seeds, asked.seconds, asked.log))
        print(results[-1].row(), flush=True)
    total = Result("all", sum(r.executions for r in results), sum(r.cpu for r in results))
    print(f"| all | {total.executions:,} | {total.cpu:,.0f} | | | |")
    sys.exit(any(result.findings for result in results))


if __name__ == "__main__":
    main()
