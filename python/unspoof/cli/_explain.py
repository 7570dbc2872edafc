"""The command `explain`: texts in, what was disguised in them out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from unspoof import Reader, Reading
from unspoof.cli import _input, _options, _output
from unspoof.cli._failure import Failure
from unspoof.cli._texts import NO_TEXT, Texts, is_one

if TYPE_CHECKING:
    from rich.console import Console


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE|DIRECTORY|- ...]")
@_options.PROFILE
@_options.LANGUAGE
@click.option(
    "--context",
    type=click.IntRange(min=0),
    metavar="N",
    help="Only lines with changes, and N lines around each.  [default: the whole text]",
)
@click.option(
    "--layout",
    type=click.Choice(["auto", "inline", "beside"]),
    default="auto",
    show_default=True,
    help="Changes marked in the text, or both texts beside each other; auto asks the terminal.",
)
@_options.JSON
@_options.CHECK
@click.pass_context
def explain(context: click.Context, /, files: tuple[str, ...], **options: Any) -> None:
    """Show what was disguised in FILE (or stdin), and how.

    Of several FILEs, or the files in a DIRECTORY, a table tells what each one is; with --context
    their changes are shown as well. With --json each of them is one line.
    """
    reader = _options.reader(options)
    files = files or ("-",)
    if is_one(files):
        disguised = _one(_input.read(files[0]), reader, options)
    else:
        disguised = _many(Texts(files), reader, options)
    if options["check"] and disguised:
        context.exit(1)


def _one(source: _input.Input, reader: Reader, options: dict[str, Any]) -> bool:
    reading = reader.read(source.text)
    if options["as_json"]:
        told = json.dumps(reading.to_dict(), ensure_ascii=False) + "\n"
    else:
        told = _explanation(reading, options)
    _output.write(told, source.stat, None)
    return reading.obfuscated


def _many(texts: Texts, reader: Reader, options: dict[str, Any]) -> bool:
    return (
        _many_as_json(texts, reader) if options["as_json"] else _many_told(texts, reader, options)
    )


def _many_as_json(texts: Texts, reader: Reader) -> bool:
    disguised = []
    for source in texts:
        reading = reader.read(source.text)
        line = {"file": source.name, **reading.to_dict()}
        _output.say(json.dumps(line, ensure_ascii=False) + "\n")
        disguised.append(reading.obfuscated)
    if not disguised:
        raise Failure(NO_TEXT)
    return any(disguised)


def _many_told(texts: Texts, reader: Reader, options: dict[str, Any]) -> bool:
    from unspoof.cli import _overview, _summary  # rich takes a while to load

    console = _summary.terminal()
    lines = []
    for source in texts:
        reading = reader.read(source.text)
        lines.append(_overview.Line.of(source.name, reading))
        if options["context"] is not None and reading.obfuscated:
            _output.say(f"{lines[-1].file}\n\n{_text(reading, console, options)}\n")
    if not lines:
        raise Failure(NO_TEXT)
    _output.say(_overview.overview(lines, len(texts.skipped), console))
    return any(line.obfuscated for line in lines)


def _explanation(reading: Reading, options: dict[str, Any]) -> str:
    from unspoof.cli import _summary  # rich takes a while to load

    console = _summary.terminal()
    parts = [
        _text(reading, console, options),
        _summary.glyphs(reading, console),
        _summary.hidden(reading),
        _summary.summary(reading),
    ]
    return "\n".join(filter(None, parts))


def _text(reading: Reading, console: Console | None, options: dict[str, Any]) -> str:
    from unspoof.cli import _beside, _marked

    layout, context = options["layout"], options["context"]
    wide = console is not None and console.width >= _beside.WIDTH and reading.obfuscated
    if layout == "beside" or (layout == "auto" and wide):
        return _beside.beside(reading, console, context)
    marked = _marked.Marked(reading, colour=console is not None)
    text = marked.whole() if context is None else marked.around(context)
    return text if text.endswith("\n") or not text else text + "\n"
