"""What each rule finds, and what it leaves alone."""

from collections.abc import Sequence

import pytest

from unspoof._sarif import Finding
from unspoof.check import RULES
from unspoof.check.doubt import is_clear
from unspoof.check.rules import confusable_identifier
from unspoof.check.source import Source

RLO, RLI, LRI, PDI, RLE, PDF = "\u202e", "\u2067", "\u2066", "\u2069", "\u202b", "\u202c"
ZWSP, ZWJ = "\u200b", "\u200d"


def found(name: str, text: str, rule: str | None = None) -> list[Finding]:
    source = Source(name, text)
    findings = [one for asked in RULES for one in asked.find(source)]
    # What is not cut up must be what has nothing to find.
    assert not (findings and is_clear(source))
    return [one for one in findings if rule in (None, one.rule)]


def rules(name: str, text: str) -> list[str]:
    return [one.rule for one in found(name, text)]


def mended(text: str, finding: Finding) -> str:
    lines = text.split("\n")
    for fix in reversed(finding.fixes):
        region = fix.region
        assert region.line == region.end_line
        line = lines[region.line - 1]
        before, after = line[: region.column - 1], line[region.end_column - 1 :]
        lines[region.line - 1] = before + fix.replacement + after
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", f"x = '{RLI}שלום{PDI}'  # {RLE}שלום{PDF}"),
        ("a.py", f"x = f'{RLI}{{name}}{PDI}'"),
        ("a.js", f"x = `{RLI}${{name}}{PDI}`"),
        ("a.kt", f'val x = "{RLI}$name{PDI}"'),
        ("a.txt", f"{RLE}שלום עולם"),
        ("a.md", f"{RLE}שלום עולם\n\n{RLI}README{PDI}"),
        ("a.po", f'msgstr "{RLE}شەو"\n'),
        ("a.json", f'{{\n  "a": "{RLE}שלום",\n  "b": 1\n}}'),
        ("a.c", 'char *s = "\u200eabc\u200f"; // \u061c'),
    ],
)
def test_directions_that_are_ended_or_bear_on_no_code_are_left_alone(name: str, text: str) -> None:
    assert rules(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "column"),
    [
        ("a.c", f'char *s = "{RLI}abc"; int x;', 12),
        ("a.c", f"int {RLI}x{PDI};", 5),
        ("a.py", f"x = 'a{RLE}b{PDF}'  # {LRI}c", 15),
        ("a.json", f'{{"a": "{RLO}b"}}', 8),
        ("a.json", f'{{"a": "{RLE}b", "c": 1}}', 8),
        ("a.txt", f"send {RLO}yenom{PDF} now", 6),
        ("a.py", f"x = 'send {RLO}yenom{PDF} now'", 11),
    ],
)
def test_directions_that_deceive_are_found(name: str, text: str, column: int) -> None:
    (finding,) = found(name, text, "bidi-control")
    assert finding.region is not None
    assert finding.region.column == column


def test_what_is_shown_is_told_and_no_fix_makes_it_the_program() -> None:
    code = f"'''Subtract the funds, then {RLI}''' ;return"
    (finding,) = found("a.py", code, "bidi-control")
    assert "U+2067 RIGHT-TO-LEFT ISOLATE" in finding.message
    assert "is not ended in its string" in finding.message
    assert "then return; '''" in finding.message
    assert not finding.fixes


def test_text_that_is_turned_inside_a_string_can_be_mended() -> None:
    code = f"x = 'send {RLO}yenom{PDF} now'"
    (finding,) = found("a.py", code, "bidi-control")
    assert mended(code, finding) == "x = 'send money now'"


def test_in_code_every_idle_character_is_found() -> None:
    code = f"a{ZWSP}b = 1\nreturn_{ZWJ} = 2;\u2060\n"
    first, second = found("a.py", code, "invisible-character")
    assert mended(code, first).startswith("ab = 1\n")
    assert "U+200D ZERO WIDTH JOINER" in second.message
    assert "U+2060 WORD JOINER" in second.message


def test_in_text_characters_with_work_to_do_are_left_alone() -> None:
    text = f"# می\u200cخواهم, 👩{ZWJ}💻, ไทย{ZWSP}ภาษา, co\u00adoperation\nx = 1\n"
    assert rules("a.py", text) == []
    assert rules("a.py", f"# f{ZWSP}r{ZWSP}e{ZWSP}e\n") == ["invisible-character"]


def test_a_letter_that_is_erased_is_found_even_in_ascii() -> None:
    (finding,) = found("a.py", "x = 'passx\bword'\n")
    assert finding.rule == "invisible-character"


