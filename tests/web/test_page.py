"""The page and its files: those, and nothing else of this machine."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from unspoof.web.routes.page import FOLDER

FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


def at(path: Path) -> str:
    return "/" if path.name == "index.html" else f"/{path.relative_to(FOLDER).as_posix()}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_served(client: TestClient, path: Path) -> None:
    answer = client.get(at(path))
    assert (answer.status_code, answer.content) == (200, path.read_bytes())
    assert client.head(at(path)).headers["content-length"] == str(path.stat().st_size)
    again = client.get(at(path), headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    for name in ("content-security-policy", "cache-control"):
        assert again.headers[name] == answer.headers[name]


def test_the_page_may_load_its_own_files_only(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )


@pytest.mark.parametrize("path", ["/../app.py", "/%2e%2e/app.py", "/..%2fapp.py", "//etc/passwd"])
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
