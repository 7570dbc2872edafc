"""Every error is problem details, says what to do, and repeats nothing of what was sent."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from serving import JSON
from unspoof import web

SECRET = "sеcrеt"


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["type"] == "about:blank"
    assert told["title"]
    assert told["detail"].endswith(".")
    assert SECRET not in answer.text
    return told


BAD_JSON = {
    "nothing but a brace": (b"{", "is not JSON"),
    "two values": (b'{"text": "a"} {}', "is not JSON"),
    "NaN": (b'{"text": NaN}', "NaN"),
    "a byte order mark": (b'\xef\xbb\xbf{"text": "a"}', "BOM"),
    "UTF-16": ('{"text": "a"}'.encode("utf-16-le"), "is not JSON"),
    "Latin-1": ('{"text": "é"}'.encode("latin-1"), "is not UTF-8: see byte 10"),
    "a surrogate in UTF-8": (b'{"text": "\xed\xa0\x80"}', "is not UTF-8: see byte 10"),
    "deep lists": (b"[" * 100_000, "nested too deeply"),
    "deep objects": (b'{"text":' * 100_000, "nested too deeply"),
    "a number of ten thousand digits": (b'{"text": ' + b"1" * 10_000 + b"}", "too long"),
}


@pytest.mark.parametrize(("body", "said"), BAD_JSON.values(), ids=BAD_JSON)
def test_what_is_no_json_is_400(client: TestClient, body: bytes, said: str) -> None:
    assert said in problem(client.post("/v1/read", content=body, headers=JSON), 400)["detail"]


INVALID: list[tuple[Any, str, str]] = [
    ({}, "#", "one_of"),
    ({"text": "a", "texts": []}, "#", "one_of"),
    ([SECRET], "#", "model_attributes_type"),
    (SECRET, "#", "model_attributes_type"),
    (None, "#", "model_attributes_type"),
    ({"text": None}, "#/text", "string_type"),
    ({"text": 3}, "#/text", "string_type"),
    ({"text": [SECRET]}, "#/text", "string_type"),
    ({"texts": SECRET}, "#/texts", "list_type"),
    ({"texts": ["a", "b", {SECRET: 1}]}, "#/texts/2", "string_type"),
    ({"text": "a", "profile": SECRET}, "#/profile", "literal_error"),
    ({"text": "a", "languages": []}, "#/languages", "too_short"),
    ({"text": "a", "languages": ["en", SECRET]}, "#/languages/1", "unknown_language"),
    ({"text": "a", "languages": ["\ud800"]}, "#/languages/0", "unknown_language"),
    ({"text": "a", "explain": "yes"}, "#/explain", "bool_type"),
    ({"text": "a", "explain": 0}, "#/explain", "bool_type"),
    ({"text": "a", "a/b~c": SECRET}, "#/a~1b~0c", "extra_forbidden"),
    ({"text": "a", **{str(number): 1 for number in range(70_000)}}, "#", "too_many_fields"),
]


@pytest.mark.parametrize(("body", "pointer", "code"), INVALID, ids=lambda value: str(value)[:40])
def test_what_is_not_asked_for_is_422(
    client: TestClient, body: Any, pointer: str, code: str
) -> None:
    answer = client.post("/v1/read", content=json.dumps(body), headers=JSON)
    error = problem(answer, 422)["errors"][0]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert error["detail"]


def test_an_empty_body_is_422(client: TestClient) -> None:
    error = problem(client.post("/v1/read", content=b"", headers=JSON), 422)["errors"][0]
    assert (error["pointer"], error["code"]) == ("#", "missing")


def test_not_every_error_of_a_body_is_listed(client: TestClient) -> None:
    body = {"text": "a", **{f"unknown{number}": 1 for number in range(30)}}
    assert len(problem(client.post("/v1/read", json=body), 422)["errors"]) == 20


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": ""},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "application/jsonp"},
        {"content-type": "application/json; charset=latin-1"},
        {**JSON, "content-encoding": "gzip"},
    ],
    ids=str,
)
def test_another_type_is_415(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/v1/read", content=b'{"text": "a"}', headers=headers)
    problem(answer, 415)
    assert "accept" in answer.headers or "accept-encoding" in answer.headers


@pytest.mark.parametrize(
    "type_",
    ["application/json", "Application/JSON", "application/json; charset=utf-8",
     'application/json;charset="UTF-8"'],
)  # fmt: skip
def test_json_by_any_spelling(client: TestClient, type_: str) -> None:
    answer = client.post("/v1/read", content=b'{"text": "a"}', headers={"content-type": type_})
    assert answer.status_code == 200


def test_paths_and_methods_that_there_are_not(client: TestClient) -> None:
    problem(client.get(f"/{SECRET}"), 404)
    problem(client.post("/v1/nothing", json={"text": SECRET}), 404)
    problem(client.get("/v1/read/"), 404)
    problem(client.get("/docs"), 404)
    answer = client.get("/v1/read")
    problem(answer, 405)
    assert answer.headers["allow"] == "POST"
    problem(client.delete("/healthz"), 405)


def test_a_fault_of_ours_is_500_and_says_nothing() -> None:
    app = web.create()

    @app.get("/fault")
    async def fault() -> None:
        raise ValueError(SECRET)

    with TestClient(app) as client:
        answer = client.get("/fault")
    problem(answer, 500)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-request-id"]
