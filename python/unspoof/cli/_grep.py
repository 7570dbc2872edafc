"""The command `grep`: the lines in which something is found through a disguise."""

from __future__ import annotations

from typing import Any

import click

from unspoof.cli import _files, _input, _needles, _options, _output
from unspoof.cli._failure import Failure
from unspoof.cli._found import Found


@click.command(context_settings={"help_option_names": ["--help"]})  # -h is grep's
@click.argument("arguments", nargs=-1, metavar="[NEEDLE] [FILE]...")
@_needles.with_options
@click.option("-n", "--line-number", is_flag=True, help="Write the number of each line.")
@click.option("-o", "--only-matching", is_flag=True, help="Write what was found, not its line.")
@click.option("-c", "--count", is_flag=True, help="Write how many lines it is in, by FILE.")
@click.option("-l", "--files-with-matches", "names", is_flag=True, help="Write the FILEs it is in.")
@click.option("-q", "--quiet", is_flag=True, help="Write nothing; stop when something is found.")
@click.option("--json", "as_json", is_flag=True, help="Write every match as a line of JSON.")
@click.option(
    "-H/-h",
    "--with-filename/--no-filename",
    "named",
    default=None,
    help="Write the FILE of each line, or do not.  [default: where there are several]",
)
@click.option("-r", "--recursive", is_flag=True, help="Read the files of directories.")
@_options.PROFILE
@_options.LANGUAGE
@click.pass_context
def grep(context: click.Context, /, arguments: tuple[str, ...], **options: Any) -> None:
    """Find NEEDLE in FILEs (or stdin), however it is disguised, and write its lines.

    A NEEDLE is a word or phrase and no pattern; one with several lines is as many needles. It is
    found where the text reads as it, and where it stands as it is. Lines are written as they
    stand. Each FILE is read as one text, and held in memory.

    With -r all files in a FILE that is a directory are read, at any depth; hidden ones, links, and
    those that are not UTF-8 are passed over. Offsets of --json count code points from the start of
    the FILE, without a byte order mark.

    Exits with 0 if anything is found, 1 if nothing is, 2 on an error.
    """
    if options["as_json"] and any(options[way] for way in ("only_matching", "count", "names")):
        raise click.UsageError("--json is a way of writing by itself: leave out -o, -c and -l")
    needles, given = _needles.wanted(arguments, options)
    reader = _options.reader(options)
    if options["named"] is None:
        options["named"] = len(given) > 1 or options["recursive"]
    failed = found = False
    passed_over = 0

    def complain(failure: Failure) -> None:
        nonlocal failed
        failed = True
        failure.show()

    for file in _files.each(given, options["recursive"], complain):
        try:
            source = _input.read(file.path)
        except Failure as failure:
            if isinstance(failure, _input.NotText) and not file.named:
                passed_over += 1
            else:
                complain(failure)
            continue
        matches = reader.find(source.text, needles)
        found |= bool(matches)
        if options["quiet"]:
            if found:
                context.exit(0)
            continue
        told = _told(Found(source.name, source.text, matches), options)
        try:
            if told:
                _output.write(told, source.stat, None)
        except _output.OverInput as failure:
            complain(failure)
    if passed_over:
        files = "1 file that is" if passed_over == 1 else f"{passed_over:,} files that are"
        click.echo(f"Passed over {files} not UTF-8.", err=True)
    context.exit(2 if failed else 0 if found else 1)


def _told(found: Found, options: dict[str, Any]) -> str:
    """What is written of one file."""
    if options["as_json"]:
        return found.json()
    if not found.matches and not options["count"]:
        return ""
    if options["names"]:
        return found.label() if found.matches else ""
    if options["count"]:
        return found.count(options["named"])
    write = found.parts if options["only_matching"] else found.lines
    return write(options["named"], options["line_number"])
