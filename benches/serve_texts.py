"""Texts for the load on the service: our own prose, honest and disguised, no two the same."""

from __future__ import annotations

from unspoof import obfuscate

PROSE = """\
The ferry was late again on Monday, and the queue reached from the ticket office to the old
customs house. Most people had brought a book or a sandwich; a few had brought both, and a man in a
yellow coat had brought a folding chair, which he lent to a stranger with a bad knee. Nobody
complained, because the fog on the water was thick enough to explain everything. At half past nine
the horn sounded twice, and the gulls, who know the timetable better than the harbour board does,
rose from the roof all at once. The crossing takes forty minutes when the wind is kind. It was not,
and so the coffee ran out before the lighthouse, and the children discovered that the floor of the
saloon slopes just enough to race oranges on. On the island the baker had kept the rolls warm. She
says that she can tell the delay from the colour of the sky, and that she has been wrong only once
since the new pier was built, on the day of the regatta, when everybody was wrong about everything.
"""
# Kinds of disguise that the careful profile reads, in turns.
_KINDS = ("lookalike", "scheme", "zero_width", "mathematical", "fullwidth", "accent")
TWEET, ARTICLE = 280, 3_000


def texts(count: int) -> dict[str, list[str]]:
    """So many of each kind, by name."""
    made: dict[str, list[str]] = {}
    for name, length in (("tweet", TWEET), ("article", ARTICLE)):
        clean = [_cut(number, length) for number in range(count)]
        made[f"{name}, clean"] = clean
        made[f"{name}, disguised"] = [
            obfuscate(text, _KINDS[number % len(_KINDS)], 0.5, number).text
            for number, text in enumerate(clean)
        ]
    return made


def _cut(number: int, length: int) -> str:
    """Prose of this length that begins at another word for each number."""
    words = PROSE.split()
    start = 7 * number % len(words)
    turned = words[start:] + words[:start]
    return f"{number}. {' '.join(turned * (length // 1000 + 1))}"[:length]
