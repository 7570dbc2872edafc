"""Findings as annotations of GitHub Actions: workflow commands, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspoof._sarif import Finding
    from unspoof.check import Report

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def commands(report: Report) -> str:
    """A workflow command for each finding; GitHub shows it at its place."""
    return "".join(map(_command, report.findings))


def _command(finding: Finding) -> str:
    place = {"file": finding.path}
    if finding.region is not None:
        place["line"] = str(finding.region.line)
        place["endLine"] = str(finding.region.end_line)
        # GitHub takes columns only where there is one line.
        if finding.region.line == finding.region.end_line:
            place["col"] = str(finding.region.column)
            place["endColumn"] = str(finding.region.end_column)
    place["title"] = finding.rule
    told = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{_LEVELS[finding.level]} {told}::{_data(finding.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
