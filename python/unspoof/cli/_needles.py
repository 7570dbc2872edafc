"""What to look for, as the command line gives it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

from unspoof import Needles
from unspoof.cli import _input
from unspoof.cli._failure import Failure

_OPTIONS = [
    click.option(
        "-e",
        "--needle",
        "needles",
        multiple=True,
        metavar="NEEDLE",
        help="Look for this; may be given several times. All arguments are then FILEs.",
    ),
    click.option(
        "-f",
        "--file",
        "lists",
        multiple=True,
        metavar="LIST",
        help="Look for every line of this file that is not empty. All arguments are then FILEs.",
    ),
    click.option("-i", "--ignore-case", is_flag=True, help="Letter case makes no difference."),
    click.option(
        "--any-space",
        is_flag=True,
        help="It makes no difference which white space it is, line ends among it, or how much.",
    ),
]


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Adds the options that say what to look for."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wanted(arguments: tuple[str, ...], options: dict[str, Any]) -> tuple[Needles, tuple[str, ...]]:
    """What to look for, and the arguments that are FILEs; UsageError where nothing is asked for."""
    given = [decoded(needle) for needle in options["needles"]]
    if not given and not options["lists"]:
        if not arguments:
            raise click.UsageError("nothing to look for: give a NEEDLE, or -e or -f")
        given, arguments = [decoded(arguments[0])], arguments[1:]
    # As in grep, one argument can hold several needles.
    needles = [needle for several in given for needle in several.split("\n")]
    for file in options["lists"]:
        lines = (line.removesuffix("\r") for line in _input.read(file).text.split("\n"))
        needles += filter(None, lines)
    try:
        ready = Needles(needles, ignore_case=options["ignore_case"], any_space=options["any_space"])
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return ready, arguments


def decoded(argument: str) -> str:
    """An argument as UTF-8, whatever the locale."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Failure(f"the argument {click.format_filename(argument)} is not UTF-8") from error
