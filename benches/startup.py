"""From the import to the first answer, each time in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter
from typing import Any

from evaluation import Evaluation
from timing import significant

TIMES = 11
CLEAN, DISGUISED = (
    "Martha keeps the bakery – beside the bridge.",
    "MɑɾtҺɑ keeρs tҺe bɑkeɾy besιde tҺe bɾιdge.",
)
FIRST = {
    "unspoof, clean": ("unspoof", f"unspoof.restore({CLEAN!r})"),
    "unspoof, disguised": ("unspoof", f"unspoof.restore({DISGUISED!r})"),
    "unspoof full, disguised": (
        "unspoof",
        f"unspoof.Reader(profile='full').restore({DISGUISED!r})",
    ),
    "disarm strip_obfuscation": ("disarm", f"disarm.strip_obfuscation({DISGUISED!r})"),
    "decancer": ("decancer_py", f"str(decancer_py.parse({DISGUISED!r}))"),
    "ftfy NFKC": ("ftfy", f"ftfy.fix_text({DISGUISED!r}, normalization='NFKC')"),
}


def run(_sets: Evaluation | None = None, scale: float = 1) -> dict[str, Any]:
    """Milliseconds: within the process, and of the whole process beside that of a bare one."""
    times = max(1, round(TIMES * scale))
    within: dict[str, list[float]] = {name: [] for name in FIRST}
    whole: dict[str, list[float]] = {name: [] for name in FIRST}
    bare: list[float] = []
    failed = {}
    for _ in range(times):
        bare.append(_process("pass")[0])
        for name, (module, call) in FIRST.items():
            spent, said = _process(
                "from time import perf_counter; start = perf_counter(); "
                f"import {module}; {call}; print(perf_counter() - start)"
            )
            if said:
                whole[name].append(spent)
                within[name].append(1e3 * float(said))
            else:
                failed[name] = "did not run"
    print("startup", file=sys.stderr, flush=True)
    rows = {
        name: {"ms": _spread(within[name]), "process_ms": _spread(whole[name])}
        for name in FIRST
        if name not in failed
    }
    return {"times": times, "bare_process_ms": _spread(bare), "first": rows, "failed": failed}


def _process(code: str) -> tuple[float, str]:
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    spent = 1e3 * (perf_counter() - start)
    return spent, done.stdout.strip() if done.returncode == 0 else ""


def _spread(times: list[float]) -> list[float]:
    """Median, lowest, highest."""
    return [significant(one) for one in (median(times), min(times), max(times))]


if __name__ == "__main__":
    import child

    child.answer(lambda: None, run)
