"""Files cut into code, comments, strings and prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoof.check.lexing import lexed

NAMES = ["a.py", "a.c", "a.rs", "a.js", "a.go", "a.md", "a.html", "a.json", "a.yaml", "a.po", "a"]


def parts(name: str, text: str, kind: str) -> list[str]:
    return [text[part.start : part.end] for part in lexed(name, text).parts if part.kind == kind]


def atoms(name: str, text: str) -> list[str]:
    return [text[part.start : part.end] for part in lexed(name, text).atoms]


@pytest.mark.parametrize(
    ("name", "text", "kind", "expected"),
    [
        ("a.py", "имя = 'строка'  # слово\n", "comment", ["# слово"]),
        ("a.py", "имя = 'строка'  # слово\n", "string", ["'строка'"]),
        ("a.py", '"""Doc."""\n', "string", ['"""Doc."""']),
        ("a.c", 'int a; /* b\nc */ char *d = "e";', "comment", ["/* b\nc */"]),
        ("a.c", '#define Имя "строка"\n', "comment", []),
        ("a.json", '{"ключ": "значение"}', "string", ['"значение"']),
        ("a.md", "Слово `код`\n", "string", ["`код`"]),
        ("a.html", "<p>Слово</p>", "prose", ["Слово"]),
        ("a.txt", "Слово", "prose", ["Слово"]),
        ("a.nothing", "# Слово", "prose", ["# Слово"]),
    ],
)
def test_parts(name: str, text: str, kind: str, expected: list[str]) -> None:
    assert parts(name, text, kind) == expected


def test_a_script_is_known_by_its_first_line() -> None:
    assert lexed("tool", "#!/usr/bin/env python3\nx = 1\n").language == "Python"
    assert lexed("tool", "#!/opt/no/such/thing\nx = 1\n").language == ""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.py", "f'a{b + c}d' + 'e'", ["f'a{b + c}d'", "'e'"]),
        ("a.js", "`a${b}c` + 'd'", ["`a${b}c`", "'d'"]),
        ("a.kt", 'val a = "b $c d"', ['"b $c d"']),
        ("a.swift", 'let a = "b\\(c)d"', ['"b\\(c)d"']),
        ("a.rb", 'a = "b#{c}d"', ['"b#{c}d"']),
        ("a.rs", '// a\nlet b = "c{d}e";', ["// a", '"c{d}e"']),
    ],
)
def test_what_a_string_has_put_into_it_belongs_to_it(
    name: str, text: str, expected: list[str]
) -> None:
    assert [atom.rstrip("\n") for atom in atoms(name, text)] == expected


LETTERS = st.sampled_from("a\u044f \n\r\t\"'`/*#<>{}$\\\u202e\u200b😀")


@given(st.sampled_from(NAMES), st.text(LETTERS, max_size=60))
def test_the_parts_cover_a_file_without_gaps(name: str, text: str) -> None:
    cut = lexed(name, text)
    assert "".join(text[part.start : part.end] for part in cut.parts) == text
    ends = [0, *(part.end for part in cut.parts)]
    assert [part.start for part in cut.parts] == ends[:-1]
