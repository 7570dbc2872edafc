"""Every line of Unicode's confusables (UTS #39) beside what the reader reads: docs/confusables.md.

`python benches/confusables.py` writes the page, `--lines` prints what came of each line instead.
The table is that of the crate unicode-security, which the core is built with; cargo says where.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import unspoof
from unspoof import _core

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "confusables.md"

# Sentences that have each letter of their alphabet, most of them more than once.
CARRIERS = {
    "Latn": """
        The quick brown fox jumps over the lazy dog, while five boxing wizards quickly jump away.
        Jack and Max quizzed the very happy judge about six fresh pizzas with extra cheese.""",
    "Cyrl": """
        Съешь ещё этих мягких французских булок, да выпей чаю. В чащах юга жил был цитрус? Да, но
        фальшивый экземпляр! Широкая электрификация южных губерний даст мощный толчок подъёму
        сельского хозяйства, объявил журналист.""",
    "Grek": """
        Ξεσκεπάζω την ψυχοφθόρα βδελυγμία με θάρρος. Ο φίλος ζήτησε ξανά καφέ και ψωμί στη γωνία
        του δρόμου, γιατί δεν έβλεπε θέση για τον ξένο.""",
}
TARGETS = {
    letter: script
    for script, letters in {
        "Latn": "abcdefghijklmnopqrstuvwxyz",
        "Cyrl": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "Grek": "αβγδεζηθικλμνξοπρστυφχψω",
    }.items()
    for letter in letters + letters.upper()
}

# Unicode's blocks of combining marks, the same whatever the version of Python.
MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")

CLASSES = {
    "agreed": "the target is a letter, and that letter is read in a sentence",
    "other letter": "the target is a letter, and another one is read",
    "agreed among others": "that letter is read where other letters are disguised too",
    "honest letter": "left alone in both: some language writes the source, or it is ASCII",
    "unsettled": "left alone in both, though the target is among its readings",
    "not read": "left alone in both: the target is not among the readings of the source",
    "marked, read": "the target is a letter under marks (`¢` is `c` and a stroke), and it is read",
    "marked, left": "the same, and left alone as it stands in the sentence",
    "several characters": "the target is several letters or signs (`m` is `rn`)",
    "digit or sign": "the target is a digit or sign of ASCII",
    "other alphabet or sign": "the target is a mark, a sign or a letter that nothing is read into",
}


@dataclass(frozen=True)
class Line:
    """A line of the table: what looks like what, and what came of it."""

    source: str
    target: str
    outcome: str
    read: str = ""
    """What the source was read as in the sentence, where it was."""


def table() -> dict[str, str]:
    """Source to target, as in the crate's ``CONFUSABLES``.

    Raises `LookupError` where cargo does not know the crate.
    """
    command = ["cargo", "metadata", "--format-version=1", "--locked", "--offline"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LookupError(done.stderr.strip())
    packages = json.loads(done.stdout)["packages"]
    crate = next(one for one in packages if one["name"] == "unicode-security")
    source = Path(crate["manifest_path"]).with_name("src") / "tables.rs"
    text = source.read_text(encoding="utf-8")
    start = text.index("const CONFUSABLES")
    body = text[start : text.index("];\n", start)]
    code = re.compile(r"\\u\{([0-9a-f]+)\}")
    return {
        chr(int(key, 16)): "".join(chr(int(point, 16)) for point in code.findall(value))
        for key, value in re.findall(r"\('\\u\{([0-9a-f]+)\}',\s*&\[([^\]]*)\]\)", body)
    }


def carrier(target: str) -> str:
    """The sentence that has the target, in capitals for a capital."""
    text = " ".join(CARRIERS[TARGETS[target]].split())
    text = text.upper() if target.isupper() else text
    assert target in text, f"no carrier sentence has {target}"
    return text


def read_in(text: str, source: str, target: str) -> str:
    """What is read for the source, put everywhere in the place of the target; the most frequent."""
    edits = unspoof.read(text.replace(target, source)).edits
    found = Counter(edit.restored for edit in edits if edit.original == source)
    return found.most_common(1)[0][0] if found else ""


def lines(confusables: dict[str, str]) -> Iterator[Line]:
    """Every line of the table, with what came of it."""
    readings: dict[str, set[str]] = defaultdict(set)
    letters = set()
    for glyph, is_letter, reading, *_ in _core.readings():
        readings[glyph].add(reading)
        letters |= {glyph} if is_letter else set()
    for source, target in confusables.items():
        base = target[0]
        if base in TARGETS and len(target) > 1 and MARKS.fullmatch(target[1:]):
            read = read_in(carrier(base), source, base)
            yield Line(source, target, f"marked, {'read' if read == base else 'left'}", read)
            continue
        if target not in TARGETS:
            yield Line(source, target, _elsewhere(target))
            continue
        text = carrier(target)
        read = read_in(text, source, target)
        if read:
            yield Line(source, target, "agreed" if read == target else "other letter", read)
            continue
        # Every third letter, and of those no more that look like the target.
        others = unspoof.obfuscate(text.replace(target, "\0"), "lookalike", 0.3, seed=39).text
        read = read_in(others.replace("\0", target), source, target)
        if read:
            outcome = "agreed among others" if read == target else "other letter"
        elif source.isascii() or source in letters:
            outcome = "honest letter"
        else:
            outcome = "unsettled" if target in readings[source] else "not read"
        yield Line(source, target, outcome, read)


def _elsewhere(target: str) -> str:
    if len(target) > 1:
        return "several characters"
    return "digit or sign" if target.isascii() else "other alphabet or sign"


def page(found: list[Line]) -> str:
    """docs/confusables.md."""
    counts = Counter(line.outcome for line in found)
    rows = []
    for name, meaning in CLASSES.items():
        shown = [_shown(line) for line in found if line.outcome == name]
        rows.append([name, str(counts[name]), meaning, ", ".join(shown[:: len(shown) // 6 + 1])])
    body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    letters = sum(line.target in TARGETS for line in found)
    agreed = counts["agreed"] + counts["agreed among others"]
    return HEAD.format(lines=len(found), letters=letters, agreed=agreed) + body + "\n" + TAIL


def _shown(line: Line) -> str:
    sides = [" ".join(f"U+{ord(char):04X}" for char in side) for side in (line.source, line.target)]
    read = f", read {line.read}" if line.read not in ("", line.target) else ""
    return f"{sides[0]} ({sides[1]}{read})"


HEAD = """\
# Unicode's confusables

