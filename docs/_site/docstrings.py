"""The docstrings of the compiled half of the package, which its stub does not have.

Griffe takes names and types from `_core.pyi`. What is written about them is in the binary.
"""

import importlib
import inspect
import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\n).+)*", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Fills in docstrings, and fences the examples in all of them, for Markdown."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Called with the package once all of it is loaded."""
        compiled = importlib.import_module(f"{pkg.path}._core")
        for name, thing in pkg["_core"].members.items():
            self._fill(thing, getattr(compiled, name, None))
        _fence(pkg)

    def _fill(self, thing: griffe.Object | griffe.Alias, live: object) -> None:
        if thing.is_alias or live is None:
            return
        text = inspect.getdoc(live)
        if text and not thing.docstring:
            thing.docstring = griffe.Docstring(text, parent=thing)
        if thing.is_class:
            _construct(thing)
            for name, member in thing.members.items():
                if not name.startswith("_"):
                    self._fill(member, getattr(live, name, None))


def _construct(thing: griffe.Object) -> None:
    """Shows how a class is called, which mkdocstrings takes from `__init__` alone."""
    if "__new__" in thing.members:
        made = thing.members["__init__"] = thing.members.pop("__new__")
        # For measurements, as the stub says.
        made.parameters = griffe.Parameters(*(p for p in made.parameters if p.name != "ablation"))


def _fence(thing: griffe.Object | griffe.Alias) -> None:
    if thing.is_alias:
        return
    if thing.docstring:
        thing.docstring.value = _EXAMPLE.sub(r"```pycon\n\g<0>\n```", thing.docstring.value)
    for member in thing.members.values():
        _fence(member)
