"""The commands as they describe themselves, in place of `<!-- commands -->`."""

from collections.abc import Iterator

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from unspoof.cli import _commands

_MARK = "<!-- commands -->"
_COLUMNS = 90


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Puts a section for each command where a page asks for them."""
    del page, config, files  # MkDocs hands them over by name
    return markdown.replace(_MARK, "\n\n".join(_sections(_commands.unspoof, None)))


def _sections(command: click.Command, group: click.Context | None) -> Iterator[str]:
    settings = {**command.context_settings, "terminal_width": _COLUMNS}
    context = click.Context(command, group, info_name=command.name, **settings)
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for _, one in sorted(command.commands.items()):
            yield from _sections(one, context)