<!-- Generated by `python benches/confusables.py`; do not edit. -->

[UTS #39](https://www.unicode.org/reports/tr39/) maps each of {lines:,} characters to a prototype
that it looks like. That table answers whether two identifiers look alike, and so does
`unspoof.skeleton` ([source code](check.md) says where that is of use). What a text says is another
question: `0` has the prototype `O`, `m` has `rn`, the long `ſ` has `f`.

By itself every source comes back as it went in, under both profiles. Each was then put in the place
of its target throughout a sentence in the target's script with nothing else odd in it, and, where
that was no clear case, in one where other letters are disguised too. Of the {letters:,} lines
whose target is a letter of the Latin, Cyrillic or Greek alphabet, {agreed:,} are read as the table
has it.
`python benches/confusables.py --lines` prints what came of each.

| class | lines | what it is | some of them: source (target) |
|---|---:|---|---|
"""
TAIL = """
A letter that another script's keyboard has, in a sentence that is not disguised otherwise, may be a
[slip of the keyboard](how-it-reads.md#4-judge), and is left until more is odd: most of the lines
that are read only among others are of that kind. Digits in styled alphabets are read as the digits
that they are, and the long s as s.

`intentional.txt`, the pairs that are drawn alike on purpose, comes with Unicode's security files
only, and no package of Debian 12 or PyPI was found that carries it: `tests/unicode` reads it where
it is, in `/usr/share/unicode/security`, and says elsewhere that it is skipped.
"""


def main() -> int:
    """Writes the page, or prints the lines."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--lines", action="store_true", help="print every line instead")
    found = list(lines(table()))
    if ask.parse_args().lines:
        for line in found:
            print(f"{_shown(line)}\t{line.outcome}\t{line.read}")
    else:
        PAGE.write_text(page(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
