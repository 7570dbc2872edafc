"""SARIF by its official schema, and what GitHub's code scanning asks for beyond it."""

import json

import jsonschema
import pytest

from sarif_schema import validate
from unspoof._sarif import Finding, Fix, Region, Related, Rule, Skipped, dumps, log

RULE = Rule("odd-sign", "warning", "A sign that is odd.", "# odd-sign\n\nIt is *odd*.")
REGION = Region(3, 5, 3, 6)
FULL = Finding(
    rule="odd-sign",
    level="error",
    message="U+200B ZERO WIDTH SPACE",
    path="мова/a file.py",
    region=REGION,
    snippet="ab\u202ecd",
    fixes=(Fix(REGION, ""),),
    related=(Related("other.py", Region(1, 1, 1, 2), "the other one"),),
    fingerprint="c129715d7a2bc9a3:1",
)
BARE = Finding("odd-sign", "note", "sheet 1, cell B2: odd", "/tmp/book.xlsx")


def test_the_log_is_valid() -> None:
    validate(log([FULL, BARE], [RULE], [Skipped("photo.png", "binary")]))
    validate(log([], [RULE]))


def test_the_schema_refuses_what_is_wrong() -> None:
    wrong = log([FULL], [RULE])
    wrong["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        validate(wrong)


def test_the_report_is_ascii_and_says_the_same() -> None:
    text = dumps([FULL], [RULE])
    assert text.isascii()
    assert json.loads(text) == log([FULL], [RULE])


def test_columns_are_code_points_and_paths_are_uris() -> None:
    run = log([FULL, BARE], [RULE])["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    first, second = (result["locations"][0]["physicalLocation"] for result in run["results"])
    assert first["artifactLocation"] == {
        "uri": "%D0%BC%D0%BE%D0%B2%D0%B0/a%20file.py",
        "uriBaseId": "%SRCROOT%",
    }
    assert first["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 6}
    assert second == {"artifactLocation": {"uri": "file:///tmp/book.xlsx"}}


def test_every_result_can_be_told_from_others_in_later_runs() -> None:
    results = log([FULL, BARE, BARE], [RULE])["runs"][0]["results"]
    prints = [result["partialFingerprints"] for result in results]
    assert prints[0] == {"primaryLocationLineHash": "c129715d7a2bc9a3:1"}
    assert prints[1] == prints[2] != {}


def test_a_finding_of_no_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        log([FULL], [])
