"""Metrics count what was done, and their labels hold nothing that was sent."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from unspoof import web

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(web.create(web.Settings(characters=100))) as client:
        yield client


def samples(client: TestClient) -> Samples:
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_texts_and_characters_are_counted(client: TestClient) -> None:
    client.post("/v1/read", json={"texts": ["Rɑмos ιs ιn tɑlкs", "plain", "😀"]})
    client.post("/v1/restore", json={"text": "𝓯𝓻𝓮𝓮 delivery"})
    client.post("/v1/restore", json={"text": "a" * 101})
    counted = samples(client)
    assert counted["unspoof_texts_read_total", ()] == 4
    assert counted["unspoof_texts_disguised_total", ()] == 2
    assert counted["unspoof_characters_read_total", ()] == 17 + 5 + 1 + 13


def test_requests_are_counted_by_route_and_status(client: TestClient) -> None:
    for _ in range(3):
        client.post("/v1/restore", json={"text": "a"})
    client.post("/v1/restore", json={})
    client.get("/secret")
    client.get("/v1/restore")
    counted = samples(client)
    by_status = {
        labels: value for (name, labels), value in counted.items()
        if name == "unspoof_requests_total"
    }  # fmt: skip
    assert by_status == {
        (("route", "/v1/restore"), ("status", "200")): 3,
        (("route", "/v1/restore"), ("status", "422")): 1,
        (("route", "/v1/restore"), ("status", "405")): 1,
        (("route", "other"), ("status", "404")): 1,
    }
    assert counted["unspoof_request_seconds_count", (("route", "/v1/restore"),)] == 5
    assert counted["unspoof_request_seconds_sum", (("route", "/v1/restore"),)] > 0
    assert counted["unspoof_requests_in_flight", ()] == 1
    assert "secret" not in client.get("/metrics").text


def test_openmetrics_where_it_is_asked_for(client: TestClient) -> None:
    answer = client.get("/metrics", headers={"accept": "application/openmetrics-text"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.text.endswith("# EOF\n")
