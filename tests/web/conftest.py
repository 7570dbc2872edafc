"""The application in this process, for what needs no socket."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from unspoof import web


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client of a service with the default limits."""
    with TestClient(web.create()) as client:
        yield client
