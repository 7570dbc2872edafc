"""The command `obfuscate`: text in, the same text disguised out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from unspoof import _core
from unspoof.cli import _input, _output


@click.command()
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.")
@click.option(
    "--family",
    type=click.Choice(_core.kinds()),
    metavar="NAME",
    default="lookalike",
    show_default=True,
    help=f"The kind of disguise: {', '.join(_core.kinds())}.",
)
@click.option(
    "--rate",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="The share of letters, words or lines to disguise.",
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**64 - 1),
    default=0,
    show_default=True,
    help="The same seed gives the same text.",
)
@click.option("--json", "as_json", is_flag=True, help="Print text and truth as JSON.")
@click.option(
    "--pairs",
    is_flag=True,
    help="Disguise each line by itself, and print it with its truth as `evaluate` reads them.",
)
def obfuscate(file: str, output: str | None, as_json: bool, pairs: bool, **options: Any) -> None:
    """Disguise FILE (or stdin), for testing a reader, a filter or a detector.

    The disguises are those that unspoof knows, so its own figures on them are flattering.
    """
    if pairs and as_json:
        raise click.UsageError("--json and --pairs are two ways of printing: give one")
    source = _input.read(file)
    if pairs:
        _output.write("".join(_pairs(source.text, **options)), source.stat, output)
        return
    made = _core.obfuscate(source.text, **options)
    if as_json:
        _output.write(json.dumps(made.to_dict(), ensure_ascii=False) + "\n", source.stat, output)
    else:
        _output.write(source.bom + made.text, source.stat, output)


def _pairs(text: str, family: str, rate: float, seed: int) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            # A seed of its own: else all lines would be disguised in the same places.
            made = _core.obfuscate(line, family, rate, (seed + number) % 2**64)
            pair = {"id": number + 1, "input": made.text, "gold": line, "family": family}
            yield json.dumps(pair, ensure_ascii=False) + "\n"
