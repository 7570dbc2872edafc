"""The description that the service gives of itself."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from unspoof import web

POSTS = ["/v1/read", "/v1/restore", "/v1/find", "/v1/report"]


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    described: dict[str, Any] = client.get("/openapi.json").json()
    return described


def test_it_is_openapi(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(described).validate()


def test_every_route_is_described(described: dict[str, Any]) -> None:
    assert sorted(described["paths"]) == sorted(
        [*POSTS, "/healthz", "/metrics", "/v1/families", "/v1/languages", "/v1/limits"]
    )
    ids = [one["operationId"] for path in described["paths"].values() for one in path.values()]
    assert len(set(ids)) == len(ids)


def test_every_error_is_problem_details(described: dict[str, Any]) -> None:
    for path, methods in described["paths"].items():
        for operation in methods.values():
            errors = {s: r for s, r in operation["responses"].items() if s >= "400"}
            expected = ["400", "408", "413", "415", "422", "500", "503"]
            assert sorted(errors) == (expected if path in POSTS else ["500"])
            for response in errors.values():
                assert response["content"] == {
                    "application/problem+json": {
                        "schema": {"$ref": "#/components/schemas/ProblemDetails"}
                    }
                }


def test_the_limits_are_those_of_the_service() -> None:
    app = web.create(web.Settings(characters=123, texts=4))
    schema = app.openapi()["components"]["schemas"]["ToRead"]["properties"]
    assert (schema["text"]["maxLength"], schema["texts"]["maxItems"]) == (123, 4)


def test_no_page_of_others_shows_it(client: TestClient) -> None:
    for path in ("/docs", "/redoc", "/docs/oauth2-redirect"):
        assert client.get(path).status_code == 404
