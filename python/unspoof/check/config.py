"""What a project's `pyproject.toml` says of its checks, under `[tool.unspoof.check]`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = "pyproject.toml"
_WHERE = f"[tool.unspoof.check] in {_FILE}"
_NAMES = ("exclude", "ignore", "rule")


class ConfigError(Exception):
    """The file cannot be read, or says something that there is none of."""


@dataclass(frozen=True)
class Config:
    """The same lists as the options of the command of these names."""

    exclude: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()


def config(directory: Path) -> Config:
    """What `directory` asks for; nothing where it has no such file, or no such table in it."""
    try:
        text = (directory / _FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {_FILE}: {error}") from error
    # Most have none, and then it does not matter whether anything here can read TOML.
    table = _table(text) if "unspoof" in text else {}
    for name, value in table.items():
        if name not in _NAMES:
            raise ConfigError(f"{_WHERE} has {name!r}; there are {', '.join(_NAMES)}")
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ConfigError(f"{_WHERE}: {name!r} is no list of strings")
    return Config(**{name: tuple(value) for name, value in table.items()})


def _table(text: str) -> dict[str, Any]:
    if sys.version_info < (3, 11):
        try:
            import tomli as tomllib
        except ImportError as error:
            raise ConfigError(f"{_WHERE} needs tomli on this Python: pip install tomli") from error
    else:
        import tomllib

    try:
        table: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{_FILE} is no TOML: {error}") from error
    for name in ("tool", "unspoof", "check"):
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise ConfigError(f"{_WHERE} is no table")
    return table
