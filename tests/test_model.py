"""How the model is built, as far as it needs nothing but Python: hashes, pins, the packed file."""

import struct
from pathlib import Path

import pytest

from model import digest, hashing, pack

PACKED = Path(__file__).parent.parent / "model" / "unspoof.model"


def _sections() -> dict[str, bytes]:
    data = PACKED.read_bytes()
    version, count = struct.unpack_from("<II", data, 8)
    assert data[:8] == pack.MAGIC
    assert version == pack.VERSION
    directory = [struct.unpack_from("<8sQQ", data, 16 + 24 * at) for at in range(count)]
    return {
        name.rstrip(b"\0").decode(): data[start : start + size] for name, start, size in directory
    }


def _holds(table: bytes, value: int) -> bool:
    """Whether the words' table (slots of five bytes, the print first) holds a hash."""
    (slots,) = struct.unpack_from("<I", table)
    at = hashing.home(value, slots)
    while print_ := struct.unpack_from("<H", table, 4 + 5 * at)[0]:
        if print_ == hashing.fingerprint(value):
            return True
        at = (at + 1) % slots
    return False


def test_the_hash_agrees_with_the_readers() -> None:
    # crates/core/src/hash.rs holds the same numbers.
    assert hashing.hash_text("slow") == 0xFCC2_59C0_BBE3_AC00


def test_no_fingerprint_is_that_of_an_empty_slot() -> None:
    assert hashing.fingerprint(0xABCD_0000) == 1
    assert hashing.fingerprint(0xABCD_1234) == 0x1234


def test_a_home_is_inside_its_table() -> None:
    assert hashing.home(0, 7) == 0
    assert hashing.home(2**64 - 1, 7) == 6


# The words are folded as wordfreq folds them: größe, λόγος.
@pytest.mark.parametrize("word", ["slow", "house", "grösse", "maison", "слово", "λόγοσ", "kitap"])
def test_common_words_lie_where_their_hash_says(word: str) -> None:
    assert _holds(_sections()["words"], hashing.hash_text(word))


def test_few_strings_that_are_no_words_seem_to_be_some() -> None:
    words = _sections()["words"]
    seeming = sum(_holds(words, hashing.hash_text(f"qxzj{number}")) for number in range(1000))
    assert seeming < 10


def test_the_n_grams_fill_their_section() -> None:
    section = _sections()["ngrams"]
    *orders, values, short = struct.unpack_from("<7I", section)
    assert len(section) == 28 + 4 * orders[0] + 2 * sum(orders) + 2 * values + short
    letters = struct.unpack_from(f"<{orders[0]}I", section, 28)
    assert list(letters) == sorted(set(letters))


def test_a_file_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "some.whl"
    wheel.write_bytes(b"unspoof")
    digest.check(wheel, digest.sha256(wheel))
    with pytest.raises(SystemExit, match=r"some\.whl is not read: its SHA-256 is [0-9a-f]{64}"):
        digest.check(wheel, "0" * 64)


def test_sections_are_sorted_and_aligned_whatever_their_order() -> None:
    parts = {"b": b"two", "a": b"one"}
    body = pack.packed(parts)
    assert body == pack.packed(dict(sorted(parts.items())))
    assert (body[64:67], body[128:131]) == (b"one", b"two")


def test_a_model_too_large_for_the_wheel_is_not_made() -> None:
    with pytest.raises(
        SystemExit, match=r"16,000,\d+ bytes, and the wheel has room for 16,000,000"
    ):
        pack.packed({"words": bytes(pack.MOST_BYTES)})
