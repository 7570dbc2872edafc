"""The command `check`: formats, options, exit codes, what files excuse, what projects configure."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

import unspoof
from check.planted_files import PLANTED, expanded
from command import COMMAND, run
from sarif_schema import validate
from unspoof.check import RULES
from unspoof.check.fingerprint import line_hashes

BAD = "def say\u041dello(): pass\ndef sayHello(): pass\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.py").write_text(BAD, encoding="utf-8")
    Path("good.py").write_text("имя = 'слово'  # 話\n", encoding="utf-8")


def test_nothing_found_is_0_and_something_is_1() -> None:
    done = run("check", "good.py")
    assert (done.returncode, done.stdout) == (0, b"Nothing found in 1 file.\n")
    assert run("check", ".").returncode == 1


def test_text_shows_the_place_and_the_line_with_what_was_found() -> None:
    place, line, _, summary = run("check", ".").stdout.decode().splitlines()
    assert place == (
        "bad.py:1:5: error: 'say\u041dello' looks like 'sayHello' (line 2): U+041D CYRILLIC "
        "CAPITAL LETTER EN; did you mean 'sayHello'? [confusable-identifier]"
    )
    assert line == "     1 | def [say\u041dello](): pass"
    assert summary == "1 finding (1 confusable-identifier) in 2 files."


def test_what_is_not_seen_is_spelt_out_and_a_long_line_is_cut() -> None:
    Path("bad.py").write_text("x = '" + "a" * 500 + "\u200bb'\n", encoding="utf-8")
    shown = run("check", "bad.py").stdout.decode()
    assert "…" + "a" * 60 + "[<U+200B>]b'" in shown
    assert "\u200b" not in shown


def test_a_terminal_gets_colours_and_is_not_steered() -> None:
    Path("bad.py").write_text("x\u200by = '\x1b[2J \u202e'\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    with subprocess.Popen(
        [COMMAND, "check", "bad.py"], stdout=theirs, env={**env, "TERM": "xterm-256color"}
    ) as child:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b"")).decode()
    os.close(ours)
    assert child.returncode == 1
    assert "\x1b[1;31merror\x1b[0m" in shown
    assert "\x1b[1;33m[<U+200B>]\x1b[0m" in shown
    assert "<U+001B>[2J" in shown
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side was closed
        return b""


def test_json_has_everything_in_ascii() -> None:
    Path("photo.png").write_bytes(b"\x89PNG\0")
    done = run("check", "--format", "json", ".")
    assert done.stdout.isascii()
    told = json.loads(done.stdout)
    assert (told["files"], told["ignored"]) == (2, 0)
    assert told["skipped"] == [{"path": "photo.png", "reason": "binary"}]
    (finding,) = told["findings"]
    assert (finding["path"], finding["rule"]) == ("bad.py", "confusable-identifier")
    assert finding["region"] == {"line": 1, "column": 5, "end_line": 1, "end_column": 13}
    assert finding["fixes"][0]["replacement"] == "sayHello"
    assert finding["snippet"] == BAD.splitlines()[0]


def test_sarif_is_valid_and_complete() -> None:
    for template in PLANTED:
        program, _ = expanded(template.read_text(encoding="utf-8"))
        Path(template.stem).write_text(program, encoding="utf-8")
    Path("photo.png").write_bytes(b"\x89PNG\0")
    done = run("check", "--format", "sarif", ".")
    assert done.returncode == 1
    log = json.loads(done.stdout)
    validate(log)
    (one,) = log["runs"]
    assert one["tool"]["driver"]["version"] == unspoof.__version__
    assert one["columnKind"] == "unicodeCodePoints"
    described = {rule["id"]: rule for rule in one["tool"]["driver"]["rules"]}
    assert list(described) == [asked.rule.id for asked in RULES]
    assert {result["ruleId"] for result in one["results"]} >= {"bidi-control"}
    assert one["invocations"][0]["toolExecutionNotifications"]
    for result in one["results"]:
        assert described[result["ruleId"]]["help"]["markdown"]
        place = result["locations"][0]["physicalLocation"]
        lines = Path(place["artifactLocation"]["uri"]).read_text(encoding="utf-8")
        number = place["region"]["startLine"] - 1
        assert place["contextRegion"]["snippet"]["text"].startswith(lines.split("\n")[number])
        expected = {"primaryLocationLineHash": line_hashes(lines)[number]}
        assert result["partialFingerprints"] == expected


def test_fixes_in_sarif_mend_the_file() -> None:
    log = json.loads(run("check", "--format", "sarif", "bad.py").stdout)
    (change,) = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    line = BAD.splitlines()[region["startLine"] - 1]
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    assert line[:start] + replacement["insertedContent"]["text"] + line[end:] == (
        "def sayHello(): pass"
    )


def test_github_gets_workflow_commands() -> None:
    Path("a,b.py").write_text("x = '\u202ea%'; y = 2\n", encoding="utf-8")
    command, _ = run("check", "--format", "github", ".").stdout.decode().splitlines()
    place = "file=a%2Cb.py,line=1,endLine=1,col=6,endColumn=7,title=bidi-control"
    assert command.startswith(f"::error {place}::U+202E RIGHT-TO-LEFT OVERRIDE")
    assert "a%25" in command or "%25a" in command


def test_output_goes_to_a_file_whole_and_never_over_the_input() -> None:
    done = run("check", "bad.py", "--format", "sarif", "-o", "out.sarif")
    assert (done.returncode, done.stdout) == (1, b"")
    validate(json.loads(Path("out.sarif").read_text(encoding="utf-8")))
    done = run("check", "bad.py", "-o", "bad.py")
    assert done.returncode == 2
    assert b"bad.py is an input itself" in done.stderr
    assert Path("bad.py").read_text(encoding="utf-8") == BAD
    done = run("check", "bad.py", "missing.py", "-o", "new.txt")
    assert (done.returncode, Path("new.txt").exists()) == (2, False)


def test_rules_can_be_chosen_and_left_out() -> None:
    Path("bad.py").write_text(BAD + "# f\u200br\u200be\u200be\n", encoding="utf-8")
    told = json.loads(run("check", "--format", "json", "bad.py").stdout)
    assert len(told["findings"]) == 2
    only = ["--rule", "invisible-character", "--rule", "bidi-control"]
    for options in (only, ["--ignore", "confusable-identifier"]):
        told = json.loads(run("check", "--format", "json", *options, "bad.py").stdout)
        assert [one["rule"] for one in told["findings"]] == ["invisible-character"]
    assert run("check", "--exclude", "bad*", ".").returncode == 0


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# unspoof: ignore", 0),
        ("# unspoof: ignore[confusable-identifier]", 0),
        ("# unspoof: ignore[bidi-control, confusable-identifier]", 0),
        ("# unspoof: ignore[bidi-control]", 1),
        ("# unspoof: ignored", 1),
    ],
)
def test_a_line_can_excuse_what_is_found_in_it(comment: str, code: int) -> None:
    first, rest = BAD.split("\n", 1)
    Path("bad.py").write_text(f"{first}  {comment}\n{rest}", encoding="utf-8")
    done = run("check", "bad.py")
    assert done.returncode == code
    assert (b"1 excused there" in done.stdout) == (code == 0)
    # In another line it excuses nothing, but for the whole file.
    Path("bad.py").write_text(f"{comment}\n{BAD}", encoding="utf-8")
    assert run("check", "bad.py").returncode == 1
    whole = comment.replace("ignore", "ignore-file")
    Path("bad.py").write_text(f"{whole}\n{BAD}", encoding="utf-8")
    assert run("check", "bad.py").returncode == code


def test_explain_prints_what_a_rule_is_about() -> None:
    for asked in RULES:
        done = run("check", "--explain", asked.rule.id)
        assert (done.returncode, done.stdout.decode()) == (0, asked.rule.help)
        assert asked.rule.help.startswith(f"# {asked.rule.id}\n")


def configure(text: str) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")


def test_a_project_can_configure_it() -> None:
    configure('[tool.unspoof.check]\nexclude = ["bad.py"]\n')
    assert run("check", ".").returncode == run("check", "bad.py").returncode == 0
    configure('[tool.unspoof.check]\nignore = ["confusable-identifier"]\n')
    assert run("check", ".").returncode == 0
    configure('[tool.unspoof.check]\nrule = ["bidi-control"]\n')
    assert run("check", ".").returncode == 0
    assert run("check", "--rule", "confusable-identifier", ".").returncode == 1
    configure("[tool.other]\nexclude = 3\n")
    assert run("check", ".").returncode == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[tool.unspoof.check]\nexclud = []\n", "has 'exclud'; there are exclude, ignore, rule"),
        ('[tool.unspoof.check]\nexclude = "a"\n', "'exclude' is no list of strings"),
        ('[tool.unspoof.check]\nignore = ["a"]\n', "no rule 'a'; there are bidi-control, "),
        ("[tool.unspoof]\ncheck = 3\n", "is no table"),
        ("[tool.unspoof\n", "pyproject.toml is no TOML"),
    ],
)
def test_a_wrong_configuration_is_explained(text: str, complaint: str) -> None:
    configure(text)
    done = run("check", ".")
    assert (done.returncode, done.stdout) == (2, b"")
    assert complaint in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "Missing argument 'PATH...'"),
        (["nothing.py"], "nothing.py: no such file or directory"),
        (["--rule", "x", "."], "no rule 'x'; there are bidi-control, "),
        (["--explain", "x"], "no rule 'x'"),
        (["--format", "xml", "."], "'xml' is not one of"),
    ],
)
def test_wrong_usage_is_explained(arguments: list[str], complaint: str) -> None:
    done = run("check", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert complaint in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
