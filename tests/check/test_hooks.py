"""The hook for pre-commit, and the page on `check`."""

import re
from pathlib import Path

import pytest

from unspoof.check import RULES, CheckRule

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")


def test_the_hook_is_one_that_pre_commit_takes() -> None:
    # Its own loader: the validator of the command prints, and gives but a number.
    from pre_commit.clientlib import load_manifest

    (hook,) = load_manifest(ROOT / ".pre-commit-hooks.yaml")
    assert hook["id"] == "unspoof-check"
    assert hook["entry"].split() == ["unspoof", "check"]
    assert f"- id: {hook['id']}" in PAGE


@pytest.mark.parametrize("asked", RULES, ids=lambda asked: asked.rule.id)
def test_the_page_has_what_the_rule_says_of_itself(asked: CheckRule) -> None:
    assert "##" + asked.rule.help in PAGE


@pytest.mark.parametrize("asked", RULES, ids=lambda asked: asked.rule.id)
def test_a_rule_says_in_its_first_sentence_what_it_finds(asked: CheckRule) -> None:
    assert re.fullmatch(r"[A-Z][^\n]{20,98}\.", asked.rule.summary)
    assert f"# {asked.rule.id}\n\n{asked.rule.summary}\n" in asked.rule.help
    # What GitHub shows at most.
    assert len(asked.rule.summary) <= 1024
