"""What each engine costs beside the bare function, as a table for docs/engines.md.

Run in the environment of `make test-engines`: .venv-engines/bin/python benches/engines.py. The
texts are those of the tests, in each engine's own form before the clock starts; of several rounds,
in which the bare function and all engines take turns, the fastest counts. Engines that read on one
thread are put beside the bare function on one, the others beside all cores.
"""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from engines import vectors
from unspoof import Reader

ROUNDS = 3
CORES = os.cpu_count() or 1
Run = Callable[[], object]


def _bare(texts: list[str], threads: int) -> Run:
    return partial(Reader().restore_batch, texts, threads=threads)


def _arrow(texts: list[str]) -> Run:
    import pyarrow as pa

    from unspoof.engines.arrow import restore

    return partial(restore, pa.array(texts))


def _polars(texts: list[str]) -> Run:
    import polars as pl

    import unspoof.engines.polars  # noqa: F401 - adds the namespace

    frame = pl.LazyFrame({"text": texts})
    return frame.select(pl.col("text").unspoof.restore()).collect


def _pandas(texts: list[str]) -> Run:
    import pandas as pd

    from unspoof.engines.pandas import restore

    return partial(restore, pd.Series(texts))


def _duckdb(texts: list[str]) -> Run:
    import duckdb
    import pyarrow as pa

    from unspoof.engines.duckdb import register

    connection = duckdb.connect()
    register(connection)
    connection.register("texts", pa.table({"text": texts}))
    return lambda: connection.sql("SELECT unspoof_restore(text) AS text FROM texts").fetchall()


def _datasets(texts: list[str]) -> Run:
    import datasets

    from unspoof.engines.datasets import Restore

    datasets.disable_progress_bars()
    dataset = datasets.Dataset.from_dict({"text": texts}).with_format("arrow")
    return partial(
        dataset.map, Restore(), batched=True, keep_in_memory=True, load_from_cache_file=False
    )


def _ray(texts: list[str]) -> Run:
    import pyarrow as pa
    import ray

    from unspoof.engines.ray import restore

    ray.init(num_cpus=CORES, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    dataset = ray.data.from_arrow(pa.table({"text": texts})).repartition(CORES).materialize()
    mapped = partial(dataset.map_batches, restore, batch_format="pyarrow")
    return lambda: mapped().materialize()


def _spark(texts: list[str]) -> Run:
    import pyarrow as pa
    from pyspark.sql import SparkSession

    from unspoof.engines.spark import restore

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{CORES}]").config("spark.ui.enabled", False)
    frame = builder.getOrCreate().createDataFrame(pa.table({"text": texts})).repartition(CORES)
    frame = frame.cache()
    return frame.select(restore("text").alias("text")).toArrow


def _datatrove(texts: list[str]) -> Run:
    from datatrove.data import Document

    from unspoof.engines.datatrove import Restore

    return lambda: list(Restore().run(Document(text, "") for text in texts))


def _spacy(texts: list[str]) -> Run:
    import spacy

    from unspoof.engines.spacy import wrap

    nlp = wrap(spacy.blank("xx"))
    return lambda: list(nlp.pipe(texts))


def _nemo_curator(texts: list[str]) -> Run:
    import pyarrow as pa
    from nemo_curator.tasks import DocumentBatch

    from unspoof.engines.nemo_curator import RestoreStage

    return partial(RestoreStage().process, DocumentBatch("", pa.table({"text": texts})))


ENGINES: dict[str, tuple[int, Callable[[list[str]], Run]]] = {
    "Arrow": (CORES, _arrow),
    "polars": (CORES, _polars),
    "pandas": (CORES, _pandas),
    "DuckDB": (CORES, _duckdb),
    "Hugging Face datasets": (1, _datasets),
    "Ray Data": (CORES, _ray),
    "Apache Spark": (CORES, _spark),
    "datatrove": (1, _datatrove),
    "spaCy, its tokenizer included": (1, _spacy),
    "NeMo Curator": (1, _nemo_curator),
}


def main() -> None:
    """Prints the table; chatter of the engines goes to stderr."""
    texts = [text for text in vectors.documents() if text]
    size = sum(len(text.encode()) for text in texts) / 1e6
    runs: dict[str | int, Run] = {threads: _bare(texts, threads) for threads in {1, CORES}}
    runs |= {name: prepare(texts) for name, (_, prepare) in ENGINES.items()}
    best: dict[str | int, float] = dict.fromkeys(runs, float("inf"))
    for name, run in list(runs.items()) * (ROUNDS + 1):  # the first round is for warming up
        start = time.perf_counter()
        run()
        best[name] = min(best[name], time.perf_counter() - start)
    print(f"{len(texts):,} texts, {size:.1f} MB, {CORES} cores\n")
    print("| engine | threads | seconds | times the bare function |\n|---|---:|---:|---:|")
    for name, (threads, _) in ENGINES.items():
        print(f"| {name} | {threads} | {best[name]:.2f} | {best[name] / best[threads]:.2f} |")


if __name__ == "__main__":
    main()
