"""The frozen lines: what this version makes of each text, in tests/frozen/lines.jsonl."""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from unspoof import Edit, Reader, Reading, apply

PATH = Path(__file__).parent / "frozen" / "lines.jsonl"
PROFILES: tuple[Literal["careful", "full"], ...] = ("careful", "full")
# Shown as nothing or as a space, though no category says so: fillers and the Braille blank.
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
# A score is a float: its last digits are nobody's business.
_PLACES = 2

Answer = dict[str, Any]
READERS = {profile: Reader(profile) for profile in PROFILES}


@dataclass(frozen=True)
class Frozen:
    """One text, with what each profile makes of it."""

    id: str
    input: str
    careful: Answer
    full: Answer

    def answer(self, profile: str) -> Answer:
        return self.careful if profile == "careful" else self.full


def answer(reading: Reading) -> Answer:
    """What is frozen of a reading; a field that would only say "nothing" is left out.

    `text` is there where there are edits. `edits` lists [start, end, restored] under each family;
    offsets count code points.
    """
    edits: dict[str, list[tuple[int, int, str]]] = {}
    for edit in reading.edits:
        edits.setdefault(edit.family, []).append((edit.start, edit.end, edit.restored))
    told = {
        "edits": edits,
        "obfuscated": reading.obfuscated,
        "score": round(reading.score, _PLACES),
        "hidden": [(one.start, one.end, one.carrier, one.text) for one in reading.hidden],
    }
    given: Answer = {"text": reading.text} if edits else {}
    given |= {name: value for name, value in told.items() if value}
    frozen: Answer = json.loads(json.dumps(given))
    return frozen


def edits_of(text: str, frozen: Answer) -> list[Edit]:
    """The edits of a frozen answer to `text`, in order."""
    return sorted(
        Edit(start, end, text[start:end], restored, family)
        for family, edits in frozen.get("edits", {}).items()
        for start, end, restored in edits
    )


def now(id_: str, text: str) -> Frozen:
    """What the installed reader makes of the text."""
    careful, full = (answer(READERS[profile].read(text)) for profile in PROFILES)
    return Frozen(id_, text, careful, full)


def load(path: Path = PATH) -> list[Frozen]:
    """All lines of the file; ValueError where one contradicts itself."""
    lines = []
    for number, row in enumerate(path.read_text(encoding="utf-8").split("\n")[:-1], 1):
        given = json.loads(row)
        line = Frozen(**{"full": given["careful"], **given})
        for profile in PROFILES:
            frozen = line.answer(profile)
            text = frozen.get("text", line.input)
            if apply(line.input, edits_of(line.input, frozen)) != text:
                raise ValueError(f"{path.name}:{number}: the edits do not lead to the text")
        lines.append(line)
    return lines


def dump(lines: list[Frozen]) -> str:
    """The file: one JSON object a line, and no `full` where both profiles agree."""
    rows = []
    for line in lines:
        row = {"id": line.id, "input": line.input, "careful": line.careful}
        if line.full != line.careful:
            row["full"] = line.full
        rows.append(visible(json.dumps(row, ensure_ascii=False, separators=(",", ":"))) + "\n")
    return "".join(rows)


def visible(json_text: str) -> str:
    """JSON whose strings spell out what is not seen, as a diff has to show it."""
    return "".join(json.dumps(char)[1:-1] if _is_unseen(char) else char for char in json_text)


def _is_unseen(char: str) -> bool:
    if char < "\x7f":
        return False
    return not char.isprintable() or char in _BLANK or "VARIATION SEL" in unicodedata.name(char, "")
