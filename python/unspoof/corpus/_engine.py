"""Engines: what maps the work over the jobs. The local one runs processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for
from typing import Protocol

from unspoof.corpus._errors import CorpusError
from unspoof.corpus._shards import Job
from unspoof.corpus._work import Outcome

_WAITING = 4
"""Jobs handed out for each worker: enough that none waits, and few enough for any number."""


class Engine(Protocol):
    """Maps `work` over `jobs` with so many workers, each of which sees the inputs and OUT."""

    def __call__(
        self, work: Callable[[Job], Outcome], jobs: Sequence[Job], workers: int
    ) -> Iterator[Outcome]:
        """The outcomes, in any order, as far as they are asked for."""


def local(work: Callable[[Job], Outcome], jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    """Processes of this machine; with one worker or one job, this very process.

    Processes and not threads: what a job does beside reading, such as JSON, mostly holds the
    interpreter's lock, so that threads would get no more than a few cores to work. On two cores and
    a few seconds of work threads are ahead: processes take half a second to start.
    """
    workers = min(workers, len(jobs))
    if workers <= 1:
        yield from map(work, jobs)
        return
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")  # a fork beside threads may hang
    executor = ProcessPoolExecutor(workers, context, _begin)
    try:
        yield from _mapped(executor, work, jobs, workers * _WAITING)
        executor.shutdown()
    except BrokenProcessPool as error:
        raise CorpusError(
            "a worker was killed, perhaps for want of memory: finished parts are kept; run the same"
            " command again, with fewer --workers"
        ) from error
    finally:
        # What they are writing is under a temporary name, so that they can go at any moment.
        executor.shutdown(wait=False, cancel_futures=True)
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()


def _mapped(
    executor: ProcessPoolExecutor,
    work: Callable[[Job], Outcome],
    jobs: Sequence[Job],
    most: int,
) -> Iterator[Outcome]:
    left = iter(jobs)
    running: set[Future[Outcome]] = {executor.submit(work, job) for job in islice(left, most)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {executor.submit(work, job) for job in islice(left, len(done))}
        for future in done:
            yield future.result()


def _begin() -> None:
    """A worker ends when its parent does, however that ends, and not by itself on Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
