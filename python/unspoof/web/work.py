"""Reading, off the event loop: a bounded number of threads, and a bounded queue before them."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from unspoof.web.problems import Problem
from unspoof.web.settings import Settings

_T = TypeVar("_T")


class Pool:
    """Threads that read, each one request at a time."""

    def __init__(self, settings: Settings) -> None:
        """Starts no thread yet."""
        self._threads = ThreadPoolExecutor(settings.threads, thread_name_prefix="reading")
        self._room = settings.threads + settings.queue
        self._seconds = settings.seconds
        self._held = 0
        self._lock = threading.Lock()

    async def run(self, work: Callable[[], _T]) -> _T:
        """What `work` returns; Problem where there is no room for it, or no time."""
        with self._lock:
            if self._held >= self._room:
                raise Problem(503, "Too many requests wait already.", headers={"Retry-After": "1"})
            self._held += 1
        future = self._threads.submit(work)
        future.add_done_callback(self._let_go)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._seconds)
        except asyncio.TimeoutError:
            raise Problem(503, "No time to read this.", headers={"Retry-After": "1"}) from None

    def close(self) -> None:
        """Waits for what is being read."""
        self._threads.shutdown()

    def _let_go(self, _future: "Future[Any]") -> None:
        with self._lock:
            self._held -= 1
