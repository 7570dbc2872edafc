"""The report as SARIF: each change a result, each family a rule."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from unspoof import Edit, Hidden, _sarif
from unspoof._facts import reason
from unspoof._glyphs import code_points, names
from unspoof._terms import CARRIERS, FAMILIES
from unspoof.report._model import Document, Report

_HIDDEN = "hidden"
# A turned page can run to thousands.
_SPELT_OUT = 8


def render(report: Report) -> str:
    """ASCII, as SARIF is everywhere in this package. Its fixes give the text as it reads."""
    findings = (one for document in report.documents for one in _findings(document))
    rules = [_rule(family, "warning", ": ".join(told)) for family, told in FAMILIES.items()]
    hidden = _rule(_HIDDEN, "error", "Hidden message: a text that is carried unseen")
    return _sarif.dumps(findings, [*rules, hidden])


def _rule(name: str, level: _sarif.Level, told: str) -> _sarif.Rule:
    return _sarif.Rule(name, level, f"{told}.", f"{told}.")


def _findings(document: Document) -> Iterator[_sarif.Finding]:
    for one in document.reading.hidden:
        yield _hidden(document, one)
    seen: Counter[str] = Counter()
    for edit in document.reading.edits:
        # Places move when a text is edited: the n-th time that a glyph is read so is what stays.
        what = f"{edit.family}\0{edit.original}\0{edit.restored}"
        what = hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[what] += 1
        yield _edit(document, edit, f"{what}:{seen[what]}")


def _hidden(document: Document, one: Hidden) -> _sarif.Finding:
    return _sarif.Finding(
        rule=_HIDDEN,
        level="error",
        # As a literal: its words are somebody else's, and may try to steer whoever reads them.
        message=f"Hidden in {CARRIERS[one.carrier]}: {one.text!r}",
        path=document.name,
        region=_region(document, one.start, one.end),
    )


def _edit(document: Document, edit: Edit, fingerprint: str) -> _sarif.Finding:
    region = _region(document, edit.start, edit.end)
    glyphs = edit.original[:_SPELT_OUT]
    more = len(edit.original) - len(glyphs)
    spelt = code_points(glyphs) + (f" and {more:,} more" if more else f" {names(glyphs)}")
    read_as = repr(edit.restored) if edit.restored else "nothing"
    return _sarif.Finding(
        rule=edit.family,
        level="warning",
        message=f"{spelt} read as {read_as}: {reason(edit)}",
        path=document.name,
        region=region,
        fixes=(_sarif.Fix(region, edit.restored),),
        fingerprint=fingerprint,
    )


def _region(document: Document, start: int, end: int) -> _sarif.Region:
    return _sarif.Region(*document.places(start), *document.places(end))
