"""Options that several commands have."""

from typing import Any

import click

from unspoof import Reader

PROFILE = click.option(
    "--profile",
    type=click.Choice(["careful", "full"]),
    default="careful",
    show_default=True,
    help="Look for what no honest author types, or also for what some do (leet and the like).",
)
LANGUAGE = click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    help="A language to expect (ISO 639 code); may be given several times.  [default: all]",
)


def reader(options: dict[str, Any]) -> Reader:
    """The reader that the options ask for; UsageError where there is none of it."""
    try:
        return Reader(options["profile"], options["languages"] or None)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
