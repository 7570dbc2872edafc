"""`POST /v1/report`: the package's own reports, as files."""

import json
import re

import pytest
from fastapi.testclient import TestClient

import unspoof
from samples import DISGUISED
from serving import JSON
from unspoof._accepted import accepted
from unspoof._verdict import verdict

TYPES = {
    "html": ("text/html; charset=utf-8", "report.html"),
    "json": ("application/json", "report.json"),
    "markdown": ("text/markdown; charset=utf-8", "report.md"),
    "sarif": ("application/sarif+json", "report.sarif"),
}


def ask(client: TestClient, **body: object) -> str:
    answer = client.post("/v1/report", content=json.dumps(body), headers=JSON)
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize("format_", TYPES)
def test_every_format_is_a_file_of_its_type(client: TestClient, format_: str) -> None:
    body = {"text": DISGUISED, "name": "letter.txt", "format": format_}
    answer = client.post("/v1/report", json=body)
    type_, name = TYPES[format_]
    assert answer.status_code == 200
    assert answer.headers["content-type"] == type_
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert "letter.txt" in answer.text
    if format_ in ("html", "markdown"):
        assert verdict(unspoof.read(DISGUISED)) in answer.text


def test_html_is_the_default_and_runs_nothing(client: TestClient) -> None:
    page = ask(client, text=DISGUISED)
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert not re.search(r"""(src|href)=["']?https?:""", page)


def test_what_a_person_rejected_is_left_out(client: TestClient) -> None:
    reading = unspoof.read(DISGUISED)
    rejected = [index for index, edit in enumerate(reading.edits) if edit.original == "ɑ"]
    page = ask(client, text=DISGUISED, rejected=rejected)
    assert verdict(accepted(reading, rejected)) in page
    assert verdict(reading) not in page
    assert "LATIN SMALL LETTER ALPHA" not in page
    everything = ask(client, text=DISGUISED, rejected=list(range(len(reading.edits))))
    assert "Nothing is disguised." in everything


def test_the_profile_is_said(client: TestClient) -> None:
    told = json.loads(ask(client, text="Get y0ur fr33 m0n3y", format="json", profile="full"))
    assert "full" in json.dumps(told)


def test_every_code_point_can_be_reported(client: TestClient) -> None:
    for format_ in TYPES:
        assert ask(client, text="\0\ud800 Rɑмos ιs ιn tɑlкs <b>", format=format_)


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "#/text", "missing"),
        ({"text": "a", "name": ""}, "#/name", "string_too_short"),
        ({"text": "a", "name": "n" * 256}, "#/name", "string_too_long"),
        ({"text": "a", "name": "\ud800"}, "#/name", "string_unicode"),
        ({"text": "a", "format": "pdf"}, "#/format", "literal_error"),
        ({"text": "a", "rejected": [0]}, "#/rejected", "no_such_edit"),
        ({"text": "a", "rejected": [-1]}, "#/rejected", "no_such_edit"),
        ({"text": "a", "rejected": ["0"]}, "#/rejected/0", "int_type"),
        ({"text": "a", "rejected": [True]}, "#/rejected/0", "int_type"),
        ({"text": "a", "rejected": [0.5]}, "#/rejected/0", "int_type"),
        ({"text": "Rɑмos ιs ιn tɑlкs " * 800, "format": "sarif"}, "#/text", "too_many_edits"),
        ({"text": "a" * 50_001}, "#/text", "too_long"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_be_reported(
    client: TestClient, body: dict[str, object], pointer: str, code: str
) -> None:
    answer = client.post("/v1/report", content=json.dumps(body), headers=JSON)
    assert answer.status_code == 422
    error = answer.json()["errors"][0]
    assert (error["pointer"], error["code"]) == (pointer, code)
