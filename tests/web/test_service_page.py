"""What docs/service.md shows of curl is what happens, and what it lists is what there is."""

import doctest
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from markdown import blocks
from serving import serving
from unspoof.cli._commands import unspoof

PAGE = Path(__file__).parent.parent.parent / "docs" / "service.md"
SHOWN = "http://127.0.0.1:8000"


def commands() -> list[tuple[str, str]]:
    code = "".join(block.code for block in blocks(PAGE) if block.language == "console")
    parts = re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]
    return [(line, told) for line, _, told in (part.partition("\n") for part in parts)]


def test_curl_is_answered_as_shown() -> None:
    with serving() as server:
        for line, expected in commands():
            assert line.startswith(f"curl -s {SHOWN}/")
            command = shlex.split(line.replace(SHOWN, server.url))
            got = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout
            checker = doctest.OutputChecker()
            assert checker.check_output(expected, got.decode() + "\n", doctest.ELLIPSIS), got


@pytest.mark.parametrize("option", re.findall(r"^\| `(--[a-z-]+)` ", PAGE.read_text(), re.M))
def test_every_option_listed_is_one(option: str) -> None:
    assert f"{option} " in CliRunner().invoke(unspoof, ["serve", "--help"]).output
