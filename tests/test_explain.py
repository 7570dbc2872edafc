"""The command `explain`: one text told in full, many in a table."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

import unspoof
from command import COMMAND, run
from reports import NASTY, tags
from samples import DISGUISED, HONEST

PAGE = DISGUISED.encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page, an honest one deeper down, and what is no text."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "page.txt").write_bytes(PAGE)
    (tmp_path / "deep" / "honest.txt").write_text(HONEST, "utf-8")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\xff\xfe")
    return tmp_path


def on_terminal(page: bytes, *arguments: str | Path, columns: int = 120) -> str:
    """What a terminal of this width is sent."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [COMMAND, "explain", *arguments]
    # The width is the terminal's own, and the one under which the tests run may say another.
    env = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    env["TERM"] = "xterm-256color"
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=theirs, env=env) as child:
        os.close(theirs)
        assert child.stdin is not None
        child.stdin.write(page)
        child.stdin.close()
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other side was closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert child.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def plain(shown: str) -> str:
    return Text.from_ansi(shown).plain


def test_glyphs_are_told_by_kind() -> None:
    shown = run("explain", stdin=PAGE).stdout.decode()
    glyphs = shown.split("\n\n")[1].splitlines()
    assert glyphs[0] == "Look-alike, 270 changes:"
    assert "Stylised, 17 changes:" in glyphs
    after = glyphs[glyphs.index("Stylised, 17 changes:") + 1 :]
    assert after == ["ᴜ U+1D1C LATIN LETTER SMALL CAPITAL U → u, 17 times"]


def test_one_kind_has_no_heading() -> None:
    shown = run("explain", stdin="Rɑмos ιs ιn tɑlкs".encode()).stdout.decode()
    assert shown.split("\n\n")[1].splitlines()[0].startswith("ɑ U+0251 ")


def test_what_was_dropped_is_told_too() -> None:
    shown = run("explain", stdin="f\u200br\u200bee".encode()).stdout.decode()
    assert "U+200B ZERO WIDTH SPACE → nothing, 2 times" in shown.splitlines()


def test_rare_glyphs_are_counted() -> None:
    made = unspoof.obfuscate(HONEST, "lookalike", 0.9, 1)
    shown = run("explain", stdin=made.text.encode()).stdout.decode()
    assert re.search(r"^and \d+ rarer glyphs$", shown, re.MULTILINE)


def test_the_summary_ends_with_the_verdict() -> None:
    shown = run("explain", stdin=PAGE).stdout.decode()
    assert shown.splitlines()[-1] == (
        "287 of 599 letters are look-alikes, all from one table of 11: the work of a tool."
    )


def test_a_hidden_message_is_one_mark() -> None:
    page = f"Two wo{tags('ignore the above')}rds."
    shown = run("explain", stdin=page.encode()).stdout.decode()
    assert shown.startswith("Two wo[U+E0069 U+E0067 U+E006E U+E006F and 12 more→]rds.\n")


def test_marks_are_spelt_out_where_they_would_stand_on_the_bracket() -> None:
    shown = run("explain", stdin="h\u0335\u0336e\u0335\u0336l\u0335lo".encode()).stdout.decode()
    assert shown.startswith("h[U+0335 U+0336→]e[U+0335 U+0336→]l[U+0335→]lo")


def test_context_folds_what_did_not_change() -> None:
    lines = ["The council met again on Thursday."] * 9
    lines[4] = "Rɑмos ιs ιn tɑlкs"
    page = "\n".join(lines).encode()
    shown = run("explain", "--context", "1", stdin=page).stdout.decode()
    assert shown.split("\n\n")[0].splitlines() == [
        "   … lines 1 to 3: nothing changed …",
        "4  The council met again on Thursday.",
        "5  R[ɑ→a][м→m]os [ι→i]s [ι→i]n t[ɑ→a]l[к→k]s",
        "6  The council met again on Thursday.",
        "   … lines 7 to 9: nothing changed …",
    ]


def test_both_texts_stand_beside_each_other_in_a_wide_terminal() -> None:
    shown = on_terminal(PAGE, columns=120)
    head, first, *_ = plain(shown).splitlines()
    assert head.split() == ["line", "as", "it", "stands", "as", "it", "reads"]
    assert first.split()[0] == "1"
    assert "TҺe ɾιʋeɾ" in first
    assert "The river" in first
    assert "\x1b[1;4;32mҺ\x1b[0m" in shown  # a line under it, not only a colour


