"""Packages that some tests need and the development environment does not have."""

import importlib
import os
import warnings
from types import ModuleType

import pytest

from without_torch import open_packages


def needed(module: str) -> ModuleType:
    """Imports a module, or skips the file that needs it; with SKIP_NOTHING=1 it must be there."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what others warn of while they load is theirs to mend
        open_packages()
        if os.environ.get("SKIP_NOTHING") == "1":
            return importlib.import_module(module)
        reason = f"{module} is not here: `make test-guards` and `make test-engines` install others"
        return pytest.importorskip(module, reason=reason)  # type: ignore[no-any-return]
