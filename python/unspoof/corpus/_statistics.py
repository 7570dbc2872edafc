"""What is counted of the documents: of one part, and added up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from unspoof import Reading

_LONGEST_GLYPH = 8
"""Code points: what is longer is no glyph, but a line that was turned round."""
_GLYPHS_KEPT = 2_000
"""Of one part, most frequent first: there are endless ways to pile marks."""

Glyph = tuple[str, str]


@dataclass
class Statistics:
    """Counts; all add up."""

    documents: int = 0
    """Texts that were read."""
    characters: int = 0
    """Their code points."""
    passed: int = 0
    """Records without a text."""
    rejected: int = 0
    """Records that were put aside."""
    disguised: int = 0
    """Documents in which anything was disguised."""
    edits: int = 0
    hidden: int = 0
    """Documents that carry a message unseen."""
    families: Counter[str] = field(default_factory=Counter)
    """Edits of each family."""
    families_documents: Counter[str] = field(default_factory=Counter)
    """Documents with edits of each family."""
    languages: Counter[str] = field(default_factory=Counter)
    """Disguised documents, by the language they were mostly read as."""
    glyphs: Counter[Glyph] = field(default_factory=Counter)
    """What stood for what, how often."""

    def see(self, documents: int, characters: int, passed: int) -> None:
        """Counts records."""
        self.documents += documents
        self.characters += characters
        self.passed += passed

    def add(self, reading: Reading) -> None:
        """Counts a disguised document, which was seen."""
        self.disguised += 1
        self.edits += len(reading.edits)
        self.hidden += bool(reading.hidden)
        families = Counter(edit.family for edit in reading.edits)
        self.families += families
        self.families_documents.update(families.keys())
        self.languages.update(list(reading.languages)[:1])
        for glyph, meant, count in reading.scheme:
            if len(glyph) <= _LONGEST_GLYPH:
                self.glyphs[glyph, meant] += count

    def merge(self, other: dict[str, Any]) -> None:
        """Adds what `to_dict` made of another part."""
        for name in ("documents", "characters", "passed", "rejected", "disguised"):
            setattr(self, name, getattr(self, name) + other[name])
        self.edits += other["edits"]
        self.hidden += other["hidden"]
        for name in ("families", "families_documents", "languages"):
            getattr(self, name).update(other[name])
        for glyph, meant, count in other["glyphs"]:
            self.glyphs[glyph, meant] += count

    def to_dict(self, glyphs: int = _GLYPHS_KEPT) -> dict[str, Any]:
        """All of it as plain values, the most frequent first."""
        plain: dict[str, Any] = {
            name: value for name, value in vars(self).items() if isinstance(value, int)
        }
        plain |= {
            name: dict(ordered(getattr(self, name)))
            for name in ("families", "families_documents", "languages")
        }
        rows = ordered(self.glyphs)[:glyphs]
        return {**plain, "glyphs": [[glyph, meant, count] for (glyph, meant), count in rows]}


def ordered(counts: Counter[Any]) -> list[tuple[Any, int]]:
    """Counts from the most frequent on; those alike by what they count, not by when it came."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
