"""`POST /v1/read`: readings as the package gives them, of one text or several."""

import json

import pytest
from fastapi.testclient import TestClient

import unspoof
from samples import DISGUISED, HONEST
from serving import JSON

SHORT = "Rɑмos ιs ιn tɑlкs"


def test_one_text_is_answered_with_its_reading(client: TestClient) -> None:
    for text in (DISGUISED, HONEST, ""):
        answer = client.post("/v1/read", json={"text": text})
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        assert answer.json() == unspoof.read(text).to_dict()


def test_several_texts_are_answered_in_order(client: TestClient) -> None:
    texts = [DISGUISED, "plain", "", SHORT]
    answer = client.post("/v1/read", json={"texts": texts})
    assert answer.json() == {"readings": [unspoof.read(text).to_dict() for text in texts]}
    assert client.post("/v1/read", json={"texts": []}).json() == {"readings": []}


def test_profile_and_languages_reach_the_reader(client: TestClient) -> None:
    text = "Get y0ur fr33 m0n3y n0w"
    full = client.post("/v1/read", json={"text": text, "profile": "full"}).json()
    assert full == unspoof.Reader("full").read(text).to_dict()
    assert full["obfuscated"]
    assert not client.post("/v1/read", json={"text": text}).json()["obfuscated"]
    expected = client.post("/v1/read", json={"text": SHORT, "languages": ["es", "nl"]}).json()
    assert set(expected["languages"]) <= {"es", "nl"}
    assert client.post("/v1/read", json={"text": SHORT, "languages": None}).json() == (
        unspoof.read(SHORT).to_dict()
    )


def test_an_explanation_names_every_character_of_every_edit(client: TestClient) -> None:
    answer = client.post("/v1/read", json={"text": f"{SHORT}\u200b\u200cs", "explain": True}).json()
    assert answer["verdict"].startswith("6 of ")
    assert answer["characters"]["ɑ"] == [
        {"code_point": "U+0251", "name": "LATIN SMALL LETTER ALPHA"}
    ]
    glyphs = {edit[key] for edit in answer["edits"] for key in ("original", "restored")}
    assert set(answer["characters"]) == glyphs
    for glyph, characters in answer["characters"].items():
        assert [one["code_point"] for one in characters] == [f"U+{ord(c):04X}" for c in glyph]


def test_each_of_several_is_explained(client: TestClient) -> None:
    answer = client.post("/v1/read", json={"texts": ["plain", SHORT], "explain": True}).json()
    assert [sorted(one["characters"]) for one in answer["readings"]] == [
        [],
        sorted({"ɑ", "м", "ι", "к", "a", "m", "i", "k"}),
    ]
    assert answer["readings"][0]["verdict"] == "Nothing is disguised."


def test_offsets_count_code_points(client: TestClient) -> None:
    text = "😀😀 Rɑмos ιs ιn tɑlкs"
    edit = client.post("/v1/read", json={"text": text}).json()["edits"][0]
    assert (edit["start"], edit["end"], edit["original"]) == (4, 5, "ɑ")
    assert text[edit["start"] : edit["end"]] == "ɑ"


@pytest.mark.parametrize(
    "text",
    ["\0", "a\0Rɑмos ιs ιn tɑlкs\0", "\ud800", "\udfff Rɑмos ιs ιn tɑlкs \ud800", "\U0010ffff"],
    ids=ascii,
)
def test_every_code_point_goes_there_and_back(client: TestClient, text: str) -> None:
    body = json.dumps({"text": text})
    answer = client.post("/v1/read", content=body, headers=JSON)
    assert answer.json() == unspoof.read(text).to_dict()
    assert answer.json()["original"] == text


def test_a_pair_of_surrogates_is_one_code_point(client: TestClient) -> None:
    """As every reader of JSON has it; Python's own two-surrogate strings cannot be said in JSON."""
    answer = client.post("/v1/read", content=rb'{"text": "\ud83d\ude00"}', headers=JSON)
    assert answer.json()["original"] == "😀"
