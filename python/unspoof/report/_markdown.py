"""The report as Markdown that GitHub renders.

Whatever is a text's own, or a file's name, stands in code: there, no sign of it is markup, nobody
is mentioned and nothing becomes a link. Rules by CommonMark and GitHub Flavored Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unspoof._facts import PASSAGES, reason
from unspoof._places import LINE_END
from unspoof._rows import Fold, Gap, Piece, Row, folded, rows, shortened
from unspoof._terms import CARRIERS, FAMILIES, language, script
from unspoof._visible import Honest, Shown, disguised
from unspoof.report._model import Document, Report

# Unchanged lines around those with changes, and what stays of long unchanged stretches in a line.
_CONTEXT, _AROUND = 1, 200
# GitHub renders no file of more than half a megabyte. What goes beyond these is counted; HTML and
# JSON have all of it.
_GLYPHS, _PLACES, _PASSAGE, _LINES, _TEXT = 200, 6, 80, 500, 100_000

_TICKS = re.compile("`+")


def render(report: Report) -> str:
    """The report; it ends with one newline."""
    expected = (
        "all languages"
        if report.languages is None
        else "expecting " + ", ".join(map(language, report.languages))
    )
    made = report.generated.strftime("%Y-%m-%d %H:%M:%S %Z")
    parts = [
        "# Report on disguised text",
        f"{made}, unspoof {report.version}, {report.profile} profile, {expected}.",
    ]
    for document in report.documents:
        parts += _document(document)
    return "\n\n".join(parts) + "\n"


def _document(document: Document) -> Iterator[str]:
    reading, facts = document.reading, document.facts
    honest = Honest.of(reading.original + reading.text + document.name)
    yield f"## {code(_named(honest.shown(document.name)))}"
    yield f"**{document.verdict}**"
    yield "\n".join(_figures(document))
    if reading.hidden:
        yield "### Carried unseen"
        for one in reading.hidden:
            said = Honest.of(one.text).shown(one.text)
            where = f"{document.places(one.start)} to {document.places(one.end)}"
            yield f"In {CARRIERS[one.carrier]}, {where}:"
            yield fenced(_named(said), "text")
    if not reading.edits:
        return
    yield "### What was done"
    yield _table(
        ("Kind", "What it is", "Changes"),
        (
            (FAMILIES[family][0], FAMILIES[family][1], f"{count:,}")
            for family, count in facts.families.items()
        ),
    )
    if facts.glyphs:
        yield "### What stands for what"
        yield from _glyphs(document, honest)
    if any(edit.family in PASSAGES for edit in reading.edits):
        yield "### Passages in another order"
        yield from _passages(document, honest)
    yield "### The text, line by line"
    yield from _lines(document, honest)


def _figures(document: Document) -> Iterator[str]:
    reading, facts = document.reading, document.facts
    if reading.obfuscated:
        yield f"- changes: {facts.edits:,}, certainty {reading.score:.2f}"
        yield f"- words touched: {facts.disguised_words:,} of {facts.words:,}"
        yield f"- characters changed: {facts.changed:,} of {facts.length:,}"
        shares = [(language(code), share) for code, share in reading.languages.items()]
        shares += [(script(code), share) for code, share in reading.scripts.items()]
        told = [f"{name} {share:.0%}" for name, share in shares if share >= 0.01]
        if told:
            yield f"- read as: {', '.join(told)}"
    yield f"- length: {document.size:,} bytes, {facts.length:,} code points"
    yield f"- SHA-256: `{document.sha256}`"


def _glyphs(document: Document, honest: Honest) -> Iterator[str]:
    places: dict[tuple[str, str, str], list[str]] = {}
    for edit in document.reading.edits:
        where = places.setdefault((edit.original, edit.restored, edit.family), [])
        where.append(str(document.places(edit.start)))
    shown = document.facts.glyphs[:_GLYPHS]
    yield _table(
        ("Stands", "Reads", "Times", "Character", "Kind, and why", "Confidence", "Where"),
        (
            (
                cell(_named(disguised(row.glyph))),
                cell(_named(honest.shown(row.reading))) if row.reading else "nothing",
                f"{row.count:,}",
                f"{row.code_points} {row.name}",
                f"{FAMILIES[row.family][0]}: {row.reason}",
                f"{row.confidence:.2f}",
                _some(places[row.glyph, row.reading, row.family]),
            )
            for row in shown
        ),
    )
    if len(document.facts.glyphs) > len(shown):
        yield f"And {len(document.facts.glyphs) - len(shown):,} rarer glyphs."


def _passages(document: Document, honest: Honest) -> Iterator[str]:
    passages = [edit for edit in document.reading.edits if edit.family in PASSAGES]
    yield _table(
        ("Where", "Stands", "Reads", "Kind, and why", "Confidence"),
        (
            (
                str(document.places(edit.start)),
                cell(_cut(_named(disguised(edit.original)))),
                cell(_cut(_named(honest.shown(edit.restored)))),
                f"{FAMILIES[edit.family][0]}: {reason(edit)}",
                f"{edit.confidence:.2f}",
            )
            for edit in passages[:_GLYPHS]
        ),
    )
    if len(passages) > _GLYPHS:
        yield f"And {len(passages) - _GLYPHS:,} more."


def _lines(document: Document, honest: Honest) -> Iterator[str]:
    shown: list[str] = []
    changed = 0
    for row in folded(rows(document.reading), _CONTEXT):
        if isinstance(row, Row):
            changed += row.changed
            if changed > _LINES:
                break
        shown += _line(row, honest)
    yield fenced("\n".join(shown), "diff")
    if changed > _LINES:
        total = sum(row.changed for row in rows(document.reading))
        yield f"And {total - _LINES:,} more lines with changes."
    text = LINE_END.sub("\n", document.reading.text)
    if len(text) <= _TEXT:
        yield "### The text as it reads"
        yield fenced(_named(honest.shown(text)), "text")


def _line(row: Row | Fold, honest: Honest) -> Iterator[str]:
    lines = f"{row.first}" if row.first == row.last else f"{row.first} to {row.last}"
    if isinstance(row, Fold):
        yield f"@@ {lines}: nothing changed @@"
        return
    row = shortened(row, _AROUND)
    if not row.changed:
        yield "  " + "".join(_as_it_stands(row.pieces, honest))
        return
    yield f"@@ {lines} @@"
    yield "- " + "".join(_as_it_stands(row.pieces, honest))
    yield "+ " + "".join(_as_it_reads(row.pieces, honest))


def _as_it_stands(pieces: Iterable[Piece], honest: Honest) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, tuple):
            yield _named(disguised("".join(edit.original for edit in piece)))
        else:
            yield _unchanged(piece, honest)


def _as_it_reads(pieces: Iterable[Piece], honest: Honest) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, tuple):
            restored = _named(honest.shown("".join(edit.restored for edit in piece)))
            yield restored.replace("\n", "\n+ ")
        else:
            yield _unchanged(piece, honest)


def _unchanged(piece: str | Gap, honest: Honest) -> str:
    return f"[… {piece.length:,} …]" if isinstance(piece, Gap) else _named(honest.shown(piece))


def _named(pieces: Iterable[Shown]) -> str:
    """Text in which what is not seen is named between brackets that hardly any text has."""
    return "".join(f"⟨{one.text}⟩" if one.named else one.text for one in pieces)


def _some(places: list[str]) -> str:
    more = len(places) - _PLACES
    return ", ".join(places[:_PLACES]) + (f" and {more:,} more" if more > 0 else "")


def _cut(text: str) -> str:
    return text if len(text) <= _PASSAGE else text[:_PASSAGE] + "…"


def _table(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    """A code span with this text. Line ends, which a span cannot hold, are named."""
    text = LINE_END.sub("⟨LF⟩", text)
    longest = max(map(len, _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    # One space inside either fence is taken away again, unless there are only spaces.
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    pad = "" if not text.strip(" ") else pad
    return f"{fence}{pad}{text or ' '}{pad}{fence}"


def cell(text: str) -> str:
    """A code span for a table, where a bar ends the cell even within code."""
    return code(text).replace("|", "\\|")


def fenced(text: str, info: str) -> str:
    """A fenced block of this text."""
    longest = max(map(len, _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{info}\n{text}{'' if text.endswith(chr(10)) else chr(10)}{fence}"
