"""Measurements that need a process of their own: a script run anew, which prints JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FAILED = "failed"
PATIENCE = 60
"""Seconds after which a process is given up; all are meant to take half as much at most."""


def run(script: str, *arguments: str | Path, cores: int | None = None) -> Any:
    """What `benches/SCRIPT --child ARGUMENTS` prints, on so many cores; or why it failed."""
    try:
        done = subprocess.run(
            [sys.executable, HERE / script, "--child", *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
            preexec_fn=None if cores is None else lambda: bind(cores),
        )
    except subprocess.TimeoutExpired:
        return {FAILED: f"took longer than {PATIENCE} s"}
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return {FAILED: last[0]}
    return json.loads(done.stdout)


def bind(cores: int) -> None:
    """Keeps this process, and what it starts, on the first so many of its cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def cores() -> int:
    """How many cores there are for us; 1 where processes cannot be kept on fewer."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def memory(field: str) -> int | None:
    """Bytes of this process: `VmRSS` now, `VmHWM` at its most; None where Linux does not tell.

    Not getrusage: its maximum starts from that of the process that started this one.
    """
    status = Path("/proc/self/status")
    for line in status.read_text("utf-8").splitlines() if status.is_file() else []:
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) * 1024
    return None
