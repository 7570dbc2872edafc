"""Make the environment that the benchmarks run in: the pinned peers, and unspoof itself.

python benches/environment.py                   # .venv-bench with the peers and this project
python benches/environment.py --peers-only      # the peers alone
python benches/environment.py --wheel FILE      # a wheel that is built already
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def python_of(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(folder: Path, *what: str) -> None:
    """Install with the environment's own pip."""
    subprocess.run([python_of(folder), "-m", "pip", "install", "--quiet", *what], check=True)


def main() -> int:
    """Create or bring up to date."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--venv", type=Path, default=HERE.parent / ".venv-bench", metavar="DIR")
    ask.add_argument("--wheel", type=Path, help="install this wheel of unspoof, not a fresh build")
    ask.add_argument("--peers-only", action="store_true", help="leave unspoof out")
    args = ask.parse_args()
    if sys.version_info < (3, 11):
        raise SystemExit("glyphguard and silverspeak need Python 3.11 or newer")
    if not python_of(args.venv).exists():
        venv.create(args.venv, with_pip=True)
        (args.venv / ".gitignore").write_text("*\n", encoding="utf-8")
    install(args.venv, "--requirement", str(HERE / "requirements.txt"))
    if not args.peers_only:
        # its dependencies are for its command line only
        install(args.venv, "--force-reinstall", "--no-deps", str(args.wheel or HERE.parent))
    print(f"{args.venv.name} is ready: run benches/record.py with its python")
    return 0


if __name__ == "__main__":
    sys.exit(main())
