"""Apache Spark: columns, SQL functions, the way of older versions, and jobs."""

from functools import partial
from operator import truediv
from typing import Any

import pytest

from extras import needed
from samples import DISGUISED, HONEST

needed("pyspark")
from engines.routes import spark_session  # noqa: E402
from unspoof import Reader  # noqa: E402
from unspoof.engines import _rows, spark  # noqa: E402
from unspoof.engines.jobs import on_spark  # noqa: E402

ROWS = [(1, DISGUISED), (2, None), (3, "fr33 m0n3y")]


def frame() -> Any:
    return spark_session().createDataFrame(ROWS, "n long, text string")


def test_columns() -> None:
    made = frame().select(
        "n",
        spark.restore("text").alias("plain"),
        spark.restore("text", Reader("full")).alias("all"),
        spark.read("text").alias("reading"),
    )
    first, null, third = made.orderBy("n").collect()
    assert (first.plain, null.plain, third.plain) == (HONEST, None, "fr33 m0n3y")
    assert third["all"] == "free money"
    assert first.reading.obfuscated
    assert null.reading is None
    assert third.reading.families == []
    assert made.schema["reading"].dataType.simpleString() == (
        "struct<text:string,obfuscated:boolean,score:double,families:array<string>,edits:string>"
    )


def test_sql() -> None:
    session = spark_session()
    spark.register(session)
    frame().createOrReplaceTempView("texts")
    query = "SELECT n FROM texts WHERE unspoof_read(text).obfuscated"
    assert session.sql(query).collect() == [(1,)]
    query = "SELECT unspoof_restore(text) FROM texts WHERE n = 1"
    assert session.sql(query).collect() == [(HONEST,)]


def test_without_udfs_over_arrow() -> None:
    udfs = spark._over_pandas(_rows.default())
    made = frame().select("n", udfs["restore"]("text"), udfs["read"]("text"))
    first, null, third = made.orderBy("n").collect()
    assert (first[1], null[1], third[1]) == (HONEST, None, "fr33 m0n3y")
    assert (first[2].text, first[2].obfuscated, null[2].text) == (HONEST, True, None)


def test_jobs() -> None:
    spark_session()
    work = partial(truediv, 12)  # an object that is called, as that of `unspoof corpus` is
    assert list(on_spark(work, [1, 2, 3, 4], workers=2)) == [12, 6, 4, 3]
    assert list(on_spark(work, [], workers=2)) == []
    with pytest.raises(Exception, match="ZeroDivisionError"):
        list(on_spark(work, [1, 0, 2], workers=1))
