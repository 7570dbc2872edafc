"""The installed command, run as a person runs it."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

COMMAND = Path(sysconfig.get_path("scripts")) / "unspoof"


def run(
    *arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error", COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=300,
        check=False,
    )
