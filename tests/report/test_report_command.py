"""The command `report`: files in, one file out, whole or not at all."""

import hashlib
import json
from pathlib import Path

import pytest

from command import run
from samples import DISGUISED, HONEST

PAGE = DISGUISED.encode()
THEN = {"SOURCE_DATE_EPOCH": "1795858200"}  # 2026-11-28 09:30 UTC


def test_the_report_goes_to_stdout_or_into_a_file(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    told = run("report", stdin=PAGE, env=THEN)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.startswith(b"<!DOCTYPE html>")
    done = run("report", "-", "-o", out, stdin=PAGE, env=THEN)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert out.read_bytes() == told.stdout
    assert b"28 November 2026, 09:30 UTC" in told.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.html", "<!DOCTYPE html>"),
        ("r.HTM", "<!DOCTYPE html>"),
        ("r.json", '{\n  "format": "unspoof-report"'),
        ("r.sarif", '{\n  "$schema"'),
        ("r.md", "# Report"),
        ("r", "<!DOCTYPE html>"),
    ],
)
def test_the_ending_says_the_format(tmp_path: Path, name: str, start: str) -> None:
    assert run("report", "-o", tmp_path / name, stdin=PAGE).returncode == 0
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_the_option_says_it_louder(tmp_path: Path) -> None:
    assert run("report", "-o", tmp_path / "r.html", "--format", "json", stdin=PAGE).returncode == 0
    json.loads((tmp_path / "r.html").read_text("utf-8"))


def test_files_and_directories_are_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "b.txt").write_bytes(PAGE)
    (tmp_path / "in" / "a.txt").write_text(HONEST, "utf-8")
    (tmp_path / "in" / "image.png").write_bytes(b"\x89PNG\r\n\xff\xfe")
    (tmp_path / "in" / ".hidden").write_bytes(PAGE)
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "in" / "a.txt")
    done = run("report", "--format", "json", tmp_path / "in", "-", stdin=b"plain")
    documents = json.loads(done.stdout)["documents"]
    names = [str(tmp_path / "in" / "a.txt"), str(tmp_path / "in" / "deep" / "b.txt"), "stdin"]
    assert [one["name"] for one in documents] == names
    assert [one["obfuscated"] for one in documents] == [False, True, False]


def test_the_hash_is_that_of_the_file_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbf" + PAGE)
    (document,) = json.loads(run("report", "--format", "json", path).stdout)["documents"]
    assert document["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document["bytes"] == path.stat().st_size
    assert document["original"] == DISGUISED


def test_nothing_is_written_when_one_file_cannot_be_read(tmp_path: Path) -> None:
    good, bad, out = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "out.html"
    good.write_bytes(PAGE)
    bad.write_bytes(b"abc\xff")
    done = run("report", good, bad, "-o", out)
    assert done.returncode == 2
    assert done.stderr.decode() == f"Error: {bad} is not UTF-8: byte 0xff at offset 3\n"
    assert not out.exists()


def test_no_input_is_written_over(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_bytes(PAGE)
    second.write_bytes(PAGE)
    done = run("report", first, second, "-o", second)
    assert done.returncode == 2
    assert b"is the input itself" in done.stderr
    assert second.read_bytes() == PAGE


def test_a_directory_without_text_is_said(tmp_path: Path) -> None:
    for command in ("report", "explain"):
        done = run(command, tmp_path)
        assert done.returncode == 2
        assert done.stderr == b"Error: there is no text: no file there is UTF-8\n"


def test_a_date_that_is_none_is_said() -> None:
    done = run("report", stdin=PAGE, env={"SOURCE_DATE_EPOCH": "today"})
    assert done.returncode == 2
    assert b"SOURCE_DATE_EPOCH is no number of seconds since 1970: 'today'" in done.stderr


def test_check_profile_and_languages_are_heard() -> None:
    arguments = ["report", "--format", "json", "--profile", "full", "--language", "en", "--check"]
    done = run(*arguments, stdin=b"Get y0ur fr33 m0n3y n0w, f.r.e.e d-e-l-i-v-e-r-y")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert (found["profile"], found["languages"]) == ("full", ["en"])
    assert found["documents"][0]["text"] == "Get your free money now, free delivery"
    assert run("report", "--check", stdin=HONEST.encode()).returncode == 0
