"""Findings for a person: place, message, and the line with what was found marked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from unspoof._visible import Honest
from unspoof.cli._marked import harmless, stands
from unspoof.cli._summary import terminal

if TYPE_CHECKING:
    from unspoof._sarif import Finding
    from unspoof.check import Report

_COLOURS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
# How much of a line is shown around what was found, in code points.
_AROUND = 60


def told(report: Report, to_file: bool) -> str:
    """All findings, what was skipped, and a summary; in colour where it goes to a terminal."""
    text = Text()
    for finding in report.findings:
        _add(text, finding)
    for skipped in report.skipped:
        if skipped.reason != "binary":
            text.append(f"{_safe(skipped.path)}: skipped: {skipped.reason}\n")
    text.append(_summary(report))
    console = None if to_file else terminal()
    if console is None:
        return text.plain
    with console.capture() as captured:
        console.print(text, soft_wrap=True, end="")
    return captured.get()


def _add(text: Text, finding: Finding) -> None:
    region = finding.region
    place = f":{region.line}:{region.column}" if region else ""
    text.append(f"{_safe(finding.path)}{place}: ", "bold")
    text.append(finding.level, _COLOURS[finding.level])
    text.append(f": {_safe(finding.message)} [{finding.rule}]\n")
    if region is None:
        return
    line = finding.snippet.split("\n", 1)[0]
    start = region.column - 1
    end = region.end_column - 1 if region.end_line == region.line else len(line)
    before, after = line[:start].lstrip(), line[end:]
    text.append(f"{region.line:>6} | ", "dim")
    text.append(("…" if len(before) > _AROUND else "") + _safe(before[-_AROUND:]))
    # The brackets are there in colour too: what is copied from a terminal has none.
    text.append(f"[{stands(line[start:end][: 2 * _AROUND])}]", _COLOURS[finding.level])
    text.append(_safe(after[:_AROUND].rstrip()) + ("…" if len(after) > _AROUND else "") + "\n\n")


def _safe(text: str) -> str:
    return harmless(text, Honest.of(text))


def _summary(report: Report) -> str:
    kinds = Counter(finding.rule for finding in report.findings)
    told = ", ".join(f"{count:,} {rule}" for rule, count in kinds.most_common())
    found = f"{_count(len(report.findings), 'finding')} ({told})" if told else "Nothing found"
    reasons = Counter(one.reason.split(":", 1)[0] for one in report.skipped)
    skipped = ", ".join(f"{count:,} {reason}" for reason, count in reasons.most_common())
    return (
        f"{found} in {_count(report.files, 'file')}"
        + (f"; {report.ignored:,} excused there" if report.ignored else "")
        + (f"; skipped: {skipped}" if skipped else "")
        + ".\n"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
