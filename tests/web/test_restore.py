"""`POST /v1/restore`: texts as they were meant, and whether that is something else."""

from fastapi.testclient import TestClient

from samples import DISGUISED, HONEST


def test_one_text(client: TestClient) -> None:
    answer = client.post("/v1/restore", json={"text": DISGUISED})
    assert answer.json() == {"text": HONEST, "obfuscated": True}
    assert client.post("/v1/restore", json={"text": HONEST}).json() == {
        "text": HONEST,
        "obfuscated": False,
    }


def test_several_texts(client: TestClient) -> None:
    answer = client.post("/v1/restore", json={"texts": [HONEST, DISGUISED]})
    assert answer.json() == {
        "texts": [
            {"text": HONEST, "obfuscated": False},
            {"text": HONEST, "obfuscated": True},
        ]
    }


def test_there_is_nothing_to_explain(client: TestClient) -> None:
    answer = client.post("/v1/restore", json={"text": "a", "explain": True})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/explain"
