"""The command `report`: texts in, a report to hand on out."""

from __future__ import annotations

import datetime
import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from unspoof.cli import _options, _output
from unspoof.cli._failure import Failure
from unspoof.cli._texts import NO_TEXT, Texts

if TYPE_CHECKING:
    from unspoof.report import Format

_FORMATS: tuple[Format, ...] = ("html", "json", "sarif", "markdown")
_ENDINGS: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".sarif": "sarif",
    ".md": "markdown",
}
# https://reproducible-builds.org/specs/source-date-epoch/
_DATE = "SOURCE_DATE_EPOCH"


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE|DIRECTORY|- ...]")
@click.option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.")
@click.option(
    "--format",
    "as_format",
    type=click.Choice(_FORMATS),
    help="The format of the report.  [default: by the ending of OUT, else html]",
)
@_options.PROFILE
@_options.LANGUAGE
@_options.CHECK
@click.pass_context
def report(
    context: click.Context, /, files: tuple[str, ...], output: str | None, **options: Any
) -> None:
    """Write a report on FILE (or stdin) to hand on: what was disguised in it, where and how.

    HTML is one page that loads nothing, for the screen and for paper. The files in a DIRECTORY are
    read, at any depth, as far as they are UTF-8. SOURCE_DATE_EPOCH sets the report's date.
    """
    from unspoof.report import Source, build, render

    reader = _options.reader(options)
    generated = _date()
    sources = []
    for source in Texts(files or ("-",)):
        _output.refuse(source.stat, output)
        sources.append(Source(source.name, reader.read(source.text), source.data))
    if not sources:
        raise Failure(NO_TEXT)
    made = build(sources, reader, generated=generated)
    try:
        told = render(made, options["as_format"] or _by_ending(output))
    except ImportError as error:
        raise Failure(str(error)) from error
    _output.write(told, None, output)
    if options["check"] and any(one.reading.obfuscated for one in sources):
        context.exit(1)


def _by_ending(output: str | None) -> Format:
    return _ENDINGS.get(PurePath(output).suffix.lower(), "html") if output else "html"


def _date() -> datetime.datetime:
    given = os.environ.get(_DATE)
    if given is None:
        return datetime.datetime.now(datetime.timezone.utc)
    try:
        return datetime.datetime.fromtimestamp(int(given), datetime.timezone.utc)
    except (ValueError, OverflowError, OSError) as error:
        raise Failure(f"{_DATE} is no number of seconds since 1970: {given!r}") from error
