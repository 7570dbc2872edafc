"""The commands and their options."""

import json
from collections.abc import Callable
from typing import Any

import click

from unspoof import Reading, __version__
from unspoof.cli import _input, _options, _output, _stream
from unspoof.cli._censor import censor
from unspoof.cli._check import check
from unspoof.cli._corpus import corpus
from unspoof.cli._evaluate import evaluate
from unspoof.cli._explain import explain
from unspoof.cli._export import export
from unspoof.cli._grep import grep
from unspoof.cli._obfuscate import obfuscate
from unspoof.cli._report import report
from unspoof.cli._serve import serve

_FILE = click.argument("file", default="-", metavar="[FILE|-]")
_OPTIONS = [
    _options.PROFILE,
    _options.LANGUAGE,
    _options.JSON,
    _options.CHECK,
]


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def unspoof() -> None:
    """Read disguised text as a person does.

    Text is UTF-8, in and out. Exits with 0 when done, 1 if anything was disguised under
    --check or grep finds nothing, 2 on an error.
    """


unspoof.add_command(censor)
unspoof.add_command(corpus)
unspoof.add_command(check)
unspoof.add_command(evaluate)
unspoof.add_command(explain)
unspoof.add_command(export)
unspoof.add_command(grep)
unspoof.add_command(obfuscate)
unspoof.add_command(report)
unspoof.add_command(serve)


@unspoof.command()
@_FILE
@click.option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.")
@_options.BLOCK_SIZE
@_with_options
@click.pass_context
def restore(
    context: click.Context, /, file: str, output: str | None, block_size: int, **options: Any
) -> None:
    """Write FILE (or stdin) as it was meant; nothing else in it changes.

    A FILE of any length is read in blocks, each a text of its own: what one shows of its author's
    ways is not known in the next. A FILE of up to one and a half blocks is one text. Blocks end
    where a line ends. A line longer than a block is cut after a space, or where there is none
    between two characters.

    With --json the whole FILE is one text, and held in memory.
    """
    reader = _options.reader(options)
    if options["as_json"]:
        source = _input.read(file)
        reading = reader.read(source.text)
        _output.write(_json(reading), source.stat, output)
        _finish(context, reading.obfuscated, options)
        return
    with _input.opened(file) as stream:
        disguised = _stream.restore(stream, output, reader.restore, block_size)
    _finish(context, disguised, options)


def _json(reading: Reading) -> str:
    return json.dumps(reading.to_dict(), ensure_ascii=False) + "\n"


def _finish(context: click.Context, disguised: bool, options: dict[str, Any]) -> None:
    if options["check"] and disguised:
        context.exit(1)
