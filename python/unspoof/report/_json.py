"""The report as JSON, as `schema.json` describes it."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from unspoof import Edit, Hidden
from unspoof._facts import reason
from unspoof._glyphs import code_points, names
from unspoof.report._model import Document, Report


def render(report: Report) -> str:
    """ASCII: what is unseen or turns text round in a text must not do so in its report."""
    return json.dumps(plain(report), indent=2) + "\n"


def plain(report: Report) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "format": "unspoof-report",
        "format_version": 1,
        "tool": {"name": "unspoof", "version": report.version},
        "generated": report.generated.isoformat(timespec="seconds"),
        "profile": report.profile,
        "languages": None if report.languages is None else list(report.languages),
        "documents": [_document(document) for document in report.documents],
    }


def _document(document: Document) -> dict[str, Any]:
    reading, facts = document.reading, document.facts
    return {
        "name": document.name,
        "sha256": document.sha256,
        "bytes": document.size,
        "code_points": facts.length,
        "verdict": document.verdict,
        "obfuscated": reading.obfuscated,
        "score": reading.score,
        "scripts": reading.scripts,
        "languages": reading.languages,
        "changed_code_points": facts.changed,
        "words": facts.words,
        "disguised_words": facts.disguised_words,
        "letters": facts.letters,
        "families": facts.families,
        "glyphs": [dataclasses.asdict(glyph) for glyph in facts.glyphs],
        "scheme": None if facts.scheme is None else dataclasses.asdict(facts.scheme),
        "hidden": [_hidden(document, one) for one in reading.hidden],
        "edits": [_edit(document, edit) for edit in reading.edits],
        "original": reading.original,
        "text": reading.text,
    }


def _hidden(document: Document, one: Hidden) -> dict[str, Any]:
    return {**_span(document, one.start, one.end), "carrier": one.carrier, "text": one.text}


def _edit(document: Document, edit: Edit) -> dict[str, Any]:
    return {
        **_span(document, edit.start, edit.end),
        "original": edit.original,
        "restored": edit.restored,
        "code_points": code_points(edit.original),
        "name": names(edit.original),
        "family": edit.family,
        "confidence": edit.confidence,
        "reason": reason(edit),
    }


def _span(document: Document, start: int, end: int) -> dict[str, int]:
    first, last = document.places(start), document.places(end)
    return {
        "start": start,
        "end": end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }
