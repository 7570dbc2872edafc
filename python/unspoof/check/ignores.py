"""Findings that the file itself excuses: `unspoof: ignore[rule]` in the line of the finding."""

from __future__ import annotations

import re

from unspoof._sarif import Finding

_IGNORE = re.compile(r"unspoof: ignore(?P<file>-file)?\b(?:\[(?P<rules>[\w\s,-]*)\])?")


def is_ignored(finding: Finding, text: str) -> bool:
    """Whether its first line excuses a finding, or an `unspoof: ignore-file[rule]` in its text.

    Without a list of rules all are excused. It counts wherever it stands in the line: languages
    differ in their comments.
    """
    first = finding.snippet.split("\n", 1)[0]
    return any(
        _excuses(one, finding) and bool(one["file"]) == whole
        for part, whole in ((first, False), (text, True))
        for one in _IGNORE.finditer(part)
    )


def _excuses(one: re.Match[str], finding: Finding) -> bool:
    rules = one["rules"]
    return rules is None or finding.rule in (rule.strip() for rule in rules.split(","))
