"""The cases, which are data: one JSON object a line in tests/cases/*.jsonl."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Case:
    """One text, and what must come of it."""

    id: str
    input: str
    why: str
    lang: str = ""
    # What was meant; none for honest text, which must come back as it went in.
    gold: str | None = None
    # Without one, a disguised text is read as "careful", and an honest one must survive both.
    profile: str = ""
    # True, or the ways of test_cases.py in which alone it fails; then why_not names the cause.
    known_failure: bool | list[str] = False
    why_not: str = ""

    @property
    def profiles(self) -> list[str]:
        both = ["careful", "full"]
        return [self.profile] if self.profile else both if self.gold is None else both[:1]

    @property
    def meant(self) -> str:
        return self.input if self.gold is None else self.gold


def load() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                try:
                    yield Case(**json.loads(line))
                except (ValueError, TypeError) as error:
                    raise ValueError(f"{path.name}:{number}: {error}") from error
