"""Fingerprints of lines, as GitHub's upload action computes them."""

from hypothesis import given
from hypothesis import strategies as st

from unspoof.check.fingerprint import line_hashes


def test_known_hashes() -> None:
    assert line_hashes("") == ["c129715d7a2bc9a3:1"]
    assert line_hashes(" a\nb\n  \t\tc\n d") == [
        "271789c17abda88f:1",
        "54703d4cd895b18:1",
        "180aee12dab6264:1",
        "a23a3dc5e078b07b:1",
    ]


def test_blanks_and_ends_of_lines_do_not_count_and_repeated_lines_are_counted() -> None:
    assert line_hashes("a b\r\nc\rd") == line_hashes("ab\n\tc\n d")
    many = line_hashes("the very same line of text, again and again\n" * 9)
    assert [one.rpartition(":")[2] for one in many[:4]] == ["1", "2", "3", "4"]


@given(st.lists(st.text(st.sampled_from("ab😀я "), max_size=130), min_size=1, max_size=6))
def test_what_stands_before_a_line_does_not_change_its_hash(lines: list[str]) -> None:
    hashes = [one.split(":")[0] for one in line_hashes("\n".join(lines))]
    assert len(hashes) == len(lines)
    assert [one.split(":")[0] for one in line_hashes("\n".join(["more", *lines]))][1:] == hashes
