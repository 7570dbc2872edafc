"""The threads that read: no room, no time, no client."""

import asyncio
import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi import Request
from starlette.types import Message

from unspoof import web
from unspoof.web.problems import Problem
from unspoof.web.work import Pool


def asked(left: asyncio.Event | None = None) -> Request:
    """A request whose client leaves when the event is set, or never."""

    async def receive() -> Message:
        await (left or asyncio.Event()).wait()
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive)


@contextmanager
def pool(**limits: float) -> Iterator[Pool]:
    made = Pool(web.Settings(threads=1, **limits))  # type: ignore[arg-type]
    try:
        yield made
    finally:
        made.close()


async def until(pool: Pool, reading: int, waiting: int) -> None:
    """Waits until so many are being read and so many wait."""
    for _ in range(1000):
        if (pool.reading, pool.waiting) == (reading, waiting):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{pool.reading} are being read, {pool.waiting} wait")


def test_what_work_returns_and_raises_comes_back() -> None:
    async def main() -> None:
        with pool() as one:
            assert await one.run(asked(), lambda _: 7) == 7
            with pytest.raises(ZeroDivisionError):
                await one.run(asked(), lambda _: 1 // 0)
            await until(one, 0, 0)

    asyncio.run(main())


def test_a_panic_is_an_error_like_any_other() -> None:
    class Panic(BaseException):
        pass

    def panics(_: threading.Event) -> None:
        raise Panic

    async def main() -> None:
        with pool() as one:
            with pytest.raises(RuntimeError, match="the reader panicked"):
                await one.run(asked(), panics)
            assert await one.run(asked(), lambda _: 1) == 1

    asyncio.run(main())


def test_what_is_dropped_from_the_queue_is_let_go_of() -> None:
    class Work:
        def __call__(self, _: threading.Event) -> None:
            raise AssertionError("it was to be dropped")

    async def main() -> None:
        go = threading.Event()
        with pool() as one:
            first = asyncio.ensure_future(one.run(asked(), lambda _: go.wait(10)))
            await until(one, 1, 0)
            left, work = asyncio.Event(), Work()
            kept = weakref.ref(work)
            second = asyncio.ensure_future(one.run(asked(left), work))
            del work
            await until(one, 1, 1)
            left.set()
            await asyncio.wait([second])
            assert isinstance(second.exception(), Problem)
            del second  # its exception knows all frames
            gc.collect()
            assert kept() is None
            go.set()
            await first

    asyncio.run(main())


def test_where_there_is_no_room_another_try_is_asked_for() -> None:
    async def main() -> None:
        go = threading.Event()
        with pool(queue=1) as one:
            busy = [
                asyncio.ensure_future(one.run(asked(), lambda _: go.wait(10))) for _ in range(2)
            ]
            await until(one, 1, 1)
            with pytest.raises(Problem) as refused:
                await one.run(asked(), lambda _: None)
            assert refused.value.status_code == 503
            assert refused.value.headers == {"retry-after": "1"}
            go.set()
            assert await asyncio.gather(*busy) == [True, True]
            assert await one.run(asked(), lambda _: "room again") == "room again"

    asyncio.run(main())


def test_what_waits_too_long_is_never_started() -> None:
    async def main() -> None:
        go, started = threading.Event(), threading.Event()
        with pool(seconds=0.2) as one:
            first = asyncio.ensure_future(one.run(asked(), lambda _: go.wait(10)))
            await until(one, 1, 0)
            with pytest.raises(Problem) as late:
                await one.run(asked(), lambda _: started.set())
            assert late.value.headers == {"retry-after": "1"}
            await until(one, 1, 0)
            with pytest.raises(Problem) as long:
                await first
            assert long.value.status_code == 503
            assert "Retry-After" not in long.value.detail
            assert long.value.headers is None
            go.set()
        assert not started.is_set()

    asyncio.run(main())


def test_where_the_client_leaves_its_place_is_free() -> None:
    async def main() -> None:
        go, started = threading.Event(), threading.Event()
        stopped: list[bool] = []

        def reads(nobody_waits: threading.Event) -> None:
            go.wait(10)
            stopped.append(nobody_waits.is_set())

        with pool() as one:
            leaving = [asyncio.Event(), asyncio.Event()]
            reading = asyncio.ensure_future(one.run(asked(leaving[0]), reads))
            await until(one, 1, 0)
            waiting = asyncio.ensure_future(one.run(asked(leaving[1]), lambda _: started.set()))
            await until(one, 1, 1)
            leaving[1].set()
            with pytest.raises(Problem) as gone:
                await waiting
            assert gone.value.status_code == 499
            await until(one, 1, 0)
            leaving[0].set()
            with pytest.raises(Problem):
                await reading
            go.set()
        assert stopped == [True]
        assert not started.is_set()

    asyncio.run(main())
