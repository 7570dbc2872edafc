"""polars: expressions in lazy, streamed and grouped queries."""

import json
from typing import Any

import pytest

from extras import needed
from samples import DISGUISED, HONEST
from unspoof import Edit, Reader, apply

pl = needed("polars")
from unspoof.engines.polars import READING  # noqa: E402 - only if there is an engine


def test_the_namespace() -> None:
    frame = pl.DataFrame({"n": [1, 2, 3], "text": [DISGUISED, None, "fr33 m0n3y"]})
    result = frame.with_columns(
        pl.col("text").unspoof.restore().alias("plain"),
        pl.col("text").unspoof.restore(Reader("full")).alias("all"),
        pl.col("text").unspoof.read().alias("reading"),
    )
    assert result["plain"].to_list() == [HONEST, None, "fr33 m0n3y"]
    assert result["all"].to_list() == [HONEST, None, "free money"]
    assert result.schema["reading"] == READING
    first, null, third = result["reading"].to_list()
    assert (first["text"], first["obfuscated"], null) == (HONEST, True, None)
    assert third == {
        "text": "fr33 m0n3y", "obfuscated": False, "score": third["score"], "families": [],
        "edits": "[]",
    }  # fmt: skip
    edits = [Edit(**edit) for edit in json.loads(first["edits"])]
    assert apply(DISGUISED, edits) == HONEST
    obfuscated = pl.col("text").unspoof.read().struct.field("obfuscated")
    assert frame.lazy().filter(obfuscated).collect()["n"].to_list() == [1]


def test_a_series() -> None:
    series = pl.Series("name", ["plain", DISGUISED])
    assert series.unspoof.restore().to_list() == ["plain", HONEST]
    assert series[:1].unspoof.restore().equals(series[:1])
    assert series.unspoof.read().struct.field("obfuscated").to_list() == [False, True]
    assert series.unspoof.read().name == "name"


@pytest.mark.parametrize(
    "series", [pl.Series([1]), pl.Series(["a"], dtype=pl.Categorical)], ids=str
)
def test_what_holds_no_strings_is_refused(series: Any) -> None:
    with pytest.raises(TypeError, match="holds no strings; cast it first"):
        series.unspoof.restore()
    with pytest.raises(TypeError, match="holds no strings; cast it first"):
        series.unspoof.read()
