"""What a reading amounts to, in one sentence that everybody understands."""

from collections import Counter
from collections.abc import Iterator

from unspoof import Reading
from unspoof._facts import LETTERS, Facts, Scheme, facts

# What a hand does not do: so many letters and glyphs, one glyph for each letter, from the first
# quarter of a text to the last. A few letters may well have been put in by hand.
_TOOL_GLYPHS = 4
_TOOL_EDITS = 50
# A table is told of where at least so many of the letters keep to it, it has so many glyphs, and
# some of them are used twice.
_FOLLOWED = 0.95
_GLYPHS = 3
# Kinds of disguise, beside those of letters, that are told one by one; the rest are told together.
_KINDS = 2

# Both families are look-alikes; what tells them apart is where the knowledge comes from.
_KIND = {"faux": "lookalike"}
# The noun, and what is said of it: one of them, and several.
_SAID = {
    "lookalike": ("letter", "is a look-alike", "are look-alikes"),
    "stylised": ("letter", "is of a stylised alphabet", "are of stylised alphabets"),
    "leet": ("letter", "is written as a digit or sign", "are written as digits or signs"),
    "multi": ("letter", "is drawn with several characters", "are drawn with several characters"),
    "accent": ("letter", "bears a stray accent", "bear stray accents"),
    "combining": ("mark", "is piled on a letter", "are piled on letters"),
    "invisible": ("character", "is invisible", "are invisible"),
    "deletion": ("character", "is erased by a control", "are erased by controls"),
    "bidi": (
        "passage",
        "is stored in another order than it is shown",
        "are stored in another order than they are shown",
    ),
    "spaced": ("sign or space", "parts the letters of a word", "part the letters of words"),
    "turned": (
        "passage",
        "is turned upside down or written backwards",
        "are turned upside down or written backwards",
    ),
}
# Of these every character counts, and of the others every edit.
_CHARACTERS = ("combining", "invisible")
_PLURAL = {"sign or space": "signs or spaces"}


def kind(family: str) -> str:
    """The kind that a family is told as: `lookalike` and `faux` are one, all others their own."""
    return _KIND.get(family, family)


def verdict(reading: Reading) -> str:
    """What was found in a text, as one sentence for a layman; it ends with a full stop.

    It tells the kinds of disguise, how many letters of how many, whether they come from one table
    of glyphs, and hidden messages. "The work of a tool" is said of a table that was used
    throughout: 50 letters or more, read from 4 glyphs or more, one for each letter, in each
    quarter of the text (`unspoof._facts.Scheme`).

    >>> import unspoof
    >>> verdict(unspoof.read("plain"))
    'Nothing is disguised.'
    >>> verdict(unspoof.read("Rɑмos ιs ιn tɑlкs"))
    '6 of 14 letters are look-alikes, all from one table of 4.'
    """
    counted = facts(reading)
    kinds = _merged(_kinds(reading))
    letters = [(kind, count) for kind, count in kinds.items() if kind in LETTERS]
    others = [(kind, count) for kind, count in kinds.items() if kind not in LETTERS]
    others, rest = others[:_KINDS], others[_KINDS:]
    clauses = [_clause(kind, count) for kind, count in others]
    if rest:
        clauses.append(_rest(rest))
    parts = [_letters(letters, counted)] if letters else []
    if clauses:
        parts.append(_listed(clauses))
    parts += _hidden(reading)
    told = "; ".join(parts) or "nothing is disguised"
    return told[0].upper() + told[1:] + "."


def _kinds(reading: Reading) -> dict[str, int]:
    """How many there are of each kind, most frequent first; what carries a message is left out."""
    spans = [(one.start, one.end) for one in reading.hidden]
    counts: Counter[str] = Counter()
    at = 0
    for edit in reading.edits:
        while at < len(spans) and spans[at][1] <= edit.start:
            at += 1
        carries = at < len(spans) and edit.start >= spans[at][0]
        if edit.family == "invisible" and carries:
            continue
        name = kind(edit.family)
        counts[name] += edit.end - edit.start if name in _CHARACTERS else 1
    return dict(counts.most_common())


def _merged(kinds: dict[str, int]) -> dict[str, int]:
    """Small capitals among look-alikes are look-alikes to everybody but Unicode."""
    if kinds.get("stylised", 0) < kinds.get("lookalike", 0):
        merged = kinds["lookalike"] + kinds.get("stylised", 0)
        kinds = {kind: count for kind, count in kinds.items() if kind != "stylised"}
        kinds = dict(Counter({**kinds, "lookalike": merged}).most_common())
    return kinds


def _letters(kinds: list[tuple[str, int]], counted: Facts) -> str:
    """What was done to letters, to how many of how many, and by which table."""
    (kind, count), *others = kinds
    # A stylised digit is no letter, and then letters are not what is counted.
    if all(row.reading.isalpha() for row in counted.glyphs if row.family in LETTERS):
        of = f"{count:,} of {_count(counted.letters, 'letter')}"
        clauses = [f"{of} {_said(kind, count)}"]
        clauses += [_clause(kind, count) for kind, count in others]
    else:
        clauses = [f"{_count(count, 'character')} {_said(kind, count)}" for kind, count in kinds]
    edits = sum(count for _, count in kinds)
    return _listed(clauses) + (_scheme(counted.scheme, edits) if counted.scheme else "")


def _scheme(scheme: Scheme, edits: int) -> str:
    """How the glyphs were chosen; nothing where there is too little to tell."""
    if scheme.glyphs < _GLYPHS or edits <= scheme.glyphs:
        return ""
    if scheme.followed < _FOLLOWED:
        return f", {scheme.glyphs:,} different glyphs for {_count(scheme.letters, 'letter')}"
    share = "all" if scheme.followed == 1 else "nearly all"
    table = f", {share} from one table of {scheme.letters:,}"
    many = edits >= _TOOL_EDITS and scheme.letters >= _TOOL_GLYPHS
    return f"{table}: the work of a tool" if many and scheme.throughout else table


def _hidden(reading: Reading) -> Iterator[str]:
    length = _count(sum(len(one.text) for one in reading.hidden), "character")
    if len(reading.hidden) == 1:
        yield f"a hidden message of {length} is carried unseen"
    elif reading.hidden:
        yield f"{len(reading.hidden):,} hidden messages of {length} together are carried unseen"


def _clause(kind: str, count: int) -> str:
    return f"{_count(count, _SAID[kind][0])} {_said(kind, count)}"


def _said(kind: str, count: int) -> str:
    _, one, several = _SAID[kind]
    return one if count == 1 else several


def _rest(kinds: list[tuple[str, int]]) -> str:
    number = sum(count for _, count in kinds)
    verb = "is" if number == 1 else "are"
    ways = "another kind" if len(kinds) == 1 else f"{len(kinds)} other kinds"
    return f"{_count(number, 'more change')} {verb} of {ways}"


def _listed(clauses: list[str]) -> str:
    *most, last = clauses
    return f"{', '.join(most)} and {last}" if most else last


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else _PLURAL.get(noun, noun + 's')}"
