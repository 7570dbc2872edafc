"""The rules: each is a file, whose docstring is what its users read of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

from unspoof._sarif import Finding, Rule
from unspoof.check.rules import (
    bidi_control,
    confusable_identifier,
    disguised_text,
    hidden_message,
    invisible_character,
)
from unspoof.check.source import Source


class Across(Protocol):
    """What a rule finds among the files of a run: it is told of each, and then shown all anew."""

    def add(self, source: Source) -> None:
        """Takes note of a file."""

    def find(self, sources: Iterable[Source]) -> Iterator[Finding]:
        """What is found in what was noted, beside all files of the run."""


@dataclass(frozen=True)
class CheckRule:
    """A rule: what it says of itself, what it finds in one file, and among those of a run."""

    rule: Rule
    find: Callable[[Source], Iterator[Finding]]
    across: Callable[[], Across] | None = None


def _of(module: ModuleType) -> CheckRule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    told = inspect.getdoc(module) or ""
    summary = told.split("\n", 1)[0]
    rule = Rule(name, module.LEVEL, summary, f"# {name}\n\n{told}\n")
    return CheckRule(rule, module.find, getattr(module, "Across", None))


RULES = tuple(
    _of(module)
    for module in (
        bidi_control,
        confusable_identifier,
        disguised_text,
        hidden_message,
        invisible_character,
    )
)
