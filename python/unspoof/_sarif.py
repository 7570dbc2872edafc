"""Findings as SARIF 2.1.0, the format that code scanning services read.

The standard is OASIS's, https://docs.oasis-open.org/sarif/sarif/v2.1.0/; what GitHub makes of it is
in its "SARIF support for code scanning".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal
from urllib.parse import quote

from unspoof._core import __version__

Level = Literal["error", "warning", "note"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What the paths are relative to, by the name that GitHub's own tools give it.
_ROOT = "%SRCROOT%"


@dataclass(frozen=True)
class Rule:
    """What a kind of finding means: `summary` is one plain sentence, `help` is Markdown."""

    id: str
    level: Level
    summary: str
    help: str


@dataclass(frozen=True, order=True)
class Region:
    """Where something stands: lines and columns count from 1, columns in code points.

    The end is the place after the last character, as in SARIF.
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Fix:
    """What a region of the finding's own file should say instead."""

    region: Region
    replacement: str


@dataclass(frozen=True)
class Related:
    """Another place that explains a finding, and what is there."""

    path: str
    region: Region
    message: str


@dataclass(frozen=True)
class Finding:
    """One thing found in one file.

    `path` has forward slashes where it is relative. `region` is None for what has no lines, such as
    a table's cell; the message then says where it is. `snippet` is the text of the region's lines.
    `fingerprint` tells the finding from others in later runs, when lines have moved; without one it
    is made of the rule, the message and the snippet.
    """

    rule: str
    level: Level
    message: str
    path: str
    region: Region | None = None
    snippet: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True)
class Skipped:
    """A file that was not looked at, and why."""

    path: str
    reason: str


def dumps(
    findings: Iterable[Finding], rules: Sequence[Rule], skipped: Iterable[Skipped] = ()
) -> str:
    """The report as JSON; `rules` are all those that were looked for, found or not.

    It is ASCII: what is unseen or turns text round in a file must not do so in the report.
    """
    return json.dumps(log(findings, rules, skipped), indent=2) + "\n"


def log(
    findings: Iterable[Finding], rules: Sequence[Rule], skipped: Iterable[Skipped] = ()
) -> dict[str, Any]:
    """The same as plain data, a `sarifLog`; KeyError for a finding of none of the rules."""
    index = {rule.id: number for number, rule in enumerate(rules)}
    driver = {
        "name": "unspoof",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    notes = [_notification(one) for one in skipped]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "results": [_result(one, index[one.rule]) for one in findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": rule.level},
        "properties": {"tags": ["security", "unicode"], "precision": "high"},
    }


def _result(finding: Finding, rule_index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.region, finding.snippet)],
        "partialFingerprints": _fingerprints(finding),
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": one.message}, **_location(one.path, one.region)}
            for number, one in enumerate(finding.related)
        ]
    if finding.fixes:
        replacements = [
            {"deletedRegion": _region(fix.region), "insertedContent": {"text": fix.replacement}}
            for fix in finding.fixes
        ]
        change = {"artifactLocation": _artifact(finding.path), "replacements": replacements}
        text = "Write what the text is read as."
        result["fixes"] = [{"description": {"text": text}, "artifactChanges": [change]}]
    return result


def _location(path: str, region: Region | None, snippet: str = "") -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if region is not None:
        place["region"] = _region(region)
        if snippet:
            place["contextRegion"] = {
                "startLine": region.line,
                "endLine": region.end_line,
                "snippet": {"text": snippet},
            }
    return {"physicalLocation": place}


def _artifact(path: str) -> dict[str, str]:
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": _ROOT}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _fingerprints(finding: Finding) -> dict[str, str]:
    if finding.fingerprint:
        return {"primaryLocationLineHash": finding.fingerprint}
    parts = json.dumps([finding.rule, finding.message, finding.snippet])
    return {"unspoof/v1": hashlib.sha256(parts.encode()).hexdigest()[:32]}


def _notification(skipped: Skipped) -> dict[str, Any]:
    return {
        "level": "note",
        "message": {"text": f"not looked at: {skipped.reason}"},
        "locations": [_location(skipped.path, None)],
    }
