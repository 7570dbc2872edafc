"""What a reading amounts to, counted: the figures that pages, reports and tables show.

Nothing is read here: all of it is counted from the edits of a `Reading`.
"""

import re
from collections import Counter
from dataclasses import dataclass

from unspoof import Edit, Reading
from unspoof._glyphs import code_points, names

# These families change passages; those of all others stand at single glyphs.
PASSAGES = frozenset({"bidi", "turned"})
# In these, one glyph stands for one letter, so that they may follow a table.
LETTERS = frozenset({"lookalike", "faux", "stylised", "leet", "multi"})

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Glyph:
    """A row of the table of glyphs: one glyph as it was read throughout a text.

    `glyph` stands in the text, `reading` is what it was read as (empty where it was dropped),
    `count` says how often. `code_points` is `U+0251`, `name` Unicode's name in this interpreter
    (several joined by ` + `), `reason` why it was read so, and `confidence` the least of its edits.
    """

    glyph: str
    reading: str
    family: str
    count: int
    code_points: str
    name: str
    reason: str
    confidence: float


@dataclass(frozen=True)
class Scheme:
    """How the letters of a text were replaced, as far as its edits show.

    `glyphs` is the number of glyphs, and `letters` that of the letters that they stand for. The
    table has one glyph for each letter, the one that stands for it most often, and `followed` is
    the share (0 to 1) of the replaced letters that keep to it: 1 where each glyph has one reading,
    and each letter one glyph. `used` is the share of the places of those letters in which a glyph
    stands, and `throughout` says that there are some in each quarter of the text, none of which
    has less than a tenth of them.
    """

    glyphs: int
    letters: int
    followed: float
    used: float
    throughout: bool


@dataclass(frozen=True)
class Facts:
    """The counts of one reading.

    `length` and `changed` count code points of the original, `words` and `disguised_words` what
    stands between spaces in it. `letters` counts those of the text as it reads. `families` maps
    each family to the number of its edits, and `glyphs` are sorted: both by count, largest first.
    `scheme` is None where no letter was replaced.
    """

    length: int
    changed: int
    words: int
    disguised_words: int
    letters: int
    edits: int
    families: dict[str, int]
    glyphs: tuple[Glyph, ...]
    scheme: Scheme | None


def facts(reading: Reading) -> Facts:
    """The counts of a reading."""
    words, disguised = _words(reading)
    return Facts(
        length=len(reading.original),
        changed=sum(edit.end - edit.start for edit in reading.edits),
        words=words,
        disguised_words=disguised,
        letters=sum(map(str.isalpha, reading.text)),
        edits=len(reading.edits),
        families=dict(Counter(edit.family for edit in reading.edits).most_common()),
        glyphs=_glyphs(reading),
        scheme=_scheme(reading),
    )


def reason(edit: Edit) -> str:
    """Why an edit was made, without the glyph and its reading: what `Edit.reason` ends with."""
    return edit.reason.rpartition(": ")[2]


def _words(reading: Reading) -> tuple[int, int]:
    """How many words there are, and how many an edit touches."""
    words = disguised = done = 0
    edits = reading.edits
    for word in _WORD.finditer(reading.original):
        while done < len(edits) and edits[done].end <= word.start():
            done += 1
        words += 1
        disguised += done < len(edits) and edits[done].start < word.end()
    return words, disguised


def _glyphs(reading: Reading) -> tuple[Glyph, ...]:
    rows: dict[tuple[str, str, str], list[Edit]] = {}
    for edit in reading.edits:
        if edit.family not in PASSAGES:
            rows.setdefault((edit.original, edit.restored, edit.family), []).append(edit)
    ordered = sorted(rows.items(), key=lambda row: (-len(row[1]), row[0]))
    return tuple(
        Glyph(
            glyph=glyph,
            reading=read_as,
            family=family,
            count=len(edits),
            code_points=code_points(glyph),
            name=names(glyph),
            reason=reason(edits[0]),
            confidence=min(edit.confidence for edit in edits),
        )
        for (glyph, read_as, family), edits in ordered
    )


def _scheme(reading: Reading) -> Scheme | None:
    edits = [edit for edit in reading.edits if edit.family in LETTERS and edit.restored]
    if not edits:
        return None
    pairs = Counter((edit.original, edit.restored) for edit in edits)
    glyphs: set[str] = set()
    table: dict[str, str] = {}
    for (glyph, letter), _ in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        if letter not in table and glyph not in glyphs:
            table[letter] = glyph
        glyphs.add(glyph)
    letters = {letter for _, letter in pairs}
    places = sum(map(reading.text.count, letters))
    quarters = Counter(4 * edit.start // len(reading.original) for edit in edits)
    return Scheme(
        glyphs=len(glyphs),
        letters=len(letters),
        followed=sum(pairs[glyph, letter] for letter, glyph in table.items()) / len(edits),
        used=min(1.0, len(edits) / places),
        throughout=all(10 * quarters[quarter] >= len(edits) for quarter in range(4)),
    )
