"""Whether a file is worth cutting up: to do that takes ten times as long as to read it."""

from __future__ import annotations

import re

from unspoof import skeleton
from unspoof._core import _idle, _restriction
from unspoof.check.identifiers import possible
from unspoof.check.rules.confusable_identifier import HONEST
from unspoof.check.source import Source

_ERASING = re.compile("[\b\x7f]")
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")


def is_clear(source: Source) -> bool:
    """Whether no rule can find anything in a file, whatever in it is code and what is not."""
    if source.text.isascii():
        return not _ERASING.search(source.text)
    raw = source.raw
    # Its score is 0 only where nothing in it was suspected, in code or elsewhere.
    if raw.edits or raw.hidden or raw.score or _CONTROL.search(source.text) or _idle(source.text):
        return False
    odd = [name for name in possible(source.text) if not name.isascii()]
    skeletons = {skeleton(name) for name in odd}
    return (
        len(skeletons) == len(odd)
        and not any(map(str.isascii, skeletons))
        and all(_restriction(name) in HONEST for name in odd)
    )
