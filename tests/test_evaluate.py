"""The figures of `evaluate`, on pairs small enough to count by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

import unspoof
from command import run
from unspoof._evaluation import Tally


def figures(*pairs: tuple[str, str, str]) -> dict[str, Any]:
    tally = Tally()
    for given, gold, output in pairs:
        tally.add(given, gold, output)
    return tally.figures()._asdict()


def test_nothing_is_no_share() -> None:
    assert figures() == {
        "lines": 0,
        "exact": None,
        "disguised_words": 0,
        "read": None,
        "folded": None,
        "honest_characters": 0,
        "harmed_characters": 0,
        "harmed_lines": 0,
        "harm_per_million": None,
    }


def test_words_are_disguised_where_the_input_differs() -> None:
    found = figures(("Ɩike а cɑt", "like a cat", "like a cot"))
    assert (found["disguised_words"], found["read"]) == (3, 0.66667)
    assert (found["lines"], found["exact"], found["honest_characters"]) == (1, 0.0, 0)


def test_case_is_ignored_in_folded_only() -> None:
    found = figures(("ᴄat", "Cat", "cat"), ("ᴄat", "Cat", "Cat"))
    assert (found["read"], found["folded"], found["exact"]) == (0.5, 1.0, 0.5)


def test_honest_words_of_a_disguised_line_can_be_harmed() -> None:
    found = figures(("my cɑt sat", "my cat sat", "my cat set"))
    assert (found["read"], found["honest_characters"], found["harmed_characters"]) == (1.0, 5, 1)
    assert found["harmed_lines"] == 0
    assert found["harm_per_million"] == 200_000.0


@pytest.mark.parametrize(
    ("gold", "output", "harmed"),
    [
        ("plain text", "plain text", 0),
        ("plain text", "plain test", 1),
        ("plain text", "plan text", 1),
        ("plain text", "plain  text", 1),
        ("plain text", "", 10),
        ("plain text", "plain tttt", 2),
        ("", "x", 1),
    ],
)
def test_honest_lines_are_harmed_by_the_character(gold: str, output: str, harmed: int) -> None:
    found = figures((gold, gold, output))
    assert (found["harmed_characters"], found["harmed_lines"]) == (harmed, int(harmed > 0))
    assert (found["honest_characters"], found["disguised_words"]) == (len(gold), 0)


def test_words_that_were_parted_or_joined_are_found_by_what_they_stand_between() -> None:
    # The input has more words than the gold, and the output fewer.
    found = figures(("a f r e e day", "a free day", "a freeday"))
    assert (found["disguised_words"], found["read"]) == (1, 0.0)
    assert found["honest_characters"] == 4
    assert found["harmed_characters"] == 3  # "day" stands nowhere
    found = figures(("a f r e e day", "a free day", "a free day"))
    assert (found["read"], found["harmed_characters"]) == (1.0, 0)


ROWS = [
    {"id": "one", "input": "My cɑt sɑt on tҺe mɑt ɑgɑιn", "gold": "My cat sat on the mat again"},
    {"id": "two", "input": "Plain text.", "lang": "en"},
    {"input": "gibb℮risᏂly xqɀ", "gold": "something else", "lang": "xx"},
]


def file_of(folder: Path, rows: list[Any], name: str = "pairs.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_command_prints_a_table(tmp_path: Path) -> None:
    file = file_of(tmp_path, ROWS)
    done = run("evaluate", file)
    assert (done.returncode, done.stderr) == (0, b"")
    head, row = done.stdout.decode().splitlines()
    assert head.split()[:6] == ["set", "lines", "words", "read", "folded", "exact"]
    assert row.removeprefix(str(file)).split() == [
        *("3", "7", "0.7143", "0.7143", "0.6667", "15", "0", "0.0")
    ]


def test_the_command_takes_several_files_and_stdin(tmp_path: Path) -> None:
    one, two = file_of(tmp_path, ROWS), file_of(tmp_path, ROWS[:1], "two.jsonl")
    done = run("evaluate", one, "-", two, stdin=json.dumps(ROWS[1]).encode())
    names = [line.split()[0] for line in done.stdout.decode().splitlines()]
    assert names == ["set", str(one), "stdin", str(two)]
    honest = done.stdout.decode().splitlines()[2].split()[1:]
    assert honest == ["1", "0", "-", "-", "1.0000", "11", "0", "0.0"]


def test_json_holds_every_figure(tmp_path: Path) -> None:
    done = run("evaluate", "--json", "--by", "lang", file_of(tmp_path, ROWS))
    whole, *groups = json.loads(done.stdout)
    assert whole == {
        "file": str(tmp_path / "pairs.jsonl"),
        "lang": None,
        "lines": 3,
        "exact": 0.66667,
        "disguised_words": 7,
        "read": 0.71429,
        "folded": 0.71429,
        "honest_characters": 15,
        "harmed_characters": 0,
        "harmed_lines": 0,
        "harm_per_million": 0.0,
    }
    assert [(row["lang"], row["lines"]) for row in groups] == [("-", 1), ("en", 1), ("xx", 1)]


def test_misses_are_shown_as_literals(tmp_path: Path) -> None:
    rows = [{"input": "\x1b[2J xqɀ\u200b", "gold": "else"}] * 3
    done = run("evaluate", "--misses", "2", file_of(tmp_path, rows))
    shown = done.stdout.decode()
    assert shown.count("  gold  'else'") == 2
    assert "\x1b" not in shown
    assert "\u200b" not in shown
    assert ": '1'\n" in shown


def test_the_profile_and_languages_reach_the_reader(tmp_path: Path) -> None:
    file = file_of(tmp_path, ROWS)
    assert run("evaluate", "--profile", "full", "--language", "en", file).returncode == 0
    done = run("evaluate", "--language", "zz", file)
    assert (done.returncode, b'unknown language "zz"' in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b'{"input": "a"', "line 2: not JSON: Expecting ',' delimiter at column 14"),
        (b"[]", 'line 2: not an object like {"input": "...", "gold": "..."}'),
        (b'{"gold": "a"}', 'line 2: has no "input"'),
        (b'{"input": 1}', 'line 2: "input" is not a string'),
        (b'{"input": "a", "gold": null}', 'line 2: "gold" is not a string'),
        (b'{"input": "\xff"}', "line 2: not UTF-8: byte 0xff at offset 11"),
        (b"[" * 100_000, "line 2: not JSON that can be read: nested too deeply"),
    ],
)
def test_bad_input_is_said_with_its_line(tmp_path: Path, line: bytes, complaint: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(b'{"input": "fine"}\n' + line + b"\n")
    done = run("evaluate", file)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"Error: {file}, {complaint}\n"
    assert (
        f"Error: stdin, {complaint}\n"
        in run("evaluate", "-", stdin=file.read_bytes()).stderr.decode()
    )


def test_files_that_are_not_there_are_said(tmp_path: Path) -> None:
    done = run("evaluate", tmp_path / "none.jsonl")
    assert (done.returncode, b"No such file" in done.stderr) == (2, True)
    assert run("evaluate").returncode == 2


def test_a_byte_order_mark_and_blank_lines_are_no_text() -> None:
    done = run("evaluate", "-", stdin=b'\xef\xbb\xbf{"input": "a"}\r\n\r\n{"input": "b"}')
    assert done.stdout.decode().splitlines()[1].split()[:2] == ["stdin", "2"]


def test_obfuscate_writes_the_disguised_text() -> None:
    text = "Call me\n"
    made = unspoof.obfuscate(text, "fullwidth", 1.0, 0)
    arguments = ["obfuscate", "--family", "fullwidth", "--rate", "1"]
    assert run(*arguments, stdin=text.encode()).stdout.decode() == made.text == "Ｃａｌｌ ｍｅ\n"
    shown = run(*arguments, "--json", stdin=text.encode()).stdout
    assert json.loads(shown) == made.to_dict()


def test_obfuscate_makes_pairs_for_evaluate(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    lines = ["First line of two, in plain words.", "", "And the second line, as plain as that."]
    done = run(
        *("obfuscate", "--pairs", "--family", "zalgo", "--rate", "1", "-o", str(pairs)),
        stdin="\n".join(lines).encode(),
    )
    assert (done.returncode, done.stdout) == (0, b"")
    rows = [json.loads(line) for line in pairs.read_text("utf-8").splitlines()]
    assert [(row["id"], row["gold"]) for row in rows] == [(1, lines[0]), (3, lines[2])]
    assert rows[1]["input"] == unspoof.obfuscate(lines[2], "zalgo", 1.0, 2).text
    table = run("evaluate", pairs, "--by", "family").stdout.decode().splitlines()
    assert [row.split()[0] for row in table] == ["set", str(pairs), "zalgo"]
    assert table[1].split()[2:4] == ["15", "1.0000"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--family", "bold"], "'lookalike'"),
        (["--rate", "2"], "0<=x<=1"),
        (["--seed", "-1"], "0<=x<="),
        (["--json", "--pairs"], "give one"),
    ],
)
def test_obfuscate_refuses_what_there_is_none_of(arguments: list[str], complaint: str) -> None:
    done = run("obfuscate", *arguments)
    assert done.returncode == 2
    assert complaint in done.stderr.decode()
