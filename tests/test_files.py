"""Whole files: what each odd one gives, and what the command never does to them."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

import unspoof
from command import COMMAND, run
from samples import DISGUISED, HONEST

TEN_MEGABYTES = 10_000_000


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(DISGUISED.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a",
        "é".encode(),
        b"\n",
        b"one\r\ntwo\rthree\nfour",
        b"nul \0 bytes \0\0",
        "\u2028line\u2029paragraph\x85next".encode(),
        "\ufeffafter a byte order mark\n".encode(),
        "\ufeff".encode(),
    ],
)
def test_honest_bytes_come_back_as_they_went_in(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    assert run("restore", path).stdout == data
    assert run("restore", stdin=data).stdout == data


def test_newlines_and_byte_order_mark_stay_in_a_disguised_page() -> None:
    page = "\ufeff" + DISGUISED.replace("\n", "\r\n") + "\0\r"
    meant = "\ufeff" + HONEST.replace("\n", "\r\n") + "\0\r"
    assert run("restore", stdin=page.encode()).stdout == meant.encode()


@pytest.mark.parametrize("command", ["restore", "explain"])
@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"\xff", "byte 0xff at offset 0"),
        (b"abc\x80", "byte 0x80 at offset 3"),
        (b"cut short \xc9", "byte 0xc9 at offset 10"),
        (b"surrogate \xed\xa0\x80", "byte 0xed at offset 10"),
    ],
)
def test_what_is_not_utf8_is_refused(
    tmp_path: Path, command: str, data: bytes, complaint: str
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    for done, name in ((run(command, path), str(path)), (run(command, stdin=data), "stdin")):
        assert done.returncode == 2
        assert done.stderr.decode() == f"Error: {name} is not UTF-8: {complaint}\n"
        assert done.stdout == b""


@pytest.mark.parametrize("command", ["restore", "explain", "report"])
def test_a_missing_file_is_said(tmp_path: Path, command: str) -> None:
    missing = tmp_path / "none"
    done = run(command, missing)
    assert done.returncode == 2
    assert done.stderr.decode() == f"Error: cannot read {missing}: No such file or directory\n"


def test_a_directory_is_said(tmp_path: Path) -> None:
    done = run("restore", tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode() == f"Error: cannot read {tmp_path}: Is a directory\n"


def test_lone_surrogates_stay_in_a_str() -> None:
    page = DISGUISED.replace(" ", " \udcff", 1) + "\ud83d"
    assert unspoof.restore(page) == HONEST.replace(" ", " \udcff", 1) + "\ud83d"
    for text in ("\ud800", "\udfff\ud800", "a\udc80", "ɑ\ud800"):
        assert unspoof.read(text).original is text
        assert unspoof.read(text).undo() == text
    assert unspoof.restore("\ud800") == "\ud800"


@pytest.mark.parametrize("char", ["", "a", "ɑ", "\u200b", "\u0301", "𝐚", "\ufeff", "\0", "ρ", "日"])
def test_a_text_of_one_character(char: str) -> None:
    reading = unspoof.read(char)
    assert reading.undo() == char
    assert len(reading.edits) <= 1


def test_ten_megabytes_on_one_line() -> None:
    honest, disguised = (text.replace("\n", " ") for text in (HONEST, DISGUISED))
    copies = TEN_MEGABYTES // len(honest.encode()) + 1
    done = run("restore", "--check", stdin=(honest * copies).encode())
    assert (done.returncode, done.stdout) == (0, (honest * copies).encode())
    page = (honest * 9 + disguised) * (copies // 10)
    assert run("restore", stdin=page.encode()).stdout == (honest * 10 * (copies // 10)).encode()


def test_output_goes_to_a_file_whole(page: Path) -> None:
    out = page.with_name("out.txt")
    for _ in range(2):  # the second time it is there already
        done = run("restore", page, "-o", out)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert out.read_bytes() == HONEST.encode()
    assert sorted(path.name for path in page.parent.iterdir()) == ["out.txt", "page.txt"]


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(page: Path) -> None:
    out = page.with_name("out.txt")
    umask = os.umask(0o027)
    try:
        run("restore", page, "-o", out)
    finally:
        os.umask(umask)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    out.chmod(0o604)
    run("restore", page, "-o", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o604


def test_a_link_stays_and_its_target_is_written(page: Path) -> None:
    target, link = page.with_name("target.txt"), page.with_name("link.txt")
    link.symlink_to(target)
    run("restore", page, "-o", link)
    assert link.is_symlink()
    assert target.read_bytes() == HONEST.encode()


@pytest.mark.parametrize("way", ["itself", "dotted", "symlink", "hardlink", "through a symlink"])
def test_the_input_is_never_written_over(page: Path, way: str) -> None:
    source, out = page, page
    if way == "dotted":
        out = page.parent / "." / ".." / page.parent.name / page.name
    elif way == "symlink":
        out = page.with_name("link.txt")
        out.symlink_to(page)
    elif way == "hardlink":
        out = page.with_name("hard.txt")
        out.hardlink_to(page)
    elif way == "through a symlink":
        source = page.with_name("link.txt")
        source.symlink_to(page)
    done = run("restore", source, "-o", out)
    assert done.returncode == 2
    assert done.stderr.decode() == f"Error: {out} is the input itself: refusing to write over it\n"
    assert page.read_bytes() == DISGUISED.encode()


def test_the_input_is_never_written_over_through_redirections(page: Path) -> None:
    before = page.read_bytes()
    for line in ('"$0" restore "$1" >> "$1"', '"$0" restore < "$1" -o "$1"'):
        done = subprocess.run(
            ["sh", "-c", line, COMMAND, page], capture_output=True, check=False, text=True
        )
        assert done.returncode == 2
        assert "is the input itself" in done.stderr
        assert page.read_bytes() == before


@pytest.mark.parametrize("where", ["no/such/folder/out.txt", "."])
def test_an_output_that_cannot_be_is_said(page: Path, where: str) -> None:
    out = f"{page.parent}/{where}"
    done = run("restore", page, "-o", out)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"Error: cannot write {out}: ")


def test_a_device_takes_the_output_as_it_comes(page: Path) -> None:
    assert run("restore", page, "-o", "/dev/null").returncode == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert run("restore", page, "-o", "/dev/stdout").stdout == HONEST.encode()
