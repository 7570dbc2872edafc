"""Prints every frozen line that is read otherwise now: `make frozen`, or `make frozen ACCEPT=1`."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import unspoof
from frozen_lines import PATH, PROFILES, Answer, Frozen, dump, edits_of, load, now, visible
from unspoof.cli._replace import Replacement


def quoted(text: str) -> str:
    """The text as JSON, with what is not seen spelt out."""
    return visible(json.dumps(text, ensure_ascii=False))


def listed(text: str, frozen: Answer) -> list[str]:
    """Each edit in a few words."""
    return [
        f"{edit.start}-{edit.end} {quoted(edit.original)} → {quoted(edit.restored)} {edit.family}"
        for edit in edits_of(text, frozen)
    ]


def altered(before: Frozen, after: Frozen) -> Iterator[str]:
    """What is told of one line: old and new text, the edits that went and came, the verdict."""
    for profile in PROFILES:
        old, new = before.answer(profile), after.answer(profile)
        if old == new:
            continue
        yield f"{before.id}, {profile}: {quoted(before.input)}"
        texts = [quoted(one.get("text", before.input)) for one in (old, new)]
        yield f"  {texts[0]} → {texts[1]}" if texts[0] != texts[1] else f"  {texts[0]}, as before"
        was, are = listed(before.input, old), listed(before.input, new)
        yield from (f"  - {edit}" for edit in was if edit not in are)
        yield from (f"  + {edit}" for edit in are if edit not in was)
        for name, nothing in (("obfuscated", False), ("score", 0.0), ("hidden", [])):
            if old.get(name, nothing) != new.get(name, nothing):
                values = (quoted(one.get(name, nothing)) for one in (old, new))
                yield f"  {name}: {' → '.join(values)}"


def replace(path: Path, text: str) -> None:
    """Writes the file whole or not at all."""
    replacement = Replacement(path, path.stat().st_mode)
    try:
        replacement.write(text.encode("utf-8"))
        replacement.commit()
    except BaseException:
        replacement.discard()
        raise


def main() -> int:
    """The exit code: 0 where nothing is altered or all of it was accepted, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true", help="freeze what comes out now")
    parser.add_argument("--file", type=Path, default=PATH, help="other lines than the project's")
    arguments = parser.parse_args()
    before = load(arguments.file)
    after = [now(line.id, line.input) for line in before]
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    for old, new in pairs:
        print("\n".join(altered(old, new)))
    texts = sum(
        old.answer(profile).get("text") != new.answer(profile).get("text")
        for old, new in pairs
        for profile in PROFILES
    )
    print(
        f"{len(pairs)} of {len(before)} lines altered by unspoof {unspoof.__version__}; "
        f"{texts} texts come out otherwise (a line is read under {len(PROFILES)} profiles)"
    )
    if pairs and arguments.accept:
        replace(arguments.file, dump(after))
        print(f"accepted: {arguments.file.name} is written anew")
    return 1 if pairs and not arguments.accept else 0


if __name__ == "__main__":
    sys.exit(main())
