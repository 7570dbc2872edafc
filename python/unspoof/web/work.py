"""Reading, off the event loop: a bounded number of threads, and a bounded queue before them."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from fastapi import Request

from unspoof.web.problems import CLIENT_GONE, Problem, too_busy
from unspoof.web.settings import Settings

_T = TypeVar("_T")


class Pool:
    """Threads that read, each for one request at a time."""

    def __init__(self, settings: Settings) -> None:
        """Starts no thread yet."""
        self._threads = ThreadPoolExecutor(settings.threads, thread_name_prefix="reading")
        self._most = settings.threads
        self._room = settings.threads + settings.queue
        self._seconds = settings.seconds
        self._held = 0
        self._lock = threading.Lock()

    @property
    def reading(self) -> int:
        """How many requests are being read."""
        return min(self._held, self._most)

    @property
    def waiting(self) -> int:
        """How many wait for a thread."""
        return max(0, self._held - self._most)

    async def run(self, request: Request, work: Callable[[threading.Event], _T]) -> _T:
        """What `work` returns; Problem where there is no room for it, no time, or no client.

        A thread cannot be stopped. `work` is given an event that is set where nobody waits for it
        any more: it should look at that from time to time, and return whatever it has.
        """
        nobody_waits = threading.Event()
        # A cancelled job stays in the executor's queue for a while, and its text must not.
        held = [work]
        job = self._submitted(lambda: _done(held.pop(), nobody_waits))
        result = asyncio.wrap_future(job)
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait(
                (result, gone), timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED
            )
            if result.done():
                return result.result()
            if gone.done():
                raise Problem(CLIENT_GONE, "The client left before its answer was there.")
            if job.running():
                raise Problem(503, f"The text takes longer to read than {self._seconds:g} s.")
            raise too_busy("Too many requests are being read.")
        finally:
            nobody_waits.set()
            gone.cancel()
            if job.cancel():
                held.clear()
            result.cancel()

    def close(self) -> None:
        """Waits for what is being read."""
        self._threads.shutdown()

    def _submitted(self, work: Callable[[], _T]) -> "Future[_T]":
        with self._lock:
            if self._held >= self._room:
                raise too_busy("Too many requests wait already.")
            self._held += 1
        job = self._threads.submit(work)
        job.add_done_callback(self._let_go)
        return job

    def _let_go(self, _job: "Future[Any]") -> None:
        with self._lock:
            self._held -= 1


def _done(work: Callable[[threading.Event], _T], nobody_waits: threading.Event) -> _T:
    try:
        return work(nobody_waits)
    except Exception:
        raise
    except BaseException as error:  # a panic of an extension module is no Exception
        raise RuntimeError("the reader panicked") from error


async def _gone(request: Request) -> None:
    """Returns when the client has left; the body has been received."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
