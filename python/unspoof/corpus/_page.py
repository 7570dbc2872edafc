"""The page of a run: one file of HTML that needs nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

from unspoof._glyphs import code_points, visible
from unspoof.corpus._layout import Layout
from unspoof.corpus._plots import bars
from unspoof.corpus._schemes import Scheme
from unspoof.corpus._sink import write_text
from unspoof.corpus._statistics import ordered
from unspoof.corpus._summary import Summary

_MOST = 25
_MOST_SCHEMES = 40
_MOST_MEMBERS = 3
_LONGEST_NAME = 60

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
tr + tr td { border-top: 1px solid #8884; }
svg { width: 100%; height: auto; }
svg text { fill: currentColor; font: 13px system-ui, sans-serif; }
svg rect { fill: #3b7dd8; } .wrong { color: #c0392b; } .small { font-size: .85rem; opacity: .8; }
bdi.glyphs { font-size: 1.1rem; overflow-wrap: anywhere; }
"""


def write(layout: Layout, summary: Summary) -> None:
    """Writes the page into the folder of a run."""
    write_text(layout.out / "report.html", page(summary))


def page(summary: Summary) -> str:
    """The page, as text."""
    counts = summary.statistics
    parts = [
        _figures(summary),
        _problems(summary),
        _plot("Families", "Documents with each kind of disguise", counts.families_documents),
        _plot("Languages", "Disguised documents by their language", counts.languages),
        _plot("Glyphs", "What stood for what, how often", _glyphs(summary)),
        _schemes(summary),
    ]
    body = "\n".join(filter(None, parts))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>What was disguised</title>\n'
        f"<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>What was disguised</h1>\n{body}\n"
        "</body>\n</html>\n"
    )


def _figures(summary: Summary) -> str:
    counts = summary.statistics
    share = counts.disguised / counts.documents if counts.documents else 0.0
    rows = [
        ("files", f"{summary.files:,}"),
        ("documents", f"{counts.documents:,}"),
        ("characters", f"{counts.characters:,}"),
        ("disguised documents", f"{counts.disguised:,} ({share:.4%})"),
        ("edits", f"{counts.edits:,}"),
        ("documents with a hidden message", f"{counts.hidden:,}"),
        ("records without text", f"{counts.passed:,}"),
        ("records put aside", f"{counts.rejected:,}"),
        ("schemes that documents share", f"{len(summary.schemes.found):,}"),
    ]
    return _table((), ((escape(name), value) for name, value in rows), numbers={1})


def _problems(summary: Summary) -> str:
    lines = [*summary.unread, *summary.broken]
    if summary.schemes.left_out:
        lines.append(f"{summary.schemes.left_out:,} disguised documents were not compared")
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<h2>What could not be read</h2>\n<ul class="wrong">{items}</ul>'


def _plot(head: str, told: str, counts: Counter[str]) -> str:
    if not counts:
        return ""
    rows = ordered(counts)[:_MOST]
    return f"<h2>{head}</h2>\n<p>{told}</p>\n{bars(rows, told)}"


def _glyphs(summary: Summary) -> Counter[str]:
    counts = {
        f"{visible(glyph)} {code_points(glyph)} → {visible(read) if read else 'nothing'}": count
        for (glyph, read), count in ordered(summary.statistics.glyphs)[:_MOST]
    }
    return Counter(counts)


def _schemes(summary: Summary) -> str:
    found = summary.schemes.found
    if not found:
        return ""
    told = (
        "Documents that put the same glyphs in the same letters' places, whatever they say: they"
        " were most likely made by the same tool. All of them are in <code>schemes.jsonl</code>."
    )
    heads = ("scheme", "documents", "substitutions", "such as")
    rows = (_scheme(one) for one in found[:_MOST_SCHEMES])
    return f"<h2>Schemes</h2>\n<p>{told}</p>\n" + _table(heads, rows, numbers={0, 1})


def _scheme(one: Scheme) -> tuple[str, ...]:
    pairs = sorted(one.letters.items(), key=lambda entry: (-entry[1][1], entry[0]))
    shown = " ".join(f"{visible(glyph)}→{visible(letter)}" for letter, (glyph, _) in pairs)
    members = ", ".join(name[-_LONGEST_NAME:] for name in one.members[:_MOST_MEMBERS])
    return (
        str(one.number),
        f"{len(one.members):,}",
        f'<bdi class="glyphs">{escape(shown)}</bdi>',
        f'<bdi class="small">{escape(members)}</bdi>',
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], numbers: set[int]) -> str:
    def cells(row: Iterable[str], tag: str) -> str:
        kinds = (' class="n"' if at in numbers else "" for at in range(10))
        return "".join(
            f"<{tag}{kind}>{value}</{tag}>" for value, kind in zip(row, kinds, strict=False)
        )

    head = f"<tr>{cells(heads, 'th')}</tr>\n" if heads else ""
    lines = "\n".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return f"<table>\n{head}{lines}\n</table>"
