"""Presidio's analyzer over what a text says, with results where they stand in the text given.

Needs `pip install unspoof[presidio]`.
"""

import copy
from collections.abc import Sequence
from typing import Any

try:
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerResult
except ImportError as error:
    raise ImportError(
        "unspoof.guards.presidio needs presidio-analyzer: pip install 'unspoof[presidio]'"
    ) from error

from unspoof import Reader, Reading


class RestoringAnalyzer:
    """An AnalyzerEngine that also finds what was disguised.

    A text that was disguised is analysed twice, as it stands and as it was meant, and the results
    are those of both, so that no reading can hide what would have been found without it. Results
    have their `start` and `end` in the text as it was given (code points), where presidio's
    AnonymizerEngine takes them. Whatever else is asked of it is asked of `analyzer`, so that it
    may stand in its place, in a BatchAnalyzerEngine too.
    """

    def __init__(self, analyzer: AnalyzerEngine, reader: Reader | None = None) -> None:
        """`analyzer` is the engine to ask, `reader` the Reader to use, by default a careful one."""
        self._analyzer = analyzer
        self._reader = reader or Reader()

    def analyze(
        self, text: str, language: str, entities: Sequence[str] | None = None, **options: Any
    ) -> list[RecognizerResult]:
        """Takes what AnalyzerEngine.analyze does, and returns what it does (list of
        RecognizerResult).
        """
        found = self._analyzer.analyze(text, language, entities, **options)
        reading = self._reader.read(text)
        if reading.obfuscated:
            options.pop("nlp_artifacts", None)  # they belong to the text as it stands
            meant = self._analyzer.analyze(reading.text, language, entities, **options)
            moved = [_in_original(reading, result) for result in meant]
            found = EntityRecognizer.remove_duplicates(found + moved)
        return list(found)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # while it is copied or unpickled there is no `_analyzer` yet
            raise AttributeError(name)
        return getattr(self._analyzer, name)


def _in_original(reading: Reading, result: RecognizerResult) -> RecognizerResult:
    moved = copy.copy(result)
    moved.start, moved.end = reading.to_original(result.start, result.end)
    return moved
