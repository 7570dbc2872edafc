"""The load on the service is made of right questions: a short run of it finds no error."""

import json
import subprocess
import sys
from pathlib import Path

BENCHES = Path(__file__).parent.parent.parent / "benches"


def test_a_short_run_has_no_errors(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, BENCHES / "serve.py", "--seconds", "0.3", "--json", out],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(out.read_text(encoding="utf-8"))
    assert len(figures["rows"]) == 8
    assert done.stdout.count("\n| ") == len(figures["rows"]) + 2
    for row in figures["rows"]:
        assert row["errors"] == 0
        assert row["requests"] > 0
        assert 0 < row["p50_ms"] <= row["p99_ms"]
    assert figures["memory_mb"]["before"] > 10
