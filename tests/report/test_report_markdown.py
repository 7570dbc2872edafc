"""The Markdown report: whatever a text says, it is code and nothing else."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports import NASTY, NASTY_NAME, made, named
from samples import DISGUISED, HONEST
from unspoof import _core, report
from unspoof.report._markdown import cell, code, fenced

PARSER = MarkdownIt("commonmark").enable("table")
OURS = {"heading", "paragraph", "inline", "bullet_list", "list_item", "fence"}
OURS |= {"table", "thead", "tbody", "tr", "th", "td"}


def tokens(text: str) -> Iterator[Token]:
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


def prose(text: str) -> str:
    """What is neither in a code span nor in a fenced block."""
    return "\n".join(token.content for token in tokens(text) if token.type == "text")


@pytest.mark.parametrize("text", [NASTY, DISGUISED, HONEST, ""])
def test_a_text_is_code_and_nothing_else(text: str) -> None:
    shown = report.render(named(NASTY_NAME, text), "markdown")
    block = {"text", "code_inline", "softbreak", "strong_open", "strong_close"}
    for token in tokens(shown):
        kind = re.sub("_(open|close)$", "", token.type)
        assert kind in OURS or token.type in block, token
    for trap in ("http", "@team", "#12", "<", "evil", "script", "bold**", "|"):
        assert trap not in prose(shown)


def test_texts_and_names_are_shown_in_full() -> None:
    shown = report.render(named(NASTY_NAME, NASTY), "markdown")
    spans = [one.content for one in tokens(shown) if one.type == "code_inline"]
    assert "<script>alert(1)</script>|`@team`⟨RLO⟩txt.exe⟨LF⟩&amp;.txt" in spans
    blocks = {one.info: one.content for one in tokens(shown) if one.type == "fence"}
    assert "- Transfer to ⟨RLO⟩knab eht⟨PDF⟩ today" in blocks["diff"]
    assert "+ Transfer to the bank today" in blocks["diff"]
    assert blocks["text"].rstrip("\n").endswith("````` five ticks")
    assert "<b>ignore</b> `all` @team http://evil.example/" in shown


def test_nothing_raw_could_turn_the_page_round() -> None:
    shown = report.render(named(NASTY_NAME, NASTY), "markdown")
    controls = {char for char in shown if unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")}
    assert controls == {"\n"}
    assert not {char for char in shown if unicodedata.bidirectional(char) in ("RLO", "LRO", "RLI")}


def test_tables_have_a_cell_for_each_column() -> None:
    made_up = _core.obfuscate(HONEST, "mixed", 0.5, 3)
    found = list(tokens(report.render(made(made_up.text), "markdown")))
    widths: list[list[int]] = []
    for token in found:
        if token.type == "table_open":
            widths.append([])
        elif token.type == "tr_open":
            widths[-1].append(0)
        elif token.type in ("th_open", "td_open"):
            widths[-1][-1] += 1
    assert [set(table) for table in widths] == [{3}, {7}, {5}]
    # A bar that was not escaped would push a cell out of its row, where the parser drops it.
    rows = report.render(made(made_up.text), "markdown").split("\n")
    for row in rows:
        if row.startswith("| `"):
            assert len(re.findall(r"(?<!\\)\|", row)) in (6, 8)


def test_the_lines_are_a_diff() -> None:
    shown = report.render(made(DISGUISED), "markdown")
    (diff,) = (one.content for one in tokens(shown) if one.info == "diff")
    gone = [line[2:] for line in diff.split("\n") if line.startswith("- ")]
    come = [line[2:] for line in diff.split("\n") if line.startswith("+ ")]
    assert gone == DISGUISED.splitlines()
    assert come == HONEST.splitlines()


def test_very_long_reports_are_cut_where_github_would() -> None:
    made_up = _core.obfuscate(HONEST * 150, "lookalike", 0.2, 1)
    shown = report.render(made(made_up.text), "markdown")
    assert len(shown.encode()) < 512 * 1024
    assert "more lines with changes." in shown
    assert re.search(r"And \d+ rarer glyphs\.", shown)


@given(st.text(alphabet="`| a\\\n\r<&*", max_size=30))
def test_any_text_comes_back_out_of_a_span(text: str) -> None:
    (paragraph,) = (one for one in PARSER.parse(f"x{code(text)}x") if one.type == "inline")
    spans = [one.content for one in paragraph.children or () if one.type == "code_inline"]
    assert spans == [re.sub("\r\n|\r|\n", "⟨LF⟩", text) or " "]


@given(st.text(alphabet="`|a\\<", min_size=1, max_size=30))
def test_any_text_comes_back_out_of_a_cell(text: str) -> None:
    found = list(tokens(f"| head | next |\n| --- | --- |\n| x{cell(text)}x | end |\n"))
    assert [one.content for one in found if one.type == "code_inline"] == [text]
    assert sum(one.type == "td_open" for one in found) == 2


@given(st.text(alphabet="`~a\n \t", max_size=40))
def test_any_text_comes_back_out_of_a_block(text: str) -> None:
    (block, _) = PARSER.parse(f"{fenced(text, 'text')}\n\nafter")[:2]
    assert block.type == "fence"
    assert block.content == (text if text.endswith("\n") else f"{text}\n")
