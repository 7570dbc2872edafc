"""Pages of the repository outside of docs/, and links to whatever is outside of it.

On the site README.md is index.md, and `repository/PATH` in the nav is PATH in the repository. A
link from one page to another leads there on the site as it does in the repository. A link to any
other file leads to the repository's home, where mkdocs.yml names one (`repo_url`), and is left
as text otherwise. A link to a file that is not there is left to MkDocs, which complains of it.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_PREFIX = "repository/"
_LINK = re.compile(r"\[([^\]]*)\]\(([^)#\s:]+)(#[^)\s]*)?\)")
_FENCE = re.compile(r"^(```.*?^```)$", re.MULTILINE | re.DOTALL)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages of the repository that are in the nav."""
    for path in _paths(config.nav):
        if path == "index.md" or path.startswith(_PREFIX):
            source = _root(config) / _in_repository(path)
            files.append(File.generated(config, path, abs_src_path=str(source)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turns links as they are in the repository into links as they are on the site."""
    there = {_in_repository(file.src_uri): file.src_uri for file in files}
    here = page.file.src_uri

    def turned(found: re.Match[str]) -> str:
        text, link, anchor = found[1], found[2], found[3] or ""
        target = posixpath.normpath(posixpath.join(posixpath.dirname(_in_repository(here)), link))
        if target in there:
            return f"[{text}]({posixpath.relpath(there[target], posixpath.dirname(here))}{anchor})"
        if not (_root(config) / target).exists():
            return found[0]
        return f"[{text}]({config.repo_url}/blob/main/{target})" if config.repo_url else text

    parts = _FENCE.split(markdown)
    parts[::2] = [_LINK.sub(turned, part) for part in parts[::2]]
    return "".join(parts)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _in_repository(path: str) -> str:
    if path == "index.md":
        return "README.md"
    return path.removeprefix(_PREFIX) if path.startswith(_PREFIX) else f"docs/{path}"


def _paths(nav: Any) -> Iterator[str]:
    """Every path in a nav: a string, or lists and mappings of such."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list):
        for entry in nav:
            yield from _paths(entry)
    elif isinstance(nav, dict):
        for entry in nav.values():
            yield from _paths(entry)
