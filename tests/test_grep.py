"""The commands that look for words through a disguise: grep and censor."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

import unspoof
from command import COMMAND, run

TEXT = "one ƒгее gift\nnothing of it\nfree and ƒгее\n"
BOTH = "one ƒгее gift\nfree and ƒгее\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    page = Path("page.txt")
    page.write_text(TEXT, encoding="utf-8")
    return page


def out(*arguments: str | Path, stdin: str = "", code: int = 0) -> str:
    """What the command writes, if it ends with `code` and complains of nothing."""
    done = run(*arguments, stdin=stdin.encode())
    assert (done.returncode, done.stderr) == (code, b"")
    return done.stdout.decode()


def complaint(*arguments: str | Path, stdin: bytes = b"") -> str:
    done = run(*arguments, stdin=stdin)
    assert (done.returncode, done.stdout) == (2, b"")
    return done.stderr.decode()


def test_the_lines_of_a_file_or_of_stdin(page: Path) -> None:
    assert out("grep", "free", page) == BOTH
    assert out("grep", "free", stdin=TEXT) == BOTH
    assert out("grep", "free", "-", stdin=TEXT) == BOTH
    assert out("grep", "elsewhere", page, code=1) == ""
    assert out("grep", "free", stdin="", code=1) == ""


def test_every_way_to_say_what_to_look_for(page: Path) -> None:
    assert out("grep", "-e", "gift", "-e", "nothing", page) == "".join(TEXT.splitlines(True)[:2])
    assert out("grep", "gift\nnothing", page) == "".join(TEXT.splitlines(True)[:2])
    assert out("grep", "-e", "-x", stdin="a -x b\n") == "a -x b\n"
    words = Path("words.txt")
    words.write_bytes("\ufeffgift\r\n\nnothing\n".encode())
    assert out("grep", "-f", words, page) == "".join(TEXT.splitlines(True)[:2])
    assert out("grep", "-f", words, "-e", "free", page) == TEXT
    assert out("grep", "-f", "-", page, stdin="gift") == TEXT.splitlines(True)[0]
    words.write_bytes(b"\n")
    assert out("grep", "-f", words, page, code=1) == ""


def test_how_it_is_looked_for(page: Path) -> None:
    assert out("grep", "FREE", page, code=1) == ""
    assert out("grep", "-i", "FREE", page) == BOTH
    assert out("grep", "gift nothing", page, code=1) == ""
    assert out("grep", "--any-space", "gift nothing", page) == "".join(TEXT.splitlines(True)[:2])
    leet = "Get y0ur fr33 m0n3y n0w"
    assert out("grep", "free", stdin=leet, code=1) == ""
    assert out("grep", "--profile", "full", "--language", "en", "free", stdin=leet) == leet + "\n"


def test_how_it_is_written(page: Path) -> None:
    assert out("grep", "-n", "free", page) == "1:one ƒгее gift\n3:free and ƒгее\n"
    assert out("grep", "-o", "free", page) == "ƒгее\nfree\nƒгее\n"
    assert out("grep", "-no", "free", page) == "1:ƒгее\n3:free\n3:ƒгее\n"
    assert out("grep", "-c", "free", page) == "2\n"
    assert out("grep", "-c", "elsewhere", page, code=1) == "0\n"
    assert out("grep", "-l", "free", page, "-", stdin="nothing") == "page.txt\n"
    assert out("grep", "-l", "free", stdin=TEXT) == "stdin\n"
    assert out("grep", "-q", "free", page) == ""
    assert out("grep", "-q", "elsewhere", page, code=1) == ""


def test_files_are_named_where_there_are_several(page: Path) -> None:
    assert out("grep", "gift", page, page) == "page.txt:one ƒгее gift\n" * 2
    assert out("grep", "-h", "gift", page, page) == "one ƒгее gift\n" * 2
    assert out("grep", "-Hn", "gift", page) == "page.txt:1:one ƒгее gift\n"
    assert out("grep", "-H", "gift", stdin=TEXT) == "stdin:one ƒгее gift\n"
    assert out("grep", "-c", "free", page, "-", stdin="") == "page.txt:2\nstdin:0\n"


def test_json_is_a_match_a_line(page: Path) -> None:
    rows = [json.loads(row) for row in out("grep", "--json", "free", page).splitlines()]
    matches = unspoof.find(TEXT, "free")
    assert [row.pop("file") for row in rows] == ["page.txt"] * 3
    assert [row.pop("line") for row in rows] == [1, 3, 3]
    assert rows == [match.to_dict() for match in matches]
    (row,) = out("grep", "--json", "gift", stdin="\ufeff" + TEXT).splitlines()
    assert json.loads(row) == {
        "file": "stdin",
        "line": 1,
        "start": 9,
        "end": 13,
        "needle": "gift",
        "original": "gift",
        "index": 0,
    }


def test_matches_across_lines_are_in_each_of_them() -> None:
    text = "free\n\ncrypto and free\r\ncrypto\nfree"
    found = out("grep", "-n", "--any-space", "free crypto", stdin=text)
    assert found == "1:free\n2:\n3:crypto and free\r\n4:crypto\n"
    assert out("grep", "-c", "--any-space", "free crypto", stdin=text) == "4\n"
    assert out("grep", "-on", "--any-space", "free crypto", stdin=text) == (
        "1:free\n\ncrypto\n3:free\r\ncrypto\n"
    )


def test_folders(page: Path) -> None:
    folder = Path("folder/inner")
    folder.mkdir(parents=True)
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.txt").write_text("nothing", encoding="utf-8")
    (folder / "c.bin").write_bytes(b"free \xff")
    (folder / "link.txt").symlink_to("b.txt")
    os.mkfifo(folder / "pipe")
    (folder / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    Path(".git").mkdir()
    Path(".git/page.txt").write_text(TEXT, encoding="utf-8")
    inner = f"{folder / 'b.txt'}\n"
    done = run("grep", "-rl", "gift", "folder")
    assert (done.returncode, done.stdout.decode()) == (0, inner)
    assert done.stderr == b"Passed over 1 file that is not UTF-8.\n"
    assert run("grep", "-rl", "gift").stdout.decode() == inner + "page.txt\n"
    assert run("grep", "-rl", "gift", page).stdout.decode() == "page.txt\n"
    assert run("grep", "-r", "gift", "folder").stdout.decode() == f"{inner[:-1]}:one ƒгее gift\n"
    assert "folder is a directory: give -r" in complaint("grep", "gift", "folder")


def test_an_error_in_one_file_does_not_keep_the_others_from_being_read(page: Path) -> None:
    Path("bytes.txt").write_bytes(b"free \xff")
    done = run("grep", "-h", "gift", "missing.txt", "bytes.txt", page)
    assert (done.returncode, done.stdout.decode()) == (2, "one ƒгее gift\n")
    assert done.stderr.decode().splitlines() == [
        "Error: cannot read missing.txt: No such file or directory",
        "Error: bytes.txt is not UTF-8: byte 0xff at offset 5",
    ]
    assert run("grep", "-q", "gift", "missing.txt", page).returncode == 0


def test_what_cannot_be_asked_for_is_explained(page: Path) -> None:
    assert "nothing to look for" in complaint("grep")
    assert "needle 0 is empty" in complaint("grep", "", page)
    assert "needle 1 is empty" in complaint("grep", "free\n", page)
    assert "cannot read missing.txt" in complaint("grep", "-f", "missing.txt", page)
    assert "leave out -o, -c and -l" in complaint("grep", "--json", "-c", "free", page)
    assert 'unknown language "xx"' in complaint("grep", "--language", "xx", "free", page)
    assert "one FILE at a time, not 2" in complaint("censor", "free", page, page)
    assert "nothing to look for" in complaint("censor")
    assert "cannot read missing.txt" in complaint("censor", "free", "missing.txt")


def test_the_output_is_not_the_input(page: Path) -> None:
    with page.open("ab") as stdout:
        done = subprocess.run(
            [COMMAND, "grep", "free", page], stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (
        2,
        b"Error: stdout is the input itself: refusing to write over it\n",
    )
    assert page.read_text(encoding="utf-8") == TEXT


@pytest.mark.usefixtures("page")
def test_what_is_written_into_a_folder_that_is_read_is_not_read() -> None:
    with Path("zout.txt").open("wb") as stdout:
        done = subprocess.run(
            [COMMAND, "grep", "-rh", "free"], stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("stdout is the input itself") == 1
    assert Path("zout.txt").read_text(encoding="utf-8") == BOTH


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_once(page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "grep", "free", page, page], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (
        2,
        b"Error: cannot write to stdout: No space left on device\n",
    )


def test_colours_on_a_terminal_and_nothing_that_steers_it() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "grep", "-n", "free"], stdin=subprocess.PIPE, stdout=theirs
    ) as child:
        os.close(theirs)
        assert child.stdin is not None
        child.stdin.write("a \x1b[2J ƒгее gift\r\n".encode())
        child.stdin.close()
        assert child.wait() == 0
        shown = os.read(ours, 65536).decode()
    os.close(ours)
    number = "\x1b[32m1\x1b[0m\x1b[36m:\x1b[0m"
    assert shown == f"{number}a <U+001B>[2J \x1b[31m\x1b[1mƒгее\x1b[0m gift\r\n"
    forced = run("grep", "free", stdin=TEXT.encode(), env={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert forced.stdout.decode() == BOTH


def test_the_locale_changes_nothing(page: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    for arguments in (["grep", "ƒгее"], ["censor", "ƒгее", "--mask", "█"]):
        assert run(*arguments, page, env=env).stdout == run(*arguments, page).stdout != b""
    argument = os.fsdecode(b"\xff")
    assert "not UTF-8" in complaint("grep", argument, page)


def test_help_is_help_and_h_is_greps() -> None:
    assert out("grep", "--help").startswith("Usage: unspoof grep [OPTIONS] [NEEDLE] [FILE]...")
    assert out("censor", "-h").startswith("Usage: unspoof censor")


def test_masks(page: Path) -> None:
    masked = "one **** gift\nnothing of it\n**** and ****\n"
    assert out("censor", "free", page) == masked
    assert out("censor", "free", stdin=TEXT) == masked
    assert out("censor", "-e", "FREE", "-i", "--mask", "", page) == masked.replace("*", "")
    assert out("censor", "elsewhere", page) == TEXT
    assert out("censor", "--any-space", "gift nothing", page).startswith("one ƒгее ****\n*******")
    assert out("censor", "free", stdin="\ufeff" + TEXT) == "\ufeff" + masked
    leet = "Get y0ur fr33 m0n3y n0w"
    assert out("censor", "--profile", "full", "free", stdin=leet) == "Get y0ur **** m0n3y n0w"


def test_masks_into_a_file(page: Path) -> None:
    made = Path("made.txt")
    assert out("censor", "free", page, "-o", made) == ""
    assert made.read_text(encoding="utf-8").startswith("one **** gift\n")
    assert "refusing to write over it" in complaint("censor", "free", page, "-o", page)
    Path("bytes.txt").write_bytes(b"free \xff")
    assert "not UTF-8" in complaint("censor", "free", "bytes.txt", "-o", "none.txt")
    assert sorted(path.name for path in Path().iterdir()) == ["bytes.txt", "made.txt", "page.txt"]


def test_many_matches_on_one_long_line() -> None:
    text = "free ƒгее " * 20_000
    assert out("grep", "-c", "free", stdin=text) == "1\n"
    assert out("grep", "-o", "free", stdin=text).count("\n") == 40_000
