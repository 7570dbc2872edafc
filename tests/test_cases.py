"""Every case of tests/cases, read in several ways that must agree.

A known failure is expected to fail: once it passes, its `known_failure` must go. One that names
the ways in which it fails must fail in each of them, and pass in all others.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product

import pytest
from _pytest.mark import ParameterSet
from click.testing import CliRunner

import unspoof
from case_files import Case, load
from unspoof import Reader
from unspoof.cli._commands import unspoof as command

Way = Callable[[Case, str], None]
CASES = list(load())


@cache
def reader(profile: str) -> Reader:
    return Reader(profile)  # type: ignore[arg-type]


def by_restore(case: Case, profile: str) -> None:
    assert reader(profile).restore(case.input) == case.meant


def by_read(case: Case, profile: str) -> None:
    reading = reader(profile).read(case.input)
    assert reading.text == case.meant
    assert unspoof.apply(case.input, reading.edits) == case.meant
    assert reading.undo() == case.input
    assert reading.obfuscated == (case.input != case.meant)


def again(case: Case, profile: str) -> None:
    assert reader(profile).restore(case.meant) == case.meant, "what was meant is honest"


def twice_in_one_document(case: Case, profile: str) -> None:
    whole = reader(profile).restore(f"{case.input}\n\n{case.input}")
    assert whole == f"{case.meant}\n\n{case.meant}"


def line_by_line(case: Case, profile: str) -> None:
    if case.gold is None:
        for line in case.input.splitlines(keepends=True):
            assert reader(profile).restore(line) == line


def by_command(case: Case, profile: str) -> None:
    arguments = ["restore", "--check", "--profile", profile]
    done = CliRunner().invoke(command, arguments, input=case.input.encode())
    bom = "\ufeff" if case.input.startswith("\ufeff") else ""
    assert done.stdout_bytes.decode().removeprefix(bom) == case.meant.removeprefix(bom)
    assert done.exit_code == (case.input != case.meant)


WAYS = [by_restore, by_read, again, twice_in_one_document, line_by_line, by_command]


def rows() -> Iterator[ParameterSet]:
    for case in CASES:
        known = pytest.mark.xfail(strict=True, raises=AssertionError, reason=case.why_not)
        named = case.known_failure if isinstance(case.known_failure, list) else []
        others = [way for way in WAYS if way.__name__ not in named]
        yield pytest.param(
            case, others, id=case.id, marks=[known] if case.known_failure is True else []
        )
        for way in WAYS:
            if way.__name__ in named:
                yield pytest.param(case, [way], id=f"{case.id}-{way.__name__}", marks=[known])


@pytest.mark.parametrize(("case", "ways"), list(rows()))
def test_case(case: Case, ways: list[Way]) -> None:
    failed = [
        f"{way.__name__}, {profile}: {complaint}"
        for way, profile in product(ways, case.profiles)
        if (complaint := _complaint(way, case, profile))
    ]
    assert not failed, "\n".join([case.why, *failed])


def _complaint(way: Way, case: Case, profile: str) -> str:
    try:
        way(case, profile)
    except AssertionError as error:
        return str(error) or "fails"
    return ""


def test_cases_can_be_told_apart() -> None:
    assert CASES
    assert [name for name, count in Counter(case.id for case in CASES).items() if count > 1] == []


def test_cases_say_why_and_change_what_they_say() -> None:
    for case in CASES:
        assert case.why, case.id
        assert case.gold != case.input, f"{case.id}: leave the gold out of an honest case"
        assert case.profile in ("", "careful", "full"), case.id


def test_known_failures_say_why_and_name_ways_that_there_are() -> None:
    ways = {way.__name__ for way in WAYS}
    for case in CASES:
        assert bool(case.known_failure) == bool(case.why_not), case.id
        known = case.known_failure
        assert isinstance(known, bool) or ways.issuperset(known), case.id
