"""The command `corpus`: whole corpora in, with a summary of what was found."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from unspoof.cli import _options, _output
from unspoof.cli._failure import Failure

if TYPE_CHECKING:
    from unspoof.corpus import Engine, Summary

_MODES = ("restore", "annotate", "filter")
_ENGINES = {
    "local": ("unspoof.corpus", "local"),
    "ray": ("unspoof.engines.jobs", "on_ray"),
    "spark": ("unspoof.engines.jobs", "on_spark"),
}


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", "out", required=True, metavar="OUT", help="The folder to write to.")
@click.option(
    "--mode",
    type=click.Choice(_MODES),
    default="restore",
    show_default=True,
    help="Write what was meant, add columns that tell what was found, or sort documents in two.",
)
@click.option(
    "--column",
    default="text",
    show_default=True,
    metavar="NAME",
    help="Where the text is: a Parquet column or a JSON key.",
)
@click.option(
    "--id",
    metavar="NAME",
    help="Where a document's name is: a column, a key or a WARC header.  [default: file:place]",
)
@_options.PROFILE
@_options.LANGUAGE
@click.option(
    "--format",
    metavar="FORMAT",
    help="text, jsonl (.gz, .zst), parquet or warc (.gz).  [default: that of the input]",
)
@click.option(
    "--document",
    type=click.Choice(["line", "file"]),
    default="line",
    show_default=True,
    help="What of a text file is one document.",
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="[default: all cores]")
@click.option(
    "--engine",
    type=click.Choice(_ENGINES),
    default="local",
    show_default=True,
    help="What runs the work.",
)
@click.option(
    "--shard-size",
    callback=_options.size,
    default="64M",
    show_default=True,
    metavar="SIZE",
    help="How much is read between two points at which a run can be resumed.",
)
@click.option("--overwrite", is_flag=True, help="Start anew in an OUT that was begun otherwise.")
def corpus(inputs: tuple[str, ...], out: str, engine: str, **options: Any) -> None:
    """Read a corpus: text, JSON Lines, Parquet and WARC or WET files, also compressed.

    An INPUT is a path, a folder, a glob or an fsspec URL. OUT gets the documents, the records that
    could not be read (rejected.jsonl), who wrote alike (schemes.jsonl), a summary (summary.json)
    and a page that shows it (report.html).

    When a run was ended, the same command goes on where it was. Exits with 2 if a file could not
    be read to its end. Needs: pip install 'unspoof[corpus]'
    """
    from unspoof import corpus

    workers, overwrite = options.pop("workers"), options.pop("overwrite")
    try:
        wanted = corpus.Options(**{**options, "languages": options["languages"] or None})
        found = corpus.run(
            inputs, out, wanted, workers=workers, engine=_engine(engine), overwrite=overwrite
        )
    except (corpus.CorpusError, ImportError) as error:  # of a library that an engine needs
        raise Failure(str(error)) from error
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _tell(found, out)


def _engine(name: str) -> Engine:
    module, function = _ENGINES[name]
    engine: Engine = getattr(importlib.import_module(module), function)
    return engine


def _tell(found: Summary, out: str) -> None:
    from unspoof.cli import _corpus_table

    _output.say(_corpus_table.table(found))
    for line in [*found.broken, *found.unread]:
        click.echo(f"Error: {line}", err=True)
    if found.statistics.rejected:
        told = f"{found.statistics.rejected:,} records were put aside"
        click.echo(f"{told}: {click.format_filename(out)}/rejected.jsonl", err=True)
    if found.broken or found.unread:
        raise click.exceptions.Exit(2)
