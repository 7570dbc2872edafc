"""Adds to lines.jsonl what this recipe makes and the file lacks: `PYTHONPATH=tests python FILE`.

A line that is there stays as it is: `make frozen ACCEPT=1` alone changes answers. The sources are
the texts of tests/cases, as they stand, and disguised by the simulator with fixed seeds.
"""

from collections.abc import Iterator

import unspoof
from case_files import Case, load
from frozen_lines import PATH, PROFILES, dump, now
from frozen_lines import load as load_frozen
from unspoof import _core

_LONGEST = 80  # code points: a line is read as a whole document, and looked at by a person
_RATES = (0.15, 0.4, 0.8)
# In these the simulator shows everything that it can do; in every other language, three kinds.
_ALL_KINDS = ("en", "ru", "uk", "el", "de", "fr", "es", "pl", "tr", "vi", "id", "bg", "sr", "pt")


def honest_and_given(cases: list[Case]) -> Iterator[tuple[str, str]]:
    """The first line of each case that is short enough, else the beginning of the case."""
    for case in cases:
        lines = case.input.split("\n")
        short = next((line for line in lines if 3 < len(line) <= _LONGEST), None)
        yield case.id, short or (lines[0][:_LONGEST].rpartition(" ")[0] or lines[0][:_LONGEST])


def simulated(cases: list[Case]) -> Iterator[tuple[str, str]]:
    """A line of each language, disguised."""
    by_language: dict[str, list[str]] = {}
    for case in cases:
        lines = [line for line in case.meant.split("\n") if 20 < len(line) <= _LONGEST]
        by_language.setdefault(case.lang, []).extend(lines[:1])
    kinds = _core.kinds()
    for number, (language, lines) in enumerate(sorted(by_language.items())):
        if not lines:
            continue
        some = [kinds[(number + len(kinds) * third // 3) % len(kinds)] for third in range(3)]
        mine = kinds if language in _ALL_KINDS else some
        for at, kind in enumerate(mine):
            rate = _RATES[(number + at) % len(_RATES)]
            text = lines[at % len(lines)]
            made = unspoof.obfuscate(text, kind, rate, seed=number * 100 + at).text
            if made != text:
                yield f"simulated-{language}-{kind}", made


def main() -> None:
    """Writes the file."""
    cases = list(load())
    lines = load_frozen() if PATH.exists() else []
    there = {line.id for line in lines}
    made = [*honest_and_given(cases), *simulated(cases)]
    lines += [now(id_, text) for id_, text in made if id_ not in there]
    PATH.write_text(dump(lines), encoding="utf-8")
    print(
        f"{len(lines) - len(there)} lines added to {len(there)}, read as {' and '.join(PROFILES)}"
    )


if __name__ == "__main__":
    main()
