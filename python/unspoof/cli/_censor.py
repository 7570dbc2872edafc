"""The command `censor`: text in, the same text with what is looked for masked out."""

from __future__ import annotations

from typing import Any

import click

from unspoof.cli import _input, _needles, _options, _output


@click.command()
@click.argument("arguments", nargs=-1, metavar="[NEEDLE] [FILE|-]")
@_needles.with_options
@click.option(
    "--mask",
    default="*",
    metavar="TEXT",
    show_default=True,
    help="What stands in place of each character; may be empty.",
)
@click.option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.")
@_options.PROFILE
@_options.LANGUAGE
def censor(arguments: tuple[str, ...], mask: str, output: str | None, **options: Any) -> None:
    """Mask NEEDLE in FILE (or stdin), however it is disguised; nothing else in it changes.

    A NEEDLE is a word or phrase and no pattern; one with several lines is as many needles. It is
    masked where the text reads as it, and where it stands as it is: one mask for each character
    that a reader takes it for, white space left as it is. What else is disguised stays so.

    FILE is read as one text, and held in memory.
    """
    needles, given = _needles.wanted(arguments, options)
    if len(given) > 1:
        raise click.UsageError(f"one FILE at a time, not {len(given)}")
    reader = _options.reader(options)
    source = _input.read(given[0] if given else "-")
    masked = reader.censor(source.text, needles, _needles.decoded(mask))
    _output.write(source.bom + masked, source.stat, output)
