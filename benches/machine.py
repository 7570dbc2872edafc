"""What the figures were measured on, and which state of the project."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

from evaluation import ROOT


def facts() -> dict[str, str | int | None]:
    """Processor, cores, operating system, and the versions of Python and Rust."""
    return {
        "cpu": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "rust": _said("rustc", "--version") or "none",
    }


def load() -> str:
    """How busy the machine was in the last minute, in cores."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def commit() -> str:
    """The commit measured, with "-dirty" where files under version control differ from it."""
    return _said("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*") or "none"


def _processor() -> str:
    listing = Path("/proc/cpuinfo")
    lines = listing.read_text(encoding="utf-8").splitlines() if listing.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "unknown"


def _said(*command: str) -> str:
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
