"""One run over many files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from unspoof._sarif import Finding, Region, Rule, Skipped
from unspoof.check.doubt import is_clear
from unspoof.check.files import File, UnreadableError, files, text
from unspoof.check.fingerprint import line_hashes
from unspoof.check.ignores import Ignores
from unspoof.check.rules import RULES, CheckRule
from unspoof.check.source import Source

_NOWHERE = Region(0, 0, 0, 0)


@dataclass
class Report:
    """What a run found, by file and place; what it skipped; how many files it looked at."""

    rules: tuple[Rule, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    files: int = 0
    ignored: int = 0


def check(
    paths: Iterable[str], exclude: Iterable[str] = (), rules: Iterable[CheckRule] = RULES
) -> Report:
    """Looks through files and directories; UnreadableError where one that was named cannot be."""
    asked = tuple(rules)
    report = Report(rules=tuple(one.rule for one in asked))
    across = [one.across() for one in asked if one.across is not None]
    looked_at: list[File] = []
    for file in files(paths, exclude):
        try:
            source = Source(file.name, text(file.path))
        except UnreadableError as error:
            if file.is_named:
                raise UnreadableError(f"{file.name}: {error}") from error
            report.skipped.append(Skipped(file.name, str(error)))
            continue
        looked_at.append(file)
        if not is_clear(source):
            report.findings += (found for one in asked for found in one.find(source))
            for one in across:
                one.add(source)
    for one in across:
        report.findings += one.find(Source(file.name, text(file.path)) for file in looked_at)
    report.files = len(looked_at)
    paths_of = {file.name: file.path for file in looked_at}
    _finish(report, {name: text(paths_of[name]) for name in {one.path for one in report.findings}})
    return report


def _finish(report: Report, texts: dict[str, str]) -> None:
    """Leaves out what the files excuse, sorts the rest, and makes each known by its fingerprint."""
    ignores = {path: Ignores(text) for path, text in texts.items()}
    kept = [one for one in report.findings if not ignores[one.path](one)]
    report.ignored = len(report.findings) - len(kept)
    kept.sort(key=lambda one: (one.path, one.region or _NOWHERE, one.rule))
    hashes = {path: line_hashes(texts[path]) for path in {one.path for one in kept}}
    report.findings = [
        replace(one, fingerprint=hashes[one.path][one.region.line - 1]) if one.region else one
        for one in kept
    ]
