"""What an adapter says where its engine is not installed."""

import subprocess
import sys

import pytest

ENGINES = {
    "arrow": ("pyarrow", "pyarrow"),
    "datasets": ("datasets", "pyarrow"),
    "datatrove": ("datatrove", "datatrove"),
    "duckdb": ("duckdb", "duckdb"),
    "nemo-curator": ("nemo-curator", "nemo_curator"),
    "pandas": ("pandas", "pandas"),
    "polars": ("polars", "polars"),
    "ray": (r"ray\[data\]", "ray"),
    "spacy": ("spacy", "spacy"),
    "spark": ("pyspark", "pyspark"),
}


@pytest.mark.parametrize("extra", ENGINES)
def test_a_missing_engine_is_told(extra: str) -> None:
    package, module = ENGINES[extra]
    adapter = f"unspoof.engines.{extra.replace('-', '_')}"
    # Where it is installed, as if it were not.
    code = f"import sys; sys.modules[{module!r}] = None; import {adapter}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    with pytest.raises(ImportError, match=f"^{adapter} needs {package}, .*'unspoof.{extra}.'$"):
        raise ImportError(done.stderr.strip().splitlines()[-1].removeprefix("ImportError: "))
