"""The page of a run: one file of HTML that needs nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from unspoof._glyphs import code_points, visible
from unspoof.corpus._layout import Layout
from unspoof.corpus._plots import STYLE, bars
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
caption { text-align: left; padding-bottom: .5rem; }
table.figures { width: auto; } table.figures td:first-child { padding-right: 3rem; }
.wrong { color: light-dark(#b3261e, #ff8a80); overflow-wrap: anywhere; }
.small { font-size: .85rem; opacity: .8; overflow-wrap: anywhere; }
.pair { display: inline-block; white-space: nowrap; font-size: 1.1rem; margin-right: .7rem; }
table.schemes td:last-child { width: 45%; }
@media (max-width: 40rem) {
  table.schemes td:last-child { width: auto; }
  table.schemes th { display: none; }
  table.schemes td, table.schemes td.n { display: block; border: 0; padding: 0; text-align: left; }
  table.schemes td[data-head]::before { content: attr(data-head) ": "; }
  table.schemes tr { display: block; border-top: 1px solid #8884; padding: .4rem 0; }
}
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
        f"<style>\n{_STYLE}{STYLE}</style>\n</head>\n<body>\n<h1>What was disguised</h1>\n{body}\n"
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
    return _table("figures", (), ((escape(name), value) for name, value in rows), numbers={1})


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
    return f"<h2>{head}</h2>\n{bars(rows, told)}"


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
    return f"<h2>Schemes</h2>\n<p>{told}</p>\n" + _table("schemes", heads, rows, numbers={0, 1})


def _scheme(one: Scheme) -> tuple[str, ...]:
    pairs = sorted(one.letters.items(), key=lambda entry: (-entry[1][1], entry[0]))
    shown = "".join(
        f'<bdi class="pair">{escape(f"{visible(glyph)}→{visible(letter)}")}</bdi>'
        for letter, (glyph, _) in pairs
    )
    members = "".join(
        f"<bdi>{escape(_short(name))}</bdi><br>" for name in one.members[:_MOST_MEMBERS]
    )
    return (
        str(one.number),
        f"{len(one.members):,}",
        shown,
        f'<div class="small">{members}</div>',
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"…{name[1 - _LONGEST_NAME :]}"


def _table(
    name: str, heads: Sequence[str], rows: Iterable[Iterable[str]], numbers: set[int]
) -> str:
    def cell(at: int, value: str) -> str:
        # Where there is no room for the heads, they stand before the numbers.
        head = f' data-head="{heads[at]}"' if heads and at in numbers else ""
        return f"<td{_class(at)}{head}>{value}</td>"

    def _class(at: int) -> str:
        return ' class="n"' if at in numbers else ""

    told = "".join(f"<th{_class(at)}>{value}</th>" for at, value in enumerate(heads))
    head = f"<tr>{told}</tr>\n" if heads else ""
    lines = "\n".join(f"<tr>{''.join(cell(*one) for one in enumerate(row))}</tr>" for row in rows)
    return f'<table class="{name}">\n{head}{lines}\n</table>'
