"""Every answer tells a browser what it must not do with it."""

import pytest
from fastapi.testclient import TestClient

ASKED = [("GET", "/"), ("GET", "/healthz"), ("GET", "/nowhere"), ("PUT", "/v1/read")]


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_security_headers(client: TestClient, method: str, path: str) -> None:
    headers = client.request(method, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "access-control-allow-origin" not in headers
    assert headers["cache-control"] == ("no-cache" if path == "/" else "no-store")


def test_answers_that_are_no_pages_may_load_nothing(client: TestClient) -> None:
    policy = client.post("/v1/restore", json={"text": "a"}).headers["content-security-policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"


def test_a_request_keeps_the_id_that_a_proxy_gave_it(client: TestClient) -> None:
    given = client.get("/healthz", headers={"x-request-id": "a-1.B_2"})
    assert given.headers["x-request-id"] == "a-1.B_2"


@pytest.mark.parametrize("bad", ["", "two words", "x" * 65, 'quote"', "<b>"])
def test_what_is_no_id_is_replaced(client: TestClient, bad: str) -> None:
    ids = {
        client.get("/healthz", headers={"x-request-id": bad}).headers["x-request-id"]
        for _ in range(2)
    }
    assert len(ids) == 2
    assert all(len(one) == 32 for one in ids)
