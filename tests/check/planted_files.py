"""The planted programs: what is in them, and where something must be found."""

import re
from pathlib import Path

PLANTED = sorted((Path(__file__).parent / "planted").glob("*.txt"))
Place = tuple[str, int, int]  # rule, line, column


def expanded(template: str) -> tuple[str, list[Place]]:
    """A program, and what must be found in it: `planted/README.md` says how it is written."""
    text = re.sub(r"<U\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), template)
    places: list[Place] = []
    program = ""
    for number, part in enumerate(re.split(r"\{\{([\w-]+)\}\}", text)):
        if number % 2:
            line = program.rpartition("\n")[2]
            places.append((part, program.count("\n") + 1, len(line) + 1))
        else:
            program += part
    return program, places
