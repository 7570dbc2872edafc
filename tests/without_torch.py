"""llm-guard where torch is not installed.

Its packages import every scanner, and some of them torch: gigabytes for models that the tests do
not ask. Here the packages themselves are not run, only the modules in them that are imported.
"""

import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

PACKAGES = ["llm_guard", "llm_guard.input_scanners", "llm_guard.output_scanners"]


def open_packages() -> None:
    """Has llm-guard's modules found by their names, without what their packages import.

    Nothing is done where torch is installed, where llm-guard is not, or a second time.
    """
    if PACKAGES[0] in sys.modules or find_spec("torch"):
        return
    spec = find_spec(PACKAGES[0])
    if not spec or not spec.origin:
        return
    for name in PACKAGES:
        package = ModuleType(name)
        package.__path__ = [str(Path(spec.origin).parent.joinpath(*name.split(".")[1:]))]
        sys.modules[name] = package
