"""Long files: read block by block, in bounded memory, and written whole or not at all."""

import errno
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Literal

import pytest

import unspoof
from command import COMMAND, run
from samples import DISGUISED, HONEST

SMALL = ("--block-size", "4K")
STATUS = Path("/proc/self/status")


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A file of many small blocks."""
    path = tmp_path / "long.txt"
    path.write_bytes(DISGUISED.encode() * 40)
    return path


@pytest.mark.parametrize("profile", ["careful", "full"])
def test_one_block_is_read_as_the_whole_text_is(
    tmp_path: Path, profile: Literal["careful", "full"]
) -> None:
    # Short texts and odd ones, in which what is read depends on the rest of the text.
    text = "\n".join([DISGUISED, "ρɑу the мɑn", "f r e e  g1ft", "привет", "a\u200bb", HONEST])
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8", newline="")
    reader = unspoof.Reader(profile=profile)
    assert run("restore", "--profile", profile, path).stdout.decode() == reader.restore(text)


def test_a_file_of_many_blocks(long: Path) -> None:
    meant = HONEST.encode() * 40
    assert run("restore", *SMALL, long).stdout == meant
    assert run("restore", *SMALL, stdin=long.read_bytes()).stdout == meant
    out = long.with_name("out.txt")
    run("restore", *SMALL, long, "-o", out)
    assert out.read_bytes() == meant
    assert sorted(path.name for path in long.parent.iterdir()) == ["long.txt", "out.txt"]


def test_each_block_is_a_text_of_its_own() -> None:
    block = ("x" * 1023 + "\n").encode()
    # The last line alone shows nothing of an author's ways, as a text of its own it is honest.
    page = DISGUISED.encode()
    last = "ɑ b\n"
    assert unspoof.restore(last) == last
    assert unspoof.restore(DISGUISED + last) != DISGUISED + last
    done = run("restore", "--block-size", "1K", stdin=page + block * 2 + last.encode())
    assert done.stdout.decode().endswith(last)


def test_line_ends_and_byte_order_mark_stay() -> None:
    page = "\ufeff" + DISGUISED.replace("\n", "\r\n") * 20 + "no newline at the end"
    meant = "\ufeff" + HONEST.replace("\n", "\r\n") * 20 + "no newline at the end"
    assert run("restore", "--block-size", "1K", stdin=page.encode()).stdout == meant.encode()


def test_check_sees_every_block() -> None:
    honest = HONEST.encode() * 40
    for stdin, code in (
        (honest, 0),
        (honest + DISGUISED.encode(), 1),
        (DISGUISED.encode() + honest, 1),
    ):
        assert run("restore", "--check", *SMALL, stdin=stdin).returncode == code


def test_what_is_not_utf8_is_refused_wherever_it_stands(long: Path) -> None:
    data = bytearray(long.read_bytes())
    at = data.index(b" ", 30_000)
    data[at] = 0xFF
    long.write_bytes(data)
    out = long.with_name("out.txt")
    done = run("restore", *SMALL, long, "-o", out)
    complaint = f"Error: {long} is not UTF-8: byte 0xff at offset {at}\n"
    assert (done.returncode, done.stderr.decode()) == (2, complaint)
    assert list(long.parent.iterdir()) == [long]


def test_a_file_cut_short_within_a_character_is_refused() -> None:
    data = HONEST.encode() * 10 + "é".encode()[:1]
    done = run("restore", *SMALL, stdin=data)
    assert done.returncode == 2
    assert f"byte 0xc3 at offset {len(data) - 1}\n" in done.stderr.decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("before", [None, b"as it was"])
def test_a_stopped_command_leaves_no_trace(
    tmp_path: Path, number: signal.Signals, before: bytes | None
) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{number.name} is ignored here (nohup), and so by the command")
    out = tmp_path / "out.txt"
    if before is not None:
        out.write_bytes(before)
    with subprocess.Popen(
        [COMMAND, "restore", *SMALL, "-o", out], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        child.stdin.write(HONEST.encode() * 400)
        child.stdin.flush()
        deadline = time.monotonic() + 60
        while not any(path.stat().st_size for path in tmp_path.iterdir() if path != out):
            assert time.monotonic() < deadline, "nothing was written"
            time.sleep(0.01)
        child.send_signal(number)
        child.wait(60)
    assert child.returncode == 128 + number
    assert list(tmp_path.iterdir()) == ([] if before is None else [out])
    assert before is None or out.read_bytes() == before


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    if not STATUS.exists():
        pytest.skip("needs /proc/self/status")
    # Nearly all of it honest, as a crawl is, so that it is read in a few seconds.
    unit = (HONEST * 199 + DISGUISED).encode()
    peaks = []
    for copies in (10, 200):
        path = tmp_path / "page.txt"
        path.write_bytes(unit * copies)
        peaks.append(_peak("restore", "--block-size", "256K", path, "-o", tmp_path / "out.txt"))
    short, long = peaks
    assert long - short < len(unit) * 190 / 8, (short, long)


def test_one_long_line_does_not_fill_the_memory_either(tmp_path: Path) -> None:
    if not STATUS.exists():
        pytest.skip("needs /proc/self/status")
    peaks = []
    for length in (2_000_000, 16_000_000):
        path = tmp_path / "page.txt"
        path.write_bytes("日".encode() * (length // 3))
        peaks.append(_peak("restore", "--block-size", "256K", path, "-o", tmp_path / "out.txt"))
    short, long = peaks
    assert long - short < 14_000_000 / 8, (short, long)


_PEAK = """
import re, sys
from unspoof.cli import main
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
print(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])
"""


def _peak(*arguments: str | Path) -> int:
    """The most memory (bytes) that the command held at a time."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *arguments], capture_output=True, check=True, text=True
    )
    return int(done.stdout) * 1024


@pytest.mark.parametrize(
    ("size", "complaint"),
    [("0", "too small"), ("1000", "too small"), ("-1K", "no size"), ("1T", "no size")],
)
def test_a_block_size_that_cannot_be_is_explained(size: str, complaint: str) -> None:
    done = run("restore", "--block-size", size)
    assert done.returncode == 2
    assert complaint in done.stderr.decode()


def test_a_bar_is_drawn_for_long_files_on_a_terminal(long: Path) -> None:
    assert b"kB" in _drawn("restore", *SMALL, str(long))
    assert _drawn("restore", str(long)) == b""
    done = run("restore", *SMALL, long)
    assert done.stderr == b""


def _drawn(*arguments: str) -> bytes:
    """What the command draws on stderr, its terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ) as child:
        os.close(theirs)
        drawn = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert child.returncode == 0
    return drawn


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:  # how Linux says that the other side was closed
        assert error.errno == errno.EIO
        return b""
