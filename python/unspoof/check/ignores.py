"""Findings that the file itself excuses: `unspoof: ignore[rule]` in the line of the finding."""

from __future__ import annotations

import re

from unspoof._sarif import Finding

_IGNORE = re.compile(r"unspoof: ignore(?P<file>-file)?\b(?:\[(?P<rules>[\w\s,-]*)\])?")


class Ignores:
    """What one file excuses."""

    def __init__(self, text: str) -> None:
        """Finds what the text excuses as a whole, once for all findings."""
        self._whole = [one for one in _IGNORE.finditer(text) if one["file"]]

    def __call__(self, finding: Finding) -> bool:
        """Whether its first line excuses a finding, or an `unspoof: ignore-file[rule]` in the file.

        Without a list of rules all are excused. It counts wherever it stands in the line: languages
        differ in their comments.
        """
        first = finding.snippet.split("\n", 1)[0]
        line = [one for one in _IGNORE.finditer(first) if not one["file"]]
        return any(_excuses(one, finding) for one in (*line, *self._whole))


def _excuses(one: re.Match[str], finding: Finding) -> bool:
    rules = one["rules"]
    return rules is None or finding.rule in (rule.strip() for rule in rules.split(","))
