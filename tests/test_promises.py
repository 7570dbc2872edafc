"""Every promise of docs/promises.md names the tests that hold it, and they are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))
# The rows of a table below its head: what is promised, and what holds it.
PROMISES = [
    row.strip("|").rsplit(" | ", 1)
    for table in re.findall(r"^\| promise \| held by \|\n\|---\|---\|\n((?:\|.*\n)+)", PAGE, re.M)
    for row in table.splitlines()
]


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_named_is_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in there
    assert name.startswith("test_")


def test_every_promise_names_a_test() -> None:
    assert len(PROMISES) >= 15
    for promise, held_by in PROMISES:
        tests = held_by.strip().split(", ")
        assert all(re.fullmatch(r"`[\w/]+\.py::\w+`", test) for test in tests), promise
