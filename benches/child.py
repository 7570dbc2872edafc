"""What a script of fresh.py does when it is run: one measurement for its parent, or all of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

import evaluation
from evaluation import Evaluation


def answer(one: Callable[..., Any], everything: Callable[[Evaluation, float], Any]) -> None:
    """Print `one(*arguments)` after --child, and else `everything`, as JSON."""
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(one(*sys.argv[2:])))
        return
    ask = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    evaluation.add_option(ask)
    ask.add_argument(
        "--scale", type=float, default=1, help="how much of the usual time it may take"
    )
    args = ask.parse_args()
    print(json.dumps(everything(Evaluation(args.eval), args.scale), indent=1))
