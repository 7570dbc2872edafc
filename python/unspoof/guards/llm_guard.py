"""Scanners for llm-guard's `scan_prompt` and `scan_output`.

They have the method of its `llm_guard.input_scanners.base.Scanner` and
`llm_guard.output_scanners.base.Scanner`, which are protocols, and import nothing of it:

    def scan(self, prompt: str) -> tuple[str, bool, float]
    def scan(self, prompt: str, output: str) -> tuple[str, bool, float]

The answer is the text as it was meant, whether it is valid, and a risk from 0 to 1. llm-guard
hands the text on to the scanner after this one, so these belong before all that look for words.
"""

from collections.abc import Collection

from unspoof import Reader
from unspoof.guards._policy import EVERYTHING, Count, Policy


class _Scanner:
    def __init__(
        self,
        threshold: float = 0.5,
        *,
        counts: Collection[Count] = EVERYTHING,
        reader: Reader | None = None,
    ) -> None:
        """`threshold` (above 0, up to 1) is the risk from which a text is not valid.

        `counts` names what makes a risk: "obfuscated" for whatever was disguised, as sure as the
        reader is, and "hidden" for messages carried unseen, at 1. With an empty list everything is
        valid, and texts are only restored. `reader` is the Reader to use, by default a careful
        one. Raises ValueError for another threshold or name.
        """
        self._policy = Policy(threshold, counts)
        self._reader = reader or Reader()

    def _scan(self, text: str) -> tuple[str, bool, float]:
        reading = self._reader.read(text)
        return reading.text, not self._policy.refuses(reading), self._policy.risk(reading)


class DisguisedPrompt(_Scanner):
    """Reads a prompt as it was meant, and refuses it where it was disguised.

    >>> DisguisedPrompt().scan("Rɑмos ιs ιn tɑlкs")
    ('Ramos is in talks', False, 1.0)
    >>> DisguisedPrompt(counts=["hidden"]).scan("Rɑмos ιs ιn tɑlкs")
    ('Ramos is in talks', True, 0.0)
    """

    def scan(self, prompt: str) -> tuple[str, bool, float]:
        """The prompt (str) as it was meant, whether it is valid, and its risk from 0 to 1."""
        return self._scan(prompt)


class DisguisedOutput(_Scanner):
    """The same for what the model answers; the prompt is not looked at.

    >>> DisguisedOutput().scan("a prompt", "plain")
    ('plain', True, 0.0)
    """

    def scan(self, prompt: str, output: str) -> tuple[str, bool, float]:  # noqa: ARG002
        """The output (str) as it was meant, whether it is valid, and its risk from 0 to 1."""
        return self._scan(output)