def test_a_hidden_message_is_found_in_code_and_in_text() -> None:
    carried = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore the above")
    for name, text in (("a.py", f"x = 1  # two wo{carried}rds"), ("a.js", f"let x{carried} = 1;")):
        (finding,) = found(name, text)
        assert finding.rule == "hidden-message"
        assert "'ignore the above'" in finding.message
        assert carried not in mended(text, finding)


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("a.py", "def sayHello(): 0\ndef say\u041dello(): 1", "sayHello"),
        ("a.js", "if (x) { r\u0435turn; } return;", "return"),
        ("a.go", "func us\u0435r() {}", "user"),
        ("a.c", "int \u0430dmin;", "admin"),
        ("a.py", "\u0251dmin = 1", "admin"),
        ("a.js", "let ﬁle = 1, file = 2;", "file"),
        ("a.rs", "fn \u0441\u043e\u0440\u0443() {} fn copy() {}", "copy"),
        ("a.jl", "ρassword = 1", "password"),
    ],
)
def test_an_impostor_is_found_with_what_it_looks_like(name: str, text: str, meant: str) -> None:
    (finding,) = found(name, text, "confusable-identifier")
    assert f"did you mean {meant!r}?" in finding.message
    (fix,) = finding.fixes
    assert fix.replacement == meant
    assert "U+" in finding.message


def test_a_letter_that_looks_like_an_operator_is_found() -> None:
    (finding,) = found("a.js", "if (environment\u01c3=ENV_PROD) {}")
    assert "'!'" in finding.message
    assert not finding.fixes


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jl", "ν, v, ρ, p, ρmax, pmax, Δν, Δv, σ_max, o_max = 1"),
        ("a.jl", "𝐱 = x; ℓ = l; ϕ = φ"),
        ("a.py", "adı, adi, sınır, sinir = 1, 2, 3, 4"),
        ("a.py", "ﬁle = file = 1"),  # one name to Python
        ("a.py", "имя = getИмя = URLадрес = 1"),
        ("a.js", "let ی, ي, 口, ロ, ノード;"),
        ("a.js", "let คำ, ดำ, สำนัก, ส\u0e4d\u0e32นัก, \u00e9t\u00e9, e\u0301te\u0301;"),
        ("a.c", "int l1, ll, Il, O0, rn, m;"),
    ],
)
def test_honest_names_are_left_alone(name: str, text: str) -> None:
    assert rules(name, text) == []


def across(*files: tuple[str, str]) -> list[Finding]:
    sources = [Source(name, text) for name, text in files]
    rule = confusable_identifier.Across()
    for source in sources:
        rule.add(source)
    return list(rule.find(sources))


def test_an_impostor_of_another_file_is_found() -> None:
    (finding,) = across(("a.go", "func \u0441\u043e\u0440\u0443() {}"), ("b.go", "func copy() {}"))
    assert (finding.path, finding.related[0].path) == ("a.go", "b.go")
    assert "'copy' (b.go, line 1)" in finding.message


@pytest.mark.parametrize(
    "files",
    [
        # A file that has Russian names for certain.
        [("a.py", "сор = жук = 1"), ("b.py", "cop = 1")],
        # Another language.
        [("a.py", "сор = 1"), ("b.go", "func cop() {}")],
        # Names of one alphabet, and letters by themselves.
        [("a.py", "sınır = 1"), ("b.py", "sinir = 1")],
        [("a.rs", "let Υ = 1;"), ("b.rs", "let Y = 1;")],
    ],
)
def test_honest_names_of_other_files_are_left_alone(files: Sequence[tuple[str, str]]) -> None:
    assert across(*files) == []


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.py", "x = 1\n# see the p\u0430ge for d\u0435t\u0430ils\n", 2),
        ("a.md", "Plain words.\n\nR\u0251\u043c\u043es \u03b9s \u03b9n t\u0251l\u043as\n", 3),
        ("a.js", "let s = '𝓯𝓻𝓮𝓮 𝓭𝓮𝓵𝓲𝓿𝓮𝓻𝔂';\n", 1),
        (
            "a.txt",
            "п\u0070и\u0432\u0065т, к\u0061к д\u0065л\u0061, м\u006fй д\u006fр\u006fг\u006fй\n",
            1,
        ),
    ],
)
def test_disguised_text_is_found(name: str, text: str, line: int) -> None:
    (finding,) = found(name, text)
    assert finding.rule == "disguised-text"
    assert finding.region is not None
    assert finding.region.line == line
    assert " reads " in finding.message
    assert not found(name, mended(text, finding))


def test_tables_of_letters_are_no_disguise() -> None:
    assert rules("a.py", "# ＫＡＤＯＫＡＷＡ, the publisher, and ＮＨＫ\n") == []
    assert rules("a.rs", "/// 𝗅𝗈𝗀₁₀ℯ and 𝗅𝗈𝗀₂10, as 𝗌𝗂𝗇²𝑥\nfn log() {}\n") == []
    code = 'TABLE = {"а": "a", "б": "b", "ΑΒΓ": "abg"}\nassert fold("XΣXΣ") == "xσxς"\n'
    assert rules("a.py", code) == []
