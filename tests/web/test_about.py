"""What the service says of itself."""

from fastapi.testclient import TestClient

import unspoof
from unspoof import _core
from unspoof._examples import EXAMPLES


def test_every_family_is_described(client: TestClient) -> None:
    families = client.get("/v1/families").json()["families"]
    assert [one["name"] for one in families] == _core.families()
    assert all(one["description"].endswith(".") for one in families)


def test_the_example_of_each_family_is_read_so_under_its_profile() -> None:
    assert list(EXAMPLES) == _core.families()
    for name, one in EXAMPLES.items():
        reading = unspoof.Reader(one.profile).read(one.disguised)
        assert reading.text == one.meant, name
        assert name in {edit.family for edit in reading.edits}
        if one.profile == "full":
            assert unspoof.restore(one.disguised) != one.meant, name


def test_languages_and_limits(client: TestClient) -> None:
    assert client.get("/v1/languages").json() == {"languages": _core.languages()}
    assert client.get("/v1/limits").json() == {
        "characters": 50_000,
        "texts": 256,
        "body": 1_048_576,
        "seconds": 10.0,
    }


def test_health(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "version": unspoof.__version__},
    )
