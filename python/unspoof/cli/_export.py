"""The commands `export ...`: what the reader knows, for tools that read no text."""

from __future__ import annotations

import json

import click

from unspoof.cli import _output
from unspoof.engines import elasticsearch


@click.group()
def export() -> None:
    """Write what is known of glyphs for other tools."""


@export.command("elasticsearch")
@click.option(
    "--script",
    type=click.Choice(elasticsearch.SCRIPTS),
    default="Latn",
    show_default=True,
    help="The script of the index's texts (ISO 15924).",
)
@click.option(
    "--letters", is_flag=True, help="Replace letters that other scripts' languages write, too."
)
@click.option("--rules", is_flag=True, help="Print one rule a line, as `mappings_path` takes them.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.")
def export_elasticsearch(script: str, letters: bool, rules: bool, output: str | None) -> None:
    """Print a `mapping` character filter for Elasticsearch or OpenSearch (JSON).

    It says what needs no context: less than the reader knows.
    """
    if rules:
        told = "\n".join(elasticsearch.mappings(script, letters=letters))
    else:
        told = json.dumps(elasticsearch.char_filter(script, letters=letters), indent=1)
    _output.write(told + "\n", None, output)
