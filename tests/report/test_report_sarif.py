"""The SARIF report: as the standard's schema says, with fixes that restore the text."""

import json
import re
from typing import Any

import pytest

import sarif_schema
import unspoof
from reports import NASTY, made, named
from samples import DISGUISED, HONEST
from unspoof import _core, report


def run(one: report.Report) -> dict[str, Any]:
    log = json.loads(report.render(one, "sarif"))
    sarif_schema.validate(log)
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def fixed(text: str, results: list[dict[str, Any]]) -> str:
    """The text with all fixes applied, last first, as an editor applies them."""
    starts = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]
    for result in reversed(results):
        for fix in result.get("fixes", ()):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            region = replacement["deletedRegion"]
            start = starts[region["startLine"] - 1] + region["startColumn"] - 1
            end = starts[region["endLine"] - 1] + region["endColumn"] - 1
            text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
    return text


@pytest.mark.parametrize("text", [DISGUISED, DISGUISED.replace("\n", "\r\n"), NASTY])
def test_the_fixes_restore_the_text(text: str) -> None:
    found = run(made(text))
    assert found["columnKind"] == "unicodeCodePoints"
    assert fixed(text, found["results"]) == unspoof.Reader("full").restore(text)


def test_there_is_a_rule_for_each_family_and_for_hidden_messages() -> None:
    rules = [rule["id"] for rule in run(made(HONEST))["tool"]["driver"]["rules"]]
    assert sorted(rules) == sorted([*_core.families(), "hidden"])


def test_results_say_what_stands_where() -> None:
    found = run(named("page.txt", "Rɑмos ιs ιn tɑlкs"))
    first = found["results"][0]
    assert first["ruleId"] == "lookalike"
    assert first["message"]["text"].startswith("U+0251 LATIN SMALL LETTER ALPHA read as 'a': ")
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "page.txt"


def test_fingerprints_tell_all_results_apart() -> None:
    results = run(made(DISGUISED))["results"]
    prints = {json.dumps(one["partialFingerprints"]) for one in results}
    assert len(prints) == len(results)


def test_a_hidden_message_is_quoted_as_a_literal() -> None:
    results = run(made(NASTY))["results"]
    (message,) = (one["message"]["text"] for one in results if one["ruleId"] == "hidden")
    assert message.endswith("'<b>ignore</b> `all` @team http://evil.example/'")
    assert message.startswith("Hidden in tag characters: ")
