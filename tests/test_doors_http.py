"""Every door gives the same answer to the texts of vectors.jsonl: Python, command line and HTTP."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import httpx2
import pytest

from command import run
from serving import JSON, Server, serving
from unspoof import Reader

VECTORS = [
    json.loads(line)
    for line in (Path(__file__).parent / "vectors.jsonl").read_text(encoding="utf-8").splitlines()
]
TEXTS = [one["text"] for one in VECTORS]
# The command line takes UTF-8, which has no lone surrogates.
ENCODED = [one for one in VECTORS if one["text"] == one["text"].encode("utf-8", "ignore").decode()]
PROFILES: list[Literal["careful", "full"]] = ["careful", "full"]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def ask(server: Server, path: str, **body: Any) -> Any:
    answer = httpx2.post(f"{server.url}{path}", content=json.dumps(body), headers=JSON, timeout=60)
    assert answer.status_code == 200, answer.text
    return answer.json()


def reader(vector: dict[str, Any]) -> Reader:
    return Reader(vector["profile"], vector.get("languages"))


def test_the_texts_are_of_many_kinds() -> None:
    assert len({one["id"] for one in VECTORS}) == len(VECTORS) >= 60
    assert len(ENCODED) == len(VECTORS) - 1
    families = {edit.family for one in VECTORS for edit in reader(one).read(one["text"]).edits}
    assert len(families) >= 12
    for one in VECTORS:
        if "-honest" in one["id"] or "-joiner" in one["id"]:
            assert reader(one).restore(one["text"]) is one["text"], one["id"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda one: one["id"])
def test_http_and_python(server: Server, vector: dict[str, Any]) -> None:
    how = {key: value for key, value in vector.items() if key in ("profile", "languages")}
    reading = reader(vector).read(vector["text"])
    assert ask(server, "/v1/read", text=vector["text"], **how) == reading.to_dict()
    restored = {"text": reading.text, "obfuscated": reading.obfuscated}
    assert ask(server, "/v1/restore", text=vector["text"], **how) == restored


@pytest.mark.parametrize("profile", PROFILES)
def test_http_and_python_in_lists(server: Server, profile: Literal["careful", "full"]) -> None:
    readings = [Reader(profile).read(text) for text in TEXTS]
    assert ask(server, "/v1/read", texts=TEXTS, profile=profile) == {
        "readings": [one.to_dict() for one in readings]
    }
    assert ask(server, "/v1/restore", texts=TEXTS, profile=profile) == {
        "texts": [{"text": one.text, "obfuscated": one.obfuscated} for one in readings]
    }


@pytest.mark.parametrize("vector", ENCODED, ids=lambda one: one["id"])
def test_command_line_and_python(vector: dict[str, Any]) -> None:
    languages = [part for code in vector.get("languages", []) for part in ("--language", code)]
    how = ["--profile", vector["profile"], *languages, "--json"]
    done = run("explain", *how, stdin=vector["text"].encode())
    assert json.loads(done.stdout) == reader(vector).read(vector["text"]).to_dict()
