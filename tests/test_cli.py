"""The command line: commands, options, exit codes, colours, pipes."""

import errno
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import unspoof
from command import COMMAND, run
from samples import DISGUISED, HONEST

PAGE = DISGUISED.encode()
FULL = Path("/dev/full")


def test_restore_reads_stdin_and_writes_stdout() -> None:
    for arguments in (["restore"], ["restore", "-"], ["restore", "-o", "-"]):
        done = run(*arguments, stdin=PAGE)
        assert (done.returncode, done.stdout, done.stderr) == (0, HONEST.encode(), b"")


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "unspoof", "restore"], input=PAGE, capture_output=True, check=True
    )
    assert done.stdout == HONEST.encode()


def test_version_and_help() -> None:
    assert run("--version").stdout.decode().split() == ["unspoof", unspoof.__version__]
    for arguments in (["--help"], ["restore", "--help"], ["explain", "-h"]):
        done = run(*arguments)
        assert done.returncode == 0
        assert done.stdout.startswith(b"Usage: unspoof")


@pytest.mark.parametrize("command", ["restore", "explain"])
def test_check_tells_honest_from_disguised(command: str) -> None:
    assert run(command, "--check", stdin=HONEST.encode()).returncode == 0
    assert run(command, "--check", stdin=PAGE).returncode == 1
    assert run(command, "--check", "--json", stdin=PAGE).returncode == 1
    assert run(command, stdin=PAGE).returncode == 0


@pytest.mark.parametrize("command", ["restore", "explain"])
def test_json_is_the_whole_reading(command: str) -> None:
    done = run(command, "--json", stdin=PAGE)
    assert json.loads(done.stdout) == unspoof.read(DISGUISED).to_dict()
    assert done.stdout.count(b"\n") == 1


def test_explain_in_a_pipe_marks_with_brackets() -> None:
    shown = run("explain", stdin=PAGE).stdout.decode()
    text, scheme, summary = shown.strip().split("\n\n")
    assert text.startswith("T[Һ→h]e [ɾ→r][ι→i][ʋ→v]e[ɾ→r] ")
    count = DISGUISED.count("ɑ")
    assert f"ɑ U+0251 LATIN SMALL LETTER ALPHA → a, {count} times" in scheme.splitlines()
    assert summary.startswith(f"{len(unspoof.read(DISGUISED).edits)} changes in ")
    assert "\x1b" not in shown


def test_explain_of_honest_text_says_so() -> None:
    assert run("explain", stdin=b"plain").stdout == b"plain\n\nNothing disguised in 5 characters.\n"
    assert run("explain").stdout == b"Nothing disguised in 0 characters.\n"


def test_explain_on_a_terminal_is_in_colour_and_steers_nothing() -> None:
    ours, theirs = pty.openpty()
    page = DISGUISED + "\x1b[2J\x9b2J\n"
    with subprocess.Popen([COMMAND, "explain"], stdin=subprocess.PIPE, stdout=theirs) as child:
        os.close(theirs)
        assert child.stdin is not None
        child.stdin.write(page.encode())
        child.stdin.close()
        shown = b"".join(iter(lambda: _read(ours), b"")).decode()
    os.close(ours)
    assert child.returncode == 0
    assert shown.startswith("T\x1b[32m\x1b[1mh\x1b[0me \x1b[32m\x1b[1mr\x1b[0m")
    assert "LATIN SMALL LETTER ALPHA" in shown
    assert "<U+001B>[2J<U+009B>2J" in shown
    assert "\x1b[2J" not in shown
    assert "\x9b" not in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:  # how Linux says that the other side was closed
        assert error.errno == errno.EIO
        return b""


def test_no_color_is_respected() -> None:
    shown = run("explain", stdin=PAGE, env={"NO_COLOR": "1", "FORCE_COLOR": "1"}).stdout
    assert b"\x1b" not in shown


def test_profiles_and_languages_reach_the_reader() -> None:
    arguments = ["restore", "--profile", "full", "--language", "en", "--language", "de"]
    assert run(*arguments, stdin=PAGE).stdout == HONEST.encode()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["restore", "--language", "xx"], 'unknown language "xx"; known are'),
        (["restore", "--profile", "bold"], "'careful', 'full'"),
        (["explode"], "No such command"),
        (["restore", "--no-such-option"], "No such option"),
        (["restore", "one", "two"], "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_explained(arguments: list[str], complaint: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert complaint in done.stderr.decode()
    assert not done.stdout


def test_the_locale_changes_nothing() -> None:
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    assert run("restore", stdin=PAGE, env=env).stdout == HONEST.encode()
    assert run("explain", stdin=PAGE, env=env).stdout == run("explain", stdin=PAGE).stdout


def test_a_reader_that_leaves_early_is_no_error_of_ours() -> None:
    with subprocess.Popen(
        [COMMAND, "restore"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin and child.stdout and child.stderr
        child.stdout.close()
        child.stdin.write(PAGE * 200)
        child.stdin.close()
        assert child.stderr.read() == b""
    assert child.returncode == 141


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_is_said() -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [COMMAND, "restore"], input=PAGE, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (
        2,
        b"Error: cannot write to stdout: No space left on device\n",
    )
