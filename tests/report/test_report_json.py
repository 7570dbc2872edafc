"""The JSON report: as its schema says, and enough to apply, check and quote it."""

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

import unspoof
from reports import DATE, NASTY, NASTY_NAME, made, named
from samples import DISGUISED, HONEST
from unspoof import _core, report
from unspoof._facts import facts


def schema() -> dict[str, Any]:
    path = resources.files("unspoof.report") / "schema.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def parsed(one: report.Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(report.render(one, "json"))
    check = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema(), format_checker=check).validate(found)
    return found


def objects(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        return [part, *(one for value in part.values() for one in objects(value))]
    return [one for value in part for one in objects(value)] if isinstance(part, list) else []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    for one in objects(schema()):
        if isinstance(one.get("properties"), dict):
            assert one["additionalProperties"] is False
            assert sorted(one["required"]) == sorted(one["properties"])
            for name, field in one["properties"].items():
                assert {"description", "const", "$ref"} & set(field), name


def test_the_schema_knows_the_families_of_the_reader() -> None:
    listed = [one["enum"] for one in objects(schema()) if "lookalike" in one.get("enum", ())]
    assert listed
    assert all(one == _core.families() for one in listed)


@pytest.mark.parametrize("text", ["", HONEST, DISGUISED, NASTY, "ɑ\ud800" * 20])
def test_reports_keep_to_the_schema(text: str) -> None:
    (document,) = parsed(named(NASTY_NAME, text))["documents"]
    assert document["name"] == NASTY_NAME
    assert document["original"] == text
    assert document["text"] == unspoof.Reader("full").restore(text)


def test_a_wrong_report_does_not() -> None:
    found = parsed(made(DISGUISED))
    found["documents"][0]["edits"][0]["family"] = "unheard-of"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(found)


def test_the_edits_give_the_text_and_say_where_they_stand() -> None:
    (document,) = parsed(made(DISGUISED))["documents"]
    fields = ("start", "end", "original", "restored")
    edits = [unspoof.Edit(*(one[field] for field in fields)) for one in document["edits"]]
    assert unspoof.apply(document["original"], edits) == document["text"] == HONEST
    lines = DISGUISED.splitlines()
    for one in document["edits"]:
        line = lines[one["line"] - 1]
        assert line[one["column"] - 1 : one["end_column"] - 1] == one["original"]
    first = document["edits"][0]
    assert (first["code_points"], first["name"]) == ("U+04BA", "CYRILLIC CAPITAL LETTER SHHA")
    assert first["reason"] == "looks like the letter in real fonts" or "→" not in first["reason"]


def test_counts_and_record_are_those_of_the_reading() -> None:
    one = made(DISGUISED)
    found = parsed(one)
    assert found["generated"] == DATE.isoformat() == "2026-11-28T09:30:00+00:00"
    assert (found["profile"], found["languages"]) == ("full", None)
    (document,) = found["documents"]
    counted = facts(one.documents[0].reading)
    assert document["families"] == counted.families
    assert [row["count"] for row in document["glyphs"]] == [row.count for row in counted.glyphs]
    assert document["scheme"]["throughout"] is True
    assert document["bytes"] == len(DISGUISED.encode())


def test_it_is_ascii() -> None:
    assert report.render(named(NASTY_NAME, NASTY), "json").isascii()
