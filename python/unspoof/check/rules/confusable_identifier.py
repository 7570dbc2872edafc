"""An identifier looks like another one, or like code that it is not.

To a compiler `раypal` with two Cyrillic letters is another name than `paypal`, and a reviewer
sees one. This is CVE-2021-42694. An identifier is found that

- has the same skeleton (UTS #39) as another identifier or keyword of the same file; or as one of
  another file in the same language, unless its own file has names that look like nothing in ASCII
- mixes scripts beyond UTS #39's Highly Restrictive level, or has letters that Unicode would not
  have in identifiers, and reads as another word: the reader is asked word by word
- has a letter that looks like an operator, as `environmentǃ` has

Names in any one script are left alone, and so are letters of one alphabet that the table of
confusables takes for each other (Turkish `ı` and `i`), names in two languages (`getИмя`), and the
symbols of mathematics (`Δt`, `σ_max`, or `ν` beside `v`).

To mend it, write the name in the letters that it reads in.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from unspoof import skeleton
from unspoof._core import _read_names, _restriction
from unspoof._sarif import Finding, Fix, Level, Related
from unspoof.check.identifiers import Identifier, identifiers, possible, words
from unspoof.check.rules._finding import finding, named
from unspoof.check.source import Source

LEVEL: Level = "error"
HONEST = ("ascii-only", "single-script", "highly-restrictive")
_OPERATORS = frozenset("!%&()*+,-./:;<=>?@[]^{|}~")
# A name of another file is taken for one of so many letters; fewer are anybody's.
_LEAST = 3
_OMICRON = "\u03bf"


class _Names:
    """The identifiers of a file with what they look like and what they read as."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.all = identifiers(source)
        self.odd = [one for one in self.all.values() if not one.text.isascii()]
        self.alike: dict[str, list[Identifier]] = defaultdict(list)
        self._read: dict[str, str] = {}
        if self.odd:
            for one in self.all.values():
                self.alike[skeleton(one.text)].append(one)
            unread = sorted({word for name in self.all for _, word in words(name)})
            read = _read_names("\n".join(unread)).split("\n")
            self._read = dict(zip(unread, read, strict=True))

    def reading(self, name: str) -> str:
        """What a name reads as, word by word."""
        read, done = "", 0
        for at, word in words(name):
            read += name[done:at] + self._read[word]
            done = at + len(word)
        return read + name[done:]

    def is_symbol(self, name: str) -> bool:
        """Whether all in one of these that is not ASCII are symbols of mathematics."""
        odd = [word for _, word in words(name) if not word.isascii()]
        # A letter by itself is no word that could read as another one.
        return bool(odd) and all(
            _has_symbol(word) and (len(word) == 1 or self._read[word] == word) for word in odd
        )

    def deceives(self, one: Identifier, twin: Identifier) -> bool:
        """Whether one of these and another name of the same skeleton are taken for each other."""
        names = (one.text, twin.text)
        if names[0] == names[1] or any(name in self.all and self.is_symbol(name) for name in names):
            return False
        if self._seen(one) == twin.text:
            return False  # the rule for what is not seen says it
        plain = [unicodedata.normalize("NFKC", name) for name in names]
        if plain[0] == plain[1] and self.source.lexed.language == "Python":
            return False  # to Python they are one name
        # Two ways to type a word of one script, as Thai has them, are honest; but for ASCII's.
        same = plain[0] == plain[1] and plain[0].isascii()
        return same or _restriction("".join(plain)) not in HONEST

    def _seen(self, one: Identifier) -> str:
        idle = self.source.idle
        first = bisect_left(idle, one.start)
        inside = idle[first : bisect_left(idle, one.start + len(one.text), first)]
        gone = {at - one.start for at in inside}
        return "".join(char for at, char in enumerate(one.text) if at not in gone)


def find(source: Source) -> Iterator[Finding]:
    """One finding for each such identifier, where it stands first."""
    names = _names(source)
    for one in names.odd:
        found = _found(names, one)
        if found is not None:
            yield found


