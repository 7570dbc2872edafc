"""Memory grows with the length of the text and no faster, and a text's own share is bounded."""

import subprocess
import sys

import pytest

from samples import DISGUISED
from test_growth import WORST, WORST_FULL

# Bytes of memory for each byte of UTF-8, as docs/limits.md tells of them; a system counts otherwise
# than another, and by pages.
MOST = {"careful": 70, "full": 400}
SLACK = 1.5
N = 1_000_000  # bytes: a block of a long file
PEAK = """
import resource, sys, unspoof

unit, size, profile = sys.argv[1], int(sys.argv[2]), sys.argv[3]
reader = unspoof.Reader(profile)
reader.restore("Rɑмos ιs ιn tɑlкs, h3ll0 w0rld " * 20)
text = unit * (size // len(unit.encode("utf-8", "surrogatepass")))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
reader.restore(text)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""
TEXTS = {
    ("careful", "a disguised page"): DISGUISED,
    **{
        ("careful", name): WORST[name]
        for name in ("half disguised words", "a letter and a hidden one")
    },
    **{("full", name): WORST_FULL[name] for name in ("leet", "words spaced out", "backwards")},
}


def peak(unit: str, size: int, profile: str) -> int:
    """Bytes that a process of its own takes on at most while it restores the text."""
    unit = unit.encode("unicode_escape").decode()
    script = "import sys; sys.argv[1] = sys.argv[1].encode().decode('unicode_escape')\n" + PEAK
    done = subprocess.run(
        [sys.executable, "-c", script, unit, str(size), profile],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units")
@pytest.mark.parametrize(("profile", "name"), TEXTS)
def test_memory_is_bounded_by_the_length_of_the_text(profile: str, name: str) -> None:
    assert peak(TEXTS[profile, name], N, profile) < MOST[profile] * SLACK * N
