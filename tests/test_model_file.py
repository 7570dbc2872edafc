"""The packed model is the one that its manifest describes, and small enough to ship."""

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

import pytest

from model import pack

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "model"
PACKED = (FOLDER / "unspoof.model").read_bytes()
MANIFEST: dict[str, Any] = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
HEAD, ENTRY, EDGE = 16, 24, 64


def _directory() -> list[tuple[str, int, int]]:
    (count,) = struct.unpack_from("<I", PACKED, 12)
    entries = [struct.unpack_from("<8sQQ", PACKED, HEAD + ENTRY * at) for at in range(count)]
    return [(name.rstrip(b"\0").decode("ascii"), start, size) for name, start, size in entries]


def test_the_packed_model_is_the_one_of_the_manifest() -> None:
    described = MANIFEST["file"]
    assert described["name"] == "unspoof.model"
    assert described["bytes"] == len(PACKED)
    assert described["sha256"] == hashlib.sha256(PACKED).hexdigest()


def test_the_packed_model_keeps_to_its_size() -> None:
    assert 0 < len(PACKED) <= pack.MOST_BYTES == 16_000_000


def test_the_head_is_the_one_of_the_format() -> None:
    assert PACKED[:8] == pack.MAGIC
    assert struct.unpack_from("<I", PACKED, 8) == (pack.VERSION,)
    assert MANIFEST["format"] == pack.VERSION


def test_the_sections_are_those_of_the_manifest() -> None:
    assert {name: size for name, _, size in _directory()} == MANIFEST["sections"]


def test_the_sections_follow_each_other_without_overlap() -> None:
    directory = _directory()
    assert [name for name, _, _ in directory] == sorted(MANIFEST["sections"])
    end = HEAD + ENTRY * len(directory)
    for name, start, size in directory:
        assert start % EDGE == 0, name
        assert end <= start < end + EDGE, name
        assert not any(PACKED[end:start]), name
        end = start + size
    assert end == len(PACKED)


def test_every_input_has_its_licence_and_a_version_or_hash() -> None:
    assert list(MANIFEST["inputs"]) == sorted(MANIFEST["inputs"])
    for name, given in MANIFEST["inputs"].items():
        assert given["licence"], name
        assert given.get("version") or given.get("sha256"), name


@pytest.mark.parametrize("name", sorted(n for n in MANIFEST["inputs"] if (FOLDER / n).is_file()))
def test_our_own_inputs_are_those_that_were_read(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert MANIFEST["inputs"][name]["sha256"] == hashlib.sha256(data).hexdigest()


def test_the_tables_that_a_person_reviews_are_among_the_inputs() -> None:
    tables = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.tsv")}
    assert tables <= MANIFEST["inputs"].keys()


def test_fonts_and_crates_are_those_that_were_measured() -> None:
    measured = json.loads((FOLDER / "glyphs" / "inputs.json").read_text(encoding="utf-8"))
    assert measured["unicode"] == MANIFEST["unicode"]
    assert measured["fonts"]
    for name, given in (measured["packages"] | measured["crates"]).items():
        assert MANIFEST["inputs"][name] == given


def test_packages_have_the_pinned_versions() -> None:
    pins = (FOLDER / "requirements.in").read_text(encoding="utf-8").splitlines()
    versions = dict(line.split("==") for line in pins if "==" in line)
    installed = MANIFEST["inputs"].keys() & versions.keys()
    assert installed == {"fonttools", "gflanguages", "unicodedata2", "wordfreq"}
    for name in installed:
        assert MANIFEST["inputs"][name]["version"] == versions[name]


def test_the_notice_names_every_source() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for name, given in MANIFEST["inputs"].items():
        if "version" in given:
            assert f"{name} {given['version']}" in notice, name