class Across:
    """The same for names that look like one of another file of the run."""

    def __init__(self) -> None:
        """Knows no file yet."""
        self._suspects: dict[str, list[tuple[_Names, Identifier]]] = defaultdict(list)

    def add(self, source: Source) -> None:
        """Keeps the names of a file that may look like one elsewhere.

        Where one looks like nothing in ASCII, the file honestly has names in its script, and some
        of them look like other words by chance.
        """
        names = _names(source)
        looks = {one: skeleton(one.text) for one in names.odd}
        if all(map(str.isascii, looks.values())):
            for one, look in looks.items():
                is_long = len(look) >= _LEAST and not names.is_symbol(one.text)
                if is_long and _found(names, one) is None:
                    self._suspects[look].append((names, one))

    def find(self, sources: Iterable[Source]) -> Iterator[Finding]:
        """One finding for each name that was kept and has a twin in these files."""
        for source in sources if self._suspects else ():
            twins = {name: skeleton(name) for name in possible(source.text)}
            if not self._suspects.keys().isdisjoint(twins.values()):
                for twin in identifiers(source).values():
                    yield from self._alike(source, twin, twins[twin.text])

    def _alike(self, source: Source, twin: Identifier, look: str) -> Iterator[Finding]:
        for names, one in list(self._suspects.get(look, ())):
            other = names.source
            same_language = other.lexed.language == source.lexed.language
            if other.name != source.name and same_language and names.deceives(one, twin):
                self._suspects[look].remove((names, one))
                yield _alike(other, one, source, twin)


@lru_cache(maxsize=1)
def _names(source: Source) -> _Names:
    return _Names(source)


def _found(names: _Names, one: Identifier) -> Finding | None:
    twins = names.alike[skeleton(one.text)]
    twin = next((twin for twin in twins if names.deceives(one, twin)), None)
    if twin is not None:
        return _alike(names.source, one, names.source, twin)
    if _restriction(one.text) in HONEST:
        return None
    read = names.reading(one.text)
    signs = _OPERATORS.intersection(skeleton(one.text))
    if signs:
        what = f"looks as if it had {' and '.join(map(repr, sorted(signs)))} in it"
        return _told(names.source, one, what)
    if read == one.text or names.is_symbol(one.text):
        return None
    return _told(names.source, one, f"reads {read!r}", read)


def _alike(source: Source, one: Identifier, other: Source, twin: Identifier) -> Finding:
    region = other.region(twin.start, twin.start + len(twin.text))
    where = f"line {region.line}" if other is source else f"{other.name}, line {region.line}"
    what = f"looks like {twin.text!r} ({where})"
    related = Related(other.name, region, f"what it looks like: {twin.text!r}")
    return _told(source, one, what, twin.text if twin.text.isascii() else None, related)


def _told(
    source: Source,
    one: Identifier,
    what: str,
    meant: str | None = None,
    related: Related | None = None,
) -> Finding:
    odd = named(char for char in one.text if not char.isascii())
    span = (one.start, one.start + len(one.text))
    mend = "" if meant is None else f"; did you mean {meant!r}?"
    return finding(
        source,
        "confusable-identifier",
        LEVEL,
        span,
        f"{one.text!r} {what}: {odd}{mend}",
        () if meant is None else (Fix(source.region(*span), meant),),
        () if related is None else (related,),
    )


def _has_symbol(word: str) -> bool:
    """Whether a word is a letter of mathematics, or has one at its start or end: `σmax`, `Δν`."""
    rest = word.lstrip("Δδ∂d") or word
    return any(
        _is_symbol(symbol) and (not others or others.isascii())
        for symbol, others in ((rest[0], rest[1:]), (rest[-1], rest[:-1]))
    )


def _is_symbol(char: str) -> bool:
    name = unicodedata.name(char, "")
    greek = name.startswith("GREEK SMALL LETTER") and char != _OMICRON
    symbol = name.startswith("GREEK") and name.endswith("SYMBOL")
    return greek or symbol or name.startswith(("MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT SMALL"))
