"""A reading without the changes that a person rejected."""

from collections import Counter
from collections.abc import Collection

from unspoof import Reading, Substitution, _core


def accepted(reading: Reading, rejected: Collection[int]) -> Reading:
    """The same reading without the edits at these indices: there, its text is the original's.

    What was found out about the text as a whole stays: how sure it is that it was disguised, its
    scripts, languages and hidden messages. IndexError for an index that no edit has.

    >>> import unspoof
    >>> reading = unspoof.read("Rɑмos ιs ιn tɑlкs")
    >>> accepted(reading, [0, 4]).text
    'Rɑmos is in tɑlks'
    """
    for index in rejected:
        if not 0 <= index < len(reading.edits):
            raise IndexError(f"there is no edit {index}: the reading has {len(reading.edits)}")
    gone = set(rejected)
    edits = tuple(edit for index, edit in enumerate(reading.edits) if index not in gone)
    undone = Counter(
        (reading.edits[index].original, reading.edits[index].restored) for index in gone
    )
    counts = ((row, row.count - undone[row.glyph, row.reading]) for row in reading.scheme)
    scheme = [Substitution(row.glyph, row.reading, count) for row, count in counts if count > 0]
    return _core._reading(
        reading.original,
        edits,
        reading.score if edits else 0.0,
        tuple(sorted(scheme, key=lambda row: -row.count)),
        tuple(reading.scripts.items()),
        tuple(reading.languages.items()),
        reading.hidden,
    )
