"""The report as one HTML page that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from unspoof import Edit
from unspoof._facts import PASSAGES, Glyph, reason
from unspoof._glyphs import code_points
from unspoof._places import LINE_END
from unspoof._rows import Fold, Row, folded, rows, shortened
from unspoof._terms import CARRIERS, FAMILIES, language, script
from unspoof._visible import Honest
from unspoof.report._model import Document, Report

try:
    import jinja2
except ImportError as error:
    raise ImportError(
        "an HTML report needs Jinja2: install it with pip install 'unspoof[report]'"
    ) from error

from markupsafe import Markup

from unspoof.report._markup import Marker, direction, original

# A text of more rows is folded to those with changes and so many around them.
_ROWS, _CONTEXT = 100, 3
# What stays of a long unchanged stretch within a line, on either side (code points).
_AROUND = 400
# Lines in one table: a browser lays out only those tables that are near what it shows.
_TOGETHER = 200
# With more edits than that, tooltips would be most of the page.
_TITLES = 5_000
# Places of a glyph, and glyphs of a family, that are shown at once; the rest unfold.
_PLACES = 6
_GLYPHS = 12
# In the order in which they have the say.
_STYLES = ("page", "edits", "narrow", "print")
# Code points of a passage that its row shows; all of it stands in the text.
_PASSAGE = 120


def render(report: Report) -> str:
    """The page; the same report gives the same page."""
    templates = resources.files(__package__) / "templates"
    css = "\n".join((templates / f"{name}.css").read_text("utf-8") for name in _STYLES)
    page = _environment().get_template("report.html.jinja")
    return page.render(
        report=report,
        documents=[_View(document) for document in report.documents],
        css=Markup(css),  # ours, and its hash is in the page's policy
        css_hash=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
        families=FAMILIES,
        places_shown=_PLACES,
        lines_together=_TOGETHER,
        expected=None if report.languages is None else list(map(language, report.languages)),
    )


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("unspoof.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["number"] = "{:,}".format
    environment.filters["percent"] = "{:.0%}".format
    return environment


@dataclass(frozen=True)
class _Line:
    """A row of the text, or lines that are left out: then there is nothing to show."""

    first: int
    last: int
    stands: Markup | None = None
    reads: Markup | None = None
    direction: str = "auto"
    changed: bool = False


@dataclass(frozen=True)
class _GlyphRow:
    """A row of the table of glyphs, where its edits stand, and how sure the surest of them is.

    `reads_as` has the code points of a reading that may be taken for what it looks like.
    """

    glyph: Glyph
    stands: Markup
    reads: Markup
    reads_as: str
    places: list[str]
    most: float


# By family.
_Groups = dict[str, list[_GlyphRow]]


@dataclass(frozen=True)
class _Passage:
    """An edit that changed more than a glyph."""

    edit: Edit
    place: str
    stands: Markup
    reads: Markup
    reason: str


@dataclass(frozen=True)
class _Message:
    """A hidden message."""

    place: str
    carrier: str
    text: Markup
    length: int


class _View:
    """One document as the page shows it."""

    def __init__(self, document: Document) -> None:
        reading = document.reading
        self.document, self.reading, self.facts = document, reading, document.facts
        said = "".join(one.text for one in reading.hidden)
        honest = Honest.of(reading.original + reading.text + document.name + said)
        self._marker = Marker(honest, titles=len(reading.edits) <= _TITLES)
        self.name = self._marker.plain(document.name)
        self.text = self._marker.plain(LINE_END.sub("\n", reading.text))
        self.scripts = _shares(reading.scripts, script)
        self.languages = _shares(reading.languages, language)
        # What a screen reader should speak the text in.
        self.lang = next(iter(reading.languages), "")

    def lines(self) -> Iterator[_Line]:
        """The text line by line; what has nothing to show is folded in long texts."""
        every = list(rows(self.reading))
        for row in folded(every, _CONTEXT) if len(every) > _ROWS else every:
            yield _Line(row.first, row.last) if isinstance(row, Fold) else self._line(row)

    def glyphs(self) -> tuple[_Groups, _Groups]:
        """What was read as what by family, most frequent first: what is shown at once, and more."""
        places: dict[tuple[str, str, str], list[Edit]] = defaultdict(list)
        for edit in self.reading.edits:
            places[edit.original, edit.restored, edit.family].append(edit)
        groups: _Groups = {}
        for glyph in self.facts.glyphs:
            edits = places[glyph.glyph, glyph.reading, glyph.family]
            groups.setdefault(glyph.family, []).append(self._glyph(glyph, edits))
        groups = {family: groups[family] for family in self.facts.families if family in groups}
        first = {family: rows[:_GLYPHS] for family, rows in groups.items()}
        more = {family: rows[_GLYPHS:] for family, rows in groups.items() if len(rows) > _GLYPHS}
        return first, more

    def passages(self) -> list[_Passage]:
        """What was stored in another order, or turned."""
        return [
            _Passage(
                edit,
                self._place(edit.start),
                original(_cut(edit.original), edit.family),
                self._marker.plain(_cut(edit.restored)),
                reason(edit),
            )
            for edit in self.reading.edits
            if edit.family in PASSAGES
        ]

    def messages(self) -> list[_Message]:
        """What the text carries unseen."""
        return [
            _Message(
                f"{self._place(one.start)} to {self._place(one.end)}",
                CARRIERS[one.carrier],
                self._marker.plain(one.text),
                len(one.text),
            )
            for one in self.reading.hidden
        ]

    def _line(self, row: Row) -> _Line:
        row = shortened(row, _AROUND)
        return _Line(
            row.first,
            row.last,
            self._marker.stands(row.pieces),
            self._marker.reads(row.pieces),
            direction(row.text),
            row.changed,
        )

    def _glyph(self, glyph: Glyph, edits: list[Edit]) -> _GlyphRow:
        return _GlyphRow(
            glyph,
            original(glyph.glyph, glyph.family),
            self._marker.plain(glyph.reading),
            "" if glyph.reading.isascii() else code_points(glyph.reading),
            [self._place(edit.start) for edit in edits],
            max(edit.confidence for edit in edits),
        )

    def _place(self, offset: int) -> str:
        return str(self.document.places(offset))


def _shares(shares: dict[str, float], name: Callable[[str], str]) -> str:
    """`Latin 98 %, Greek 2 %`: those that come to a hundredth or more."""
    told = [f"{name(code)} {share:.0%}" for code, share in shares.items() if share >= 0.01]
    return ", ".join(told) or "no letters"


def _cut(text: str) -> str:
    return text if len(text) <= _PASSAGE else text[:_PASSAGE] + "…"
