"""`POST /v1/find`: matches as the package gives them, of one text or several."""

import json

import pytest
from fastapi.testclient import TestClient

import unspoof
from serving import JSON

TEXT = "A ƒгее gift, and frее dеlivery. FRЕЕ\u00a0 DELIVERY, fr33"


def test_one_text(client: TestClient) -> None:
    answer = client.post("/v1/find", json={"text": TEXT, "needles": ["free"]})
    matches = [one.to_dict() for one in unspoof.find(TEXT, ["free"])]
    assert answer.json() == {"matches": matches}
    assert [one["original"] for one in matches] == ["ƒгее", "frее"]
    assert [TEXT[one["start"] : one["end"]] for one in matches] == ["ƒгее", "frее"]


def test_several_texts(client: TestClient) -> None:
    texts = ["nothing", TEXT, ""]
    answer = client.post("/v1/find", json={"texts": texts, "needles": ["gift", "free"]})
    assert answer.json() == {
        "texts": [
            {"matches": [one.to_dict() for one in unspoof.find(text, ["gift", "free"])]}
            for text in texts
        ]
    }


def test_case_space_profile_and_languages_reach_the_reader(client: TestClient) -> None:
    how = {"ignore_case": True, "any_space": True}
    needles = ["free delivery", "free"]
    asked = {"text": TEXT, "needles": needles, "profile": "full", "languages": ["en"], **how}
    answer = client.post("/v1/find", json=asked)
    reader = unspoof.Reader("full", ["en"])
    matches = [one.to_dict() for one in reader.find(TEXT, needles, **how)]
    assert answer.json() == {"matches": matches}
    assert [one["original"] for one in matches] == [
        "ƒгее", "frее dеlivery", "FRЕЕ\u00a0 DELIVERY", "fr33"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("needles", "pointer", "code"),
    [
        (None, "#/needles", "missing"),
        ("free", "#/needles", "list_type"),
        ([], "#/needles", "too_short"),
        (["a", ""], "#/needles/1", "needle_length"),
        (["a" * 201], "#/needles/0", "needle_length"),
        ([3], "#/needles/0", "string_type"),
        (["a"] * 1001, "#/needles", "too_long"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_needles_that_are_none(
    client: TestClient, needles: object, pointer: str, code: str
) -> None:
    body = {"text": "a", **({} if needles is None else {"needles": needles})}
    answer = client.post("/v1/find", json=body)
    assert answer.status_code == 422
    error = answer.json()["errors"][0]
    assert (error["pointer"], error["code"]) == (pointer, code)


def test_a_lone_surrogate_is_found(client: TestClient) -> None:
    body = json.dumps({"text": "a \ud800 b", "needles": ["\ud800"]})
    (match,) = client.post("/v1/find", content=body, headers=JSON).json()["matches"]
    assert (match["start"], match["end"], match["needle"]) == (2, 3, "\ud800")
