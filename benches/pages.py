"""Write a record's figures into README.md and docs/: `python benches/pages.py --help`.

What lies between `<!-- NAME -->` and `<!-- /NAME -->` is replaced; a person writes the rest.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import speed_pages
from evaluation import FULL_PROFILE, ROOT
from ours import CAREFUL, FULL

Record = dict[str, Any]
SETS = {
    "seed": "the article that this project began with",
    "synthetic-scheme": "one substitution per letter throughout",
    "synthetic-alike_10": "look-alikes of Unicode's tables, 10 % of letters",
    "synthetic-alike_30": "look-alikes of Unicode's tables, 30 %",
    "synthetic-alike_60": "the same, 60 %",
    "synthetic-alike_100": "the same, all letters",
    "synthetic-merged_50": "look-alikes of several tables together, 50 %",
    "synthetic-faux_40": "letters of any alphabet by their looks, 40 %",
    "synthetic-into_cyrillic": "Latin and others inside Cyrillic",
    "synthetic-into_greek": "Latin and others inside Greek",
    "synthetic-accents": "accents that nobody put there",
    "synthetic-zero_width": "zero-width characters",
    "synthetic-tags": "tag characters",
    "synthetic-selectors": "variation selectors",
    "synthetic-bidi": "words turned by direction marks",
    "synthetic-delete": "letters that a backspace takes away again",
    "synthetic-zalgo": "piled marks",
    "synthetic-style": "mathematical alphabets",
    "synthetic-fullwidth": "fullwidth letters",
    "synthetic-circled": "circled letters",
    "synthetic-squared_upper": "squared capitals",
    "synthetic-small_caps": "small capitals",
    "tgspam": "Russian spam from the wild",
    "judol": "Indonesian spam from the wild, case ignored",
    "synthetic-leet": "digits and signs for letters (full)",
    "synthetic-multi": "several characters for one letter (full)",
    "synthetic-spaced": "letters parted by spaces and signs (full)",
    "synthetic-upside_down": "upside down (full)",
    "synthetic-mixed": "several disguises in one line (full)",
}
SHOWN = frozenset(
    (
        *("seed", "scheme", "alike_30", "merged_50", "faux_40", "into_cyrillic", "into_greek"),
        *("accents", "zero_width", "zalgo", "style", "tgspam", "judol", "leet", "spaced", "mixed"),
    )
)
CLEAN = {
    "lingua": "web text in 79 languages",
    "emoji": "every emoji, in a sentence",
    "tgspam_ham": "honest messages of the same chats",
}
PEERS = {
    "disarm": ("disarm strip_obfuscation", "disarm canonicalize"),
    "decancer": ("decancer", "decancer diacritics"),
    "SilverSpeak": ("silverspeak",),
    "glyphguard": ("glyphguard",),
    "ftfy": ("ftfy NFKC",),
    "NFKC": ("NFKC",),
}


def _short(name: str) -> str:
    return name.removeprefix("synthetic-")


def _key(name: str) -> str:
    return "folded" if name == "judol" else "read"


def _ours(record: Record, name: str) -> dict[str, Any]:
    figures: dict[str, Any] = record["accuracy"][FULL if name in FULL_PROFILE else CAREFUL][name]
    return figures


def summary(record: Record) -> str:
    """The two tables of the README."""
    head = " | ".join(["unspoof", *PEERS])
    rule = "|---|" + "---:|" * (len(PEERS) + 1)
    lines = [f"| share of disguised words read back | {head} |", rule]
    for name, about in SETS.items():
        if _short(name) in SHOWN:
            figures = [_ours(record, name)[_key(name)]]
            for settings in PEERS.values():
                figures.append(max(record["accuracy"][one][name][_key(name)] for one in settings))
            cells = [f"{figure:.3f}" for figure in figures]
            best = max(figures)
            cells = [
                f"**{cell}**" if figure == best else cell
                for cell, figure in zip(cells, figures, strict=True)
            ]
            lines.append(f"| `{_short(name)}`: {about} | {' | '.join(cells)} |")
    lines += ["", f"| honest characters harmed, per million | {head} |", rule]
    for name, about in CLEAN.items():
        harm = [record["accuracy"][CAREFUL][name]["harm_per_million"]]
        for settings in PEERS.values():
            harm.append(min(record["accuracy"][one][name]["harm_per_million"] for one in settings))
        cells = [f"{one:,.0f}" if one >= 100 else f"{one:.2f}" for one in harm]
        lines.append(f"| `{name}`: {about} | **{cells[0]}** | {' | '.join(cells[1:])} |")
    return "\n".join(lines)


def every_set(record: Record) -> str:
    """What is read of each set, and the best peer's figure."""
    lines = [
        "| set | disguised words | read | lines exact | harmed | best peer |",
        "|---|---:|---:|---:|---:|---|",
    ]
    peers = [name for name in record["accuracy"] if name not in (CAREFUL, FULL)]
    for name, about in SETS.items():
        mine, key = _ours(record, name), _key(name)
        best = max(peers, key=lambda peer: record["accuracy"][peer][name][key])
        lines.append(
            f"| `{_short(name)}`: {about} | {mine['disguised_words']:,} | {mine[key]:.4f} "
            f"| {mine['exact']:.4f} | {mine['harmed_characters']} of {mine['honest_characters']:,} "
            f"| {record['accuracy'][best][name][key]:.4f} {best} |"
        )
    return "\n".join(lines)


def honest_text(record: Record) -> str:
    """What is harmed, under both profiles."""
    lines = [
        "| set | profile | lines | characters | harmed | lines harmed | per million |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for name in CLEAN:
        for profile, reader in (("careful", CAREFUL), ("full", FULL)):
            one = record["accuracy"][reader][name]
            lines.append(
                f"| `{name}` | {profile} | {one['lines']:,} | {one['honest_characters']:,} "
                f"| {one['harmed_characters']} | {one['harmed_lines']} "
                f"| {one['harm_per_million']:.2f} |"
            )
    return "\n".join(lines)


def replace(page: Path, name: str, text: str) -> None:
    """Puts text between the page's marks of this name; `ValueError` where it has none."""
    old = page.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
    if not block.search(old):
        raise ValueError(f"{page.name} has no <!-- {name} --> … <!-- /{name} -->")
    page.write_text(block.sub(lambda found: f"{found[1]}\n{text}\n{found[2]}", old), "utf-8")


def main() -> int:
    """Fill the pages from one record, and from tables that other measurements printed."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("record", type=Path, help="benches/record/DATE.json")
    ask.add_argument("--ablation", type=Path, help="what ablation.py printed")
    ask.add_argument("--calibration", type=Path, help="what calibration.py printed")
    args = ask.parse_args()
    record = json.loads(args.record.read_text(encoding="utf-8"))
    accuracy = ROOT / "docs" / "accuracy.md"
    if "accuracy" in record:
        replace(ROOT / "README.md", "figures", summary(record))
        replace(accuracy, "read", every_set(record))
        replace(accuracy, "honest", honest_text(record))
    speed_pages.fill(record, args.record.stem, replace)
    for name in ("ablation", "calibration"):
        if path := getattr(args, name):
            replace(accuracy, name, path.read_text(encoding="utf-8").strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
