"""What the documentation shows is what happens: docstrings, Python blocks, console blocks."""

import doctest
import os
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import unspoof
from extras import needed
from markdown import blocks, needs
from unspoof.guards import llm_guard

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCKS = [block for page in PAGES for block in blocks(page)]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def check(test: doctest.DocTest) -> None:
    out: list[str] = []
    failed = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=out.append).failed
    assert not failed, "".join(out)


def docstrings() -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = finder.find(unspoof, "unspoof", globs={"unspoof": unspoof})
    for name in unspoof.__all__:
        thing = getattr(unspoof, name)
        if callable(thing):
            # `module=False`: the compiled half is imported, and its examples are ours all the same.
            found += finder.find(thing, name, module=False, globs={"unspoof": unspoof})
    found += finder.find(llm_guard)
    return [test for test in found if test.examples]


@pytest.mark.parametrize("test", docstrings(), ids=lambda test: test.name)
def test_docstring(test: doctest.DocTest) -> None:
    check(test)


def test_every_public_name_is_documented() -> None:
    examples = {test.name for test in docstrings()}
    for name in unspoof.__all__:
        thing = getattr(unspoof, name)
        if not callable(thing):
            continue
        assert name in examples, f"{name} has no example"
        if isinstance(thing, type):
            for member, value in vars(thing).items():
                assert member.startswith("_") or value.__doc__, f"{name}.{member}"


def python_pages() -> list[ParameterSet]:
    return [
        pytest.param(page, id=page.name)
        for page in PAGES
        if any(block.path == page and ">>> " in block.code for block in BLOCKS)
    ]


@pytest.mark.parametrize("page", python_pages())
def test_python_blocks(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of one page are one session: a later one can use an earlier one's names."""
    for module in needs(page):
        needed(module)
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"unspoof": unspoof}
    for block in BLOCKS:
        if block.path == page and ">>> " in block.code:
            parser = doctest.DocTestParser()
            test = parser.get_doctest(block.code, {}, page.name, str(page), block.line)
            test.globs = names
            out: list[str] = []
            runner = doctest.DocTestRunner(optionflags=FLAGS)
            runner.run(test, out=out.append, clear_globs=False)
            assert not runner.failures, "".join(out)


# A command of ours at the prompt, alone or at the end of a pipe; others are not ours to test.
_OURS = re.compile(r"(?:[^|;&]+\| *)?unspoof\b")


def commands() -> list[ParameterSet]:
    rows = []
    for block in BLOCKS:
        if block.language in ("console", "sh", "shell"):
            for shown in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
                line, _, expected = shown.partition("\n")
                if _OURS.match(line):
                    name = f"{block.path.name}:{block.line}: {line}"
                    rows.append(pytest.param(line, expected, id=name))
    return rows


@pytest.mark.parametrize(("line", "expected"), commands())
def test_console_block(line: str, expected: str, tmp_path: Path) -> None:
    """Run in the project's folder."""
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=ROOT,
        env={**os.environ, "PATH": path, "TMPDIR": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    got = done.stdout.decode()
    checker = doctest.OutputChecker()
    assert checker.check_output(expected.rstrip() + "\n", got.rstrip() + "\n", FLAGS), got
