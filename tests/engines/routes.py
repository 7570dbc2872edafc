"""Through each engine and back: texts in, what it gives for them out, in order."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from extras import needed

Texts = Sequence[str | None]
Route = Callable[[Texts], list[Any]]

RESTORE: dict[str, Route] = {}
"""By engine: the restored texts."""
READ: dict[str, Route] = {}
"""By engine: the readings, a dict for each text."""


def route(routes: dict[str, Route], engine: str) -> Callable[[Route], Route]:
    def add(function: Route) -> Route:
        routes[engine] = function
        return function

    return add


@route(RESTORE, "arrow")
def arrow_restore(texts: Texts) -> list[Any]:
    needed("pyarrow")
    from unspoof.engines import arrow

    return arrow.restore(_table(texts), "text")["text"].to_pylist()


@route(READ, "arrow")
def arrow_read(texts: Texts) -> list[Any]:
    needed("pyarrow")
    from unspoof.engines import arrow

    return arrow.read(_table(texts), "text")["unspoof"].to_pylist()


@route(RESTORE, "polars")
def polars_restore(texts: Texts) -> list[Any]:
    pl = needed("polars")
    import unspoof.engines.polars  # noqa: F401 - adds the namespace

    frame = pl.LazyFrame({"text": texts}, {"text": pl.String})
    return frame.select(pl.col("text").unspoof.restore()).collect()["text"].to_list()


@route(READ, "polars")
def polars_read(texts: Texts) -> list[Any]:
    pl = needed("polars")
    import unspoof.engines.polars  # noqa: F401 - adds the namespace

    frame = pl.LazyFrame({"text": texts}, {"text": pl.String})
    return frame.select(pl.col("text").unspoof.read()).collect(engine="streaming")["text"].to_list()


@route(RESTORE, "pandas")
def pandas_restore(texts: Texts) -> list[Any]:
    pd = needed("pandas")
    from unspoof.engines import pandas

    restored = pandas.restore(pd.Series(texts, dtype="str"))
    return restored.astype(object).where(restored.notna(), None).to_list()


@route(READ, "pandas")
def pandas_read(texts: Texts) -> list[Any]:
    pd = needed("pandas")
    from unspoof.engines import pandas

    rows = pandas.read(pd.Series(texts, dtype=object)).to_dict("records")
    return [None if pd.isna(row["text"]) else row for row in rows]


@route(RESTORE, "datasets")
def datasets_restore(texts: Texts) -> list[Any]:
    dataset = _dataset(texts)
    from unspoof.engines.datasets import Restore

    return dataset.map(Restore(), batched=True, keep_in_memory=True)["text"][:]


@route(READ, "datasets")
def datasets_read(texts: Texts) -> list[Any]:
    dataset = _dataset(texts).with_format("arrow")
    from unspoof.engines.datasets import Read

    read = dataset.map(Read(), batched=True, keep_in_memory=True)
    return read.data["unspoof"].to_pylist()


def _dataset(texts: Texts) -> Any:
    datasets = needed("datasets")
    features = datasets.Features({"text": datasets.Value("string")})
    return datasets.Dataset.from_dict({"text": texts}, features)


@route(RESTORE, "duckdb")
def duckdb_restore(texts: Texts) -> list[Any]:
    return _duckdb(texts, "unspoof_restore")


@route(READ, "duckdb")
def duckdb_read(texts: Texts) -> list[Any]:
    return _duckdb(texts, "unspoof_read")


def _duckdb(texts: Texts, function: str) -> list[Any]:
    duckdb = needed("duckdb")
    from unspoof.engines.duckdb import register

    with duckdb.connect() as connection:
        register(connection)
        connection.register("texts", _table(texts))
        query = f"SELECT {function}(text) AS result FROM texts ORDER BY n"
        return [row for (row,) in connection.sql(query).fetchall()]


@route(RESTORE, "ray")
def ray_restore(texts: Texts) -> list[Any]:
    needed("ray")
    from unspoof.engines.ray import restore

    return _ray(texts, "text", restore)


@route(READ, "ray")
def ray_read(texts: Texts) -> list[Any]:
    needed("ray")
    from unspoof.engines.ray import Read

    return _ray(texts, "unspoof", Read, concurrency=1)


def ray_session() -> None:
    import ray

    if not ray.is_initialized():
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)


def _ray(texts: Texts, result: str, function: Any, **options: Any) -> list[Any]:
    import ray

    ray_session()
    dataset = ray.data.from_arrow(_table(texts)).map_batches(
        function, batch_format="pyarrow", batch_size=1000, **options
    )
    return [row[result] for row in sorted(dataset.take_all(), key=lambda row: row["n"])]


@route(RESTORE, "spark")
def spark_restore(texts: Texts) -> list[Any]:
    return _spark(texts, "restore")


@route(READ, "spark")
def spark_read(texts: Texts) -> list[Any]:
    return _spark(texts, "read")


def spark_session() -> Any:
    needed("pyspark")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    builder = SparkSession.builder.master("local[2]").appName("unspoof")
    return builder.config(map=settings).getOrCreate()


def _spark(texts: Texts, function: str) -> list[Any]:
    spark = spark_session()
    from unspoof.engines import spark as adapter

    frame = spark.createDataFrame(_table(texts)).repartition(4)
    made = frame.select("n", getattr(adapter, function)("text").alias("result"))
    return made.toArrow().sort_by("n")["result"].to_pylist()


@route(RESTORE, "datatrove")
def datatrove_restore(texts: Texts) -> list[Any]:
    needed("datatrove")
    from datatrove.data import Document

    from unspoof.engines.datatrove import Restore

    return _present(
        texts,
        lambda present: [
            document.text
            for document in Restore().run(Document(text, str(n)) for n, text in enumerate(present))
        ],
    )


@route(RESTORE, "spacy")
def spacy_restore(texts: Texts) -> list[Any]:
    spacy = needed("spacy")
    from unspoof.engines.spacy import wrap

    nlp = wrap(spacy.blank("xx"))
    return _present(texts, lambda present: [doc.text for doc in nlp.pipe(present)])


@route(RESTORE, "nemo_curator")
def nemo_restore(texts: Texts) -> list[Any]:
    return _nemo(texts, None)["text"].to_pylist()


@route(READ, "nemo_curator")
def nemo_read(texts: Texts) -> list[Any]:
    return _nemo(texts, "unspoof")["unspoof"].to_pylist()


def _nemo(texts: Texts, into: str | None) -> Any:
    needed("nemo_curator")
    from nemo_curator.tasks import DocumentBatch

    from unspoof.engines.nemo_curator import RestoreStage

    batch = DocumentBatch("vectors", _table(texts))
    return RestoreStage(into=into).process(batch).data


def _present(texts: Texts, function: Callable[[list[str]], list[Any]]) -> list[Any]:
    """For engines that know no null texts."""
    results = iter(function([text for text in texts if text is not None]))
    return [None if text is None else next(results) for text in texts]


def _table(texts: Texts) -> Any:
    """The texts with their numbers, which say in which order they were."""
    import pyarrow as pa

    return pa.table(
        {"n": pa.array(range(len(texts)), pa.int64()), "text": pa.array(texts, pa.string())}
    )
