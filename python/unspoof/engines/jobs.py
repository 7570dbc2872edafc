"""Jobs on a cluster: one function over many things, on Ray or on Spark.

What `unspoof corpus` runs on instead of processes of this machine. The function, the things and
what it gives for them are pickled; every worker has to see the files that they name.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from unspoof.engines._extra import missing

_Job = TypeVar("_Job")
_Outcome = TypeVar("_Outcome")


def on_ray(
    work: Callable[[_Job], _Outcome], jobs: Sequence[_Job], workers: int
) -> Iterator[_Outcome]:
    """What `work` gives for each of the jobs as tasks of Ray, in the order in which they end.

    At most `workers` run at once. Runs on the cluster that `ray.init` has been called for, else on
    the one that RAY_ADDRESS names, else on this machine. Tasks whose machine is lost are done
    again, by Ray's own rules. What `work` raises ends all of it, and is raised here.
    """
    try:
        import ray
    except ImportError as error:
        raise missing("ray", "ray[data]") from error
    if not ray.is_initialized():
        ray.init(include_dashboard=False, log_to_driver=False)
    # One at a time for each worker: Ray has no other bound on how many tasks of a kind run.
    task = ray.remote(_doing(work))
    left = iter(jobs)
    running: list[Any] = [task.remote(job) for job in islice(left, workers)]
    try:
        while running:
            done, running = ray.wait(running)
            running += [task.remote(job) for job in islice(left, len(done))]
            for reference in done:
                try:
                    outcome: _Outcome = ray.get(reference)
                except ray.exceptions.RayTaskError as error:
                    raise (error.cause or error) from error
                yield outcome
    finally:
        for reference in running:
            ray.cancel(reference)


def on_spark(
    work: Callable[[_Job], _Outcome], jobs: Sequence[_Job], workers: int
) -> Iterator[_Outcome]:
    """What `work` gives for each of the jobs as tasks of Spark, when all of them are done.

    Runs in the session that there is, else in one of its own, as Spark is configured: on all cores
    of this machine where nothing says otherwise. How many run at once is for Spark to say, so
    that `workers` makes no difference. Each job is one task, done again where it fails as
    spark.task.maxFailures says; what it raises then ends all of it, as an error of Spark's.
    """
    try:
        import pyspark.sql
    except ImportError as error:
        raise missing("spark", "pyspark") from error
    del workers
    if not jobs:
        return
    session = pyspark.sql.SparkSession.getActiveSession() or _own_session(pyspark.sql.SparkSession)
    context = session.sparkContext
    # Not toLocalIterator, which runs one task after the other.
    yield from context.parallelize(jobs, len(jobs)).map(work).collect()


def _own_session(sessions: Any) -> Any:
    # Its progress would be written over ours.
    session = sessions.builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    context = session.sparkContext
    if context.master.startswith("local") and "PYSPARK_PYTHON" not in os.environ:
        # Else it takes the python3 in PATH, which need not be the one that has unspoof.
        context.pythonExec = sys.executable
    return session


def _doing(work: Callable[[_Job], _Outcome]) -> Callable[[_Job], _Outcome]:
    """Ray takes plain functions only, no other callables."""

    def do(job: _Job) -> _Outcome:
        return work(job)

    return do
