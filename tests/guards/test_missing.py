"""What is said where the package of a guard is not installed."""

import importlib
import sys

import pytest


@pytest.mark.parametrize(
    ("guard", "package", "extra"),
    [
        ("guardrails", "guardrails", "guardrails"),
        ("presidio", "presidio_analyzer", "presidio"),
    ],
)
def test_it_says_what_to_install(
    guard: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name == package or name.startswith(f"{package}."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"unspoof.guards.{guard}", raising=False)
    with pytest.raises(ImportError, match=rf"pip install 'unspoof\[{extra}\]'"):
        importlib.import_module(f"unspoof.guards.{guard}")
