"""Options that several commands have."""

import re
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
JSON = click.option("--json", "as_json", is_flag=True, help="Print the whole reading as JSON.")
CHECK = click.option("--check", is_flag=True, help="Exit with 1 if anything was disguised.")

_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}
_LEAST = 2**10


def size(_context: click.Context, _option: click.Parameter, value: str) -> int:
    """A number of bytes, as a person writes it: 65536, 64K, 4M, 1G."""
    found = re.fullmatch(r"(\d{1,18})([KMG]?)", value.strip(), re.ASCII | re.IGNORECASE)
    if not found:
        raise click.BadParameter(f"{value!r} is no size: give bytes, or a number with K, M or G")
    number = int(found[1]) * _UNITS[found[2].upper()]
    if number < _LEAST:
        raise click.BadParameter(f"{value!r} is too small: 1K is the least")
    return number


BLOCK_SIZE = click.option(
    "--block-size",
    callback=size,
    default="1M",
    metavar="SIZE",
    show_default=True,
    help="How much is read as one text: bytes, or a number with K, M or G.",
)


def reader(options: dict[str, Any]) -> Reader:
    """The reader that the options ask for; UsageError where there is none of it."""
    try:
        return Reader(options["profile"], options["languages"] or None)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
