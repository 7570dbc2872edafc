"""Requests made from the description, right and wrong ones, find no answer that is not in it."""

import subprocess
import sysconfig
from pathlib import Path

from serving import serving

SCHEMATHESIS = Path(sysconfig.get_path("scripts")) / "schemathesis"
SETTINGS = Path(__file__).parent / "schemathesis.toml"


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    with serving() as server:
        done = subprocess.run(
            [
                SCHEMATHESIS, "--config-file", SETTINGS, "run", f"{server.url}/openapi.json",
                "--checks", "all", "--max-examples", "30", "--generation-deterministic",
                "--continue-on-failure", "--no-color",
            ],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
            check=False,
        )  # fmt: skip
        assert server.stop() == 0
    told = done.stdout.decode()
    assert done.returncode == 0, told
    assert len(server.records("request")) > 200, told
    assert not server.records("failed"), told