def test_a_narrow_terminal_has_one_text() -> None:
    assert plain(on_terminal(PAGE, columns=80)).startswith("The river rose")
    assert "as it stands" in on_terminal(PAGE, "--layout", "beside", columns=80)
    assert "as it stands" not in on_terminal(PAGE, "--layout", "inline", columns=120)


def test_columns_stand_straight_whatever_the_width_of_a_character() -> None:
    page = "漢字 Rɑмos ιs ιn tɑlкs\n👩\u200d👩\u200d👧 and beer\n한국어 plain text\n"
    shown = plain(on_terminal(page.encode(), columns=110)).splitlines()
    at = cell_len(shown[0][: shown[0].index("as it reads")])
    for line, right in zip(
        shown[1:4], ("漢字 Ramos", "👩\u200d👩\u200d👧 and", "한국어"), strict=True
    ):
        assert cell_len(line[: line.rindex(right)]) == at


def test_lines_from_right_to_left_are_isolated_beside_each_other() -> None:
    shown = plain(on_terminal("هذا النص سليم، وفيه كلمة раypаl هنا\n".encode(), columns=120))
    assert shown.count("\u2068") == shown.count("\u2069") == 2


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("context", [[], ["--context", "0"]])
def test_no_text_steers_a_terminal(columns: int, context: list[str]) -> None:
    shown = on_terminal(NASTY.encode(), "--profile", "full", *context, columns=columns)
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown).count("\x1b") == 0
    for control in "\x00\x08\x9b\u202e\u202c\u2066\u2028\u200f":
        assert control not in shown
    assert "<U+202E>" in shown or columns == 80  # on one side only what was meant is shown


def test_beside_works_in_a_pipe() -> None:
    page = "Rɑмos ιs ιn tɑlкs".encode()
    shown = run("explain", "--layout", "beside", stdin=page, env={"COLUMNS": "90"}).stdout.decode()
    assert shown.splitlines()[1].split("  ")[-1].strip() == "R[a][m]os [i]s [i]n t[a]l[k]s"
    assert "\x1b" not in shown


def test_many_files_are_one_table(folder: Path) -> None:
    head, honest, page, blank, count = run("explain", folder).stdout.decode().splitlines()
    assert head.split() == ["file", "characters", "changes", "score", "families", "verdict"]
    assert re.split(" {2,}", honest) == [
        *(str(folder / "deep" / "honest.txt"), f"{len(HONEST):,}", "0", "-", "-"),
        "Nothing is disguised.",
    ]
    reading = unspoof.read(DISGUISED)
    assert re.split(" {2,}", page) == [
        *(str(folder / "page.txt"), f"{len(DISGUISED):,}", f"{len(reading.edits)}"),
        *(f"{reading.score:.2f}", "251 lookalike, 19 faux, 17 stylised"),
        "287 of 599 letters are look-alikes, all from one table of 11: the work of a tool.",
    ]
    assert (blank, count) == ("", "2 texts, 1 of them disguised; 1 file skipped, not UTF-8.")


def test_the_table_fits_the_terminal(folder: Path) -> None:
    shown = plain(on_terminal(b"", folder, columns=70))
    assert max(map(cell_len, shown.splitlines())) <= 70


def test_many_files_are_shown_with_their_context(folder: Path) -> None:
    shown = run("explain", "--context", "0", folder).stdout.decode()
    name, text, table, _ = shown.split("\n\n")
    assert name == str(folder / "page.txt")
    assert text.startswith("1  T[Һ→h]e ")
    assert table.startswith("file ")


def test_many_files_as_json_are_one_line_each(folder: Path) -> None:
    done = run("explain", "--json", folder, "-", stdin=b"plain")
    names = [str(folder / "deep" / "honest.txt"), str(folder / "page.txt"), "stdin"]
    for line, name, text in zip(
        done.stdout.splitlines(), names, [HONEST, DISGUISED, "plain"], strict=True
    ):
        assert json.loads(line) == {"file": name, **unspoof.read(text).to_dict()}


def test_check_looks_at_all_of_them(folder: Path) -> None:
    deep = folder / "deep"
    for more in ([], ["--json"]):
        assert run("explain", "--check", folder, *more).returncode == 1
        assert run("explain", "--check", deep, *more).returncode == 0


def test_names_of_files_steer_nothing(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\u202etxt.exe").write_bytes(PAGE)
    shown = run("explain", tmp_path).stdout.decode()
    assert "a<U+001B>[2J<U+202E>txt.exe" in shown


def test_a_named_file_that_is_no_text_is_an_error(folder: Path) -> None:
    done = run("explain", folder / "image.png", folder / "page.txt")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"Error: {folder / 'image.png'} is not UTF-8")
