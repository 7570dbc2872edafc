"""Which files are looked at."""

import os
import subprocess
from pathlib import Path

import pytest

from unspoof.check import check
from unspoof.check.files import UnreadableError, files, text


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.name for file in files(paths, exclude)]


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("plain\n", encoding="utf-8")


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_directory_gives_all_its_files_in_order() -> None:
    write("b/z.py", "b/a.py", "a.py", "b/c/.git/config", "b/.hidden")
    assert names(".") == ["a.py", "b/.hidden", "b/a.py", "b/z.py"]
    assert names("b/z.py", "b", "b/z.py") == ["b/z.py", "b/.hidden", "b/a.py"]


def test_in_a_repository_git_says_what_is_there() -> None:
    git("init", "-q")
    write(
        "kept.py", "new.py", "build/made.py", "deep/tracked.log", "deep/other.log", "odd\nname.py"
    )
    Path(".gitignore").write_text("build/\n*.log\n", encoding="utf-8")
    git("add", "-f", "kept.py", "deep/tracked.log")
    assert names(".") == [".gitignore", "deep/tracked.log", "kept.py", "new.py", "odd\nname.py"]
    assert names("deep") == ["deep/tracked.log"]
    # What is asked for by name is looked at, and so is a directory that git ignores.
    assert names("deep/other.log", "build") == ["deep/other.log", "build/made.py"]


def test_a_repository_that_git_refuses_is_said() -> None:
    Path(".git").mkdir()
    write("a.py")
    with pytest.raises(UnreadableError, match="git cannot list its files: fatal"):
        names(".")


@pytest.mark.skipif(os.name != "posix", reason="the program is a shell script")
def test_no_program_that_a_repository_names_is_run() -> None:
    git("init", "-q")
    write("a.py")
    monitor = Path("monitor").resolve()
    monitor.write_text("#!/bin/sh\necho run >> .git/ran\n", encoding="utf-8")
    monitor.chmod(0o755)
    git("config", "core.fsmonitor", str(monitor))
    assert names(".") == ["a.py", "monitor"]
    assert not Path(".git/ran").exists()
    git("ls-files", "--others")
    assert Path(".git/ran").exists(), "git itself runs it"


def test_without_git_the_directory_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q")
    write("a.py", "b.log")
    Path(".gitignore").write_text("*.log\n", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert names(".") == [".gitignore", "a.py", "b.log"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("*.txt", ["a/b/c.py", "a/d.py", "e.py"]),
        ("a", ["e.py", "f.txt"]),
        ("a/b", ["a/d.py", "e.py", "f.txt"]),
        ("a/b/", ["a/d.py", "e.py", "f.txt"]),
        ("b", ["a/d.py", "e.py", "f.txt"]),
        ("a/*.py", ["e.py", "f.txt"]),
        ("d.py", ["a/b/c.py", "e.py", "f.txt"]),
    ],
)
def test_exclude_leaves_out_paths_names_and_directories(pattern: str, left: list[str]) -> None:
    write("a/b/c.py", "a/d.py", "e.py", "f.txt")
    assert names(".", exclude=(pattern,)) == left
    # Named or not: hooks name every file.
    assert names("a/b/c.py", "a/d.py", "e.py", "f.txt", exclude=(pattern,)) == left


def test_links_in_a_directory_are_not_followed() -> None:
    write("a.py")
    Path("b.py").symlink_to("a.py")
    Path("again").symlink_to(".", target_is_directory=True)
    assert names(".") == ["a.py"]
    assert names("b.py") == ["b.py"]


def test_a_path_that_is_not_there_is_said() -> None:
    with pytest.raises(UnreadableError, match=r"nothing\.py: no such file or directory"):
        names("nothing.py")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\0", "binary"),
        ("caf\xe9".encode("latin-1"), "not UTF-8: byte 0xe9 at offset 3"),
        ("word".encode("utf-16"), "UTF-16, not UTF-8"),
    ],
)
def test_what_is_no_utf_8_is_skipped_and_an_error_where_it_is_named(
    data: bytes, reason: str
) -> None:
    Path("odd").write_bytes(data)
    write("plain.py")
    report = check(["."])
    assert report.files == 1
    assert [(one.path, one.reason) for one in report.skipped] == [("odd", reason)]
    with pytest.raises(UnreadableError, match=f"odd: {reason}"):
        check(["odd"])


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    Path("a.py").write_bytes(b"\xef\xbb\xbfx = 1\n")
    assert text(Path("a.py")) == "x = 1\n"


def test_paths_outside_of_the_working_directory_are_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", "in/b.py")
    monkeypatch.chdir("in")
    assert names("..") == [(tmp_path / "a.py").as_posix(), "b.py"]
