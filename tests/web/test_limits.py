"""What one request may ask: bytes, texts, characters."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from serving import JSON
from unspoof import web

LIMITS = web.Settings(characters=100, texts=3, body=2_000)


@pytest.fixture(scope="module")
def small() -> TestClient:
    return TestClient(web.create(LIMITS))


def test_texts_as_long_as_they_may_be(small: TestClient) -> None:
    for text in ("a" * 100, "ɑ" * 100, "\U0001d4ea" * 100):
        for ensure_ascii in (True, False):
            body = json.dumps({"text": text}, ensure_ascii=ensure_ascii)
            assert small.post("/v1/read", content=body, headers=JSON).status_code == 200
    assert small.post("/v1/read", json={"texts": ["a" * 33] * 3}).status_code == 200


@pytest.mark.parametrize("path", ["/v1/read", "/v1/restore", "/v1/find"])
def test_too_long_and_too_many(small: TestClient, path: str) -> None:
    over: list[tuple[dict[str, Any], str, str]] = [
        ({"text": "a" * 101}, "#/text", "too_long"),
        ({"texts": ["a" * 50, "b" * 51]}, "#/texts", "too_long"),
        ({"texts": ["", "", "", ""]}, "#/texts", "too_many"),
    ]
    for body, pointer, code in over:
        more = {"needles": ["a"]} if path == "/v1/find" else {}
        answer = small.post(path, json={**body, **more})
        assert answer.status_code == 422
        (error,) = answer.json()["errors"]
        assert (error["pointer"], error["code"]) == (pointer, code)


def test_a_body_too_long_is_refused_by_its_length(small: TestClient) -> None:
    answer = small.post("/v1/read", content=b" " * 2_001, headers=JSON)
    assert (answer.status_code, answer.json()["title"]) == (413, "Content Too Large")


def test_and_by_what_comes_where_no_length_is_given(small: TestClient) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(30):
            sent += 100
            yield b" " * 100

    answer = small.post("/v1/read", content=chunks(), headers=JSON)
    assert answer.status_code == 413
    assert sent > 2_000


def test_the_bodies_on_their_way_in_are_bounded_together() -> None:
    with TestClient(web.create(web.Settings(arriving=1_000))) as client:
        answer = client.post("/v1/read", content=b" " * 1_001, headers=JSON)
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "1"
        # What was let go of is not counted any more.
        for _ in range(3):
            assert client.post("/v1/read", json={"text": "a" * 800}).status_code == 200
