"""The command `check`: files in, findings out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unspoof.cli import _output
from unspoof.cli._failure import Failure

if TYPE_CHECKING:
    from unspoof.check import CheckRule, Report
    from unspoof.check.config import Config

_FORMATS = ("text", "json", "sarif", "github")


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="For a person, for programs, for code scanning, or as annotations of GitHub Actions.",
)
@click.option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.")
@click.option("--rule", multiple=True, metavar="RULE", help="Look for this only; repeatable.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not look for this; repeatable.")
@click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Leave out what this fits: a path, a name, or a directory above; repeatable.",
)
@click.option("--explain", metavar="RULE", help="Print what a rule is about.")
@click.pass_context
def check(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    explain: str | None,
    **options: tuple[str, ...],
) -> None:
    """Find in source code and text files what deceives whoever reviews them.

    Controls of direction, characters that are not seen, names that look like others, disguised
    comments, strings and prose. Comments and strings in any honest language are left in peace.

    A PATH is a file or a directory; of one in a git repository, what git does not ignore. Files are
    UTF-8. Options can stand in pyproject.toml of the working directory, under [tool.unspoof.check].

    Exits with 0 where nothing was found, 1 where something was, 2 on an error.
    """
    # Pygments takes a while to load, and other commands need none.
    from unspoof.check import RULES
    from unspoof.check import check as run
    from unspoof.check.config import ConfigError, config
    from unspoof.check.files import UnreadableError

    if explain is not None:
        _output.say(_named(RULES, [explain])[0].rule.help)
        return
    if not paths:
        raise click.UsageError("Missing argument 'PATH...'.", context)
    try:
        asked = _asked(RULES, config(Path.cwd()), options)
        _refuse_input(paths, output)
        report = run(paths, asked[1], asked[0])
    except (ConfigError, UnreadableError) as error:
        raise Failure(str(error)) from error
    _output.write(_formatted(report, form, output), None, output)
    if report.findings:
        context.exit(1)


def _asked(
    rules: tuple[CheckRule, ...], config: Config, options: dict[str, tuple[str, ...]]
) -> tuple[list[CheckRule], list[str]]:
    """The rules to look for, and the patterns of what to leave out."""
    only = options["rule"] or config.rule
    left_out = _named(rules, [*config.ignore, *options["ignore"]])
    asked = [one for one in _named(rules, only) or rules if one not in left_out]
    return asked, [*config.exclude, *options["exclude"]]


def _named(rules: tuple[CheckRule, ...], names: Iterable[str]) -> list[CheckRule]:
    known = {one.rule.id: one for one in rules}
    for name in names:
        if name not in known:
            raise click.UsageError(f"no rule {name!r}; there are {', '.join(known)}")
    return [known[name] for name in dict.fromkeys(names)]


def _refuse_input(paths: tuple[str, ...], output: str | None) -> None:
    if output is None or output == "-" or not Path(output).exists():
        return
    for path in map(Path, paths):
        if path.is_file() and path.samefile(output):
            raise Failure(f"{output} is an input itself: refusing to write over it")


def _formatted(report: Report, form: str, output: str | None) -> str:
    if form == "sarif":
        from unspoof import _sarif

        return _sarif.dumps(report.findings, report.rules, report.skipped)
    if form == "json":
        # ASCII: what is unseen or turns text round in a file must not do so here.
        return json.dumps(_plain(report), indent=2) + "\n"
    if form == "github":
        from unspoof.cli._check_github import commands

        return commands(report)
    from unspoof.cli._check_text import told

    return told(report, to_file=output is not None and output != "-")


def _plain(report: Report) -> dict[str, Any]:
    return {
        "files": report.files,
        "findings": [asdict(one) for one in report.findings],
        "ignored": report.ignored,
        "skipped": [asdict(one) for one in report.skipped],
    }
