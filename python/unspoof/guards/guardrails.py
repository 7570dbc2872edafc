"""A validator for guardrails-ai, registered as `unspoof/undisguised`.

Needs `pip install unspoof[guardrails]`.
"""

from collections.abc import Callable, Collection
from typing import Any, Literal

try:
    from guardrails.validators import (
        ErrorSpan,
        FailResult,
        PassResult,
        ValidationResult,
        Validator,
        register_validator,
    )
except ImportError as error:
    raise ImportError(
        "unspoof.guards.guardrails needs guardrails-ai: pip install 'unspoof[guardrails]'"
    ) from error

from unspoof import Reader, Reading
from unspoof.guards._policy import EVERYTHING, Count, Policy


@register_validator(name="unspoof/undisguised", data_type="string")
class Undisguised(Validator):
    """Passes text that is not disguised; with `on_fail="fix"`, what was meant takes its place.

    A failure has an error span for each edit, with its reason, and for each hidden message.
    Where a guard validates a stream, each chunk is read by itself.
    """

    def __init__(
        self,
        threshold: float = 0.5,
        counts: Collection[Count] = EVERYTHING,
        profile: Literal["careful", "full"] = "careful",
        languages: Collection[str] | None = None,
        on_fail: str | Callable[..., Any] | None = None,
    ) -> None:
        """`threshold` and `counts` are those of `unspoof.guards.llm_guard.DisguisedPrompt`.

        `profile` and `languages` are those of `unspoof.Reader`: plain values, so that a guard can
        be saved and loaded. `on_fail` is guardrails' own. Raises ValueError for values that these
        do not take.
        """
        super().__init__(
            on_fail=on_fail,
            threshold=threshold,
            counts=list(counts),
            profile=profile,
            languages=languages,
        )
        self._policy = Policy(threshold, counts)
        self._reader = Reader(profile, languages)

    def _validate(self, value: str, metadata: dict[str, Any]) -> ValidationResult:  # noqa: ARG002
        reading = self._reader.read(value)
        if not self._policy.refuses(reading):
            return PassResult()
        return FailResult(
            error_message=_message(reading), fix_value=reading.text, error_spans=_spans(reading)
        )


def _message(reading: Reading) -> str:
    disguised = f"is disguised (edits: {len(reading.edits)}, score: {reading.score})"
    return " and ".join([disguised, *(f"carries {one.text!r} unseen" for one in reading.hidden)])


def _spans(reading: Reading) -> list[ErrorSpan]:
    spans = [(edit.start, edit.end, edit.reason) for edit in reading.edits]
    spans += [(one.start, one.end, f"carries {one.text!r} unseen") for one in reading.hidden]
    return [ErrorSpan(start=start, end=end, reason=reason) for start, end, reason in sorted(spans)]
