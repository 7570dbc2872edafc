"""Many texts at once: order, threads, progress, interruption, forks."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from samples import DISGUISED, HONEST
from unspoof import Reader

READER = Reader()
# Pieces of a page, of which there are enough to go on for a while.
PIECES = [DISGUISED[start : start + 100] for start in range(0, 600, 60)]
MANY = PIECES * 10_000


class StopError(Exception):
    """Raised to end a batch."""


def test_any_iterable_of_str_will_do() -> None:
    assert READER.restore_batch([]) == READER.read_batch(()) == []
    texts = {"Rɑмos ιs ιn tɑlкs": 1, "plain": 2}
    assert READER.restore_batch(texts) == ["Ramos is in talks", "plain"]
    assert READER.restore_batch(text for text in texts) == ["Ramos is in talks", "plain"]
    assert READER.restore_batch(["lone \ud800 surrogate", ""]) == ["lone \ud800 surrogate", ""]


def test_only_what_is_disguised_is_read() -> None:
    texts = ["plain", *PIECES, "", "日本語", "f\u200br\u200be\u200be"]
    readings = [reading if reading.edits else None for reading in map(READER.read, texts)]
    for threads in (1, 2):
        assert READER.read_disguised(texts, threads=threads) == readings
    assert readings[0] is None
    assert READER.read_disguised(()) == []


@pytest.mark.parametrize("verb", [READER.restore_batch, READER.read_batch, READER.read_disguised])
def test_what_is_not_a_str_is_named(verb: Any) -> None:
    with pytest.raises(TypeError, match=r"texts\[2\] is a bytes, not a str"):
        verb(["Rɑмos ιs ιn tɑlкs", "plain", b"bytes", 1])
    with pytest.raises(TypeError, match=r"texts\[0\] is a NoneType"):
        verb(iter([None]))
    with pytest.raises(TypeError, match="a list of str, not one str"):
        verb("text")
    with pytest.raises(TypeError, match="iterable"):
        verb(1)


def failing() -> Iterator[str]:
    yield "text"
    raise StopError


VERBS: list[Callable[..., Any]] = [
    lambda **how: READER.restore_batch(MANY, **how),
    lambda **how: READER.read_batch(MANY, **how),
    lambda **how: READER.read_disguised(MANY, **how),
    lambda **how: READER.restore_arrow(pa.array(MANY), **how),
    lambda **how: READER.read_arrow(pa.array(MANY), **how),
]


@pytest.mark.parametrize("verb", VERBS)
def test_how_is_checked(verb: Any) -> None:
    for threads in (0, -1):
        with pytest.raises(ValueError, match=f"threads is {threads}"):
            verb(threads=threads)
    for how in ({"threads": "2"}, {"threads": 1.5}):
        with pytest.raises(TypeError):
            verb(**how)
    with pytest.raises(TypeError, match="progress is a int, not a function"):
        verb(progress=1)
    with pytest.raises(StopError):
        READER.restore_batch(failing())


@pytest.mark.parametrize("threads", [1, 2, None])
def test_progress_is_told_on_the_calling_thread(threads: int | None) -> None:
    texts = [*PIECES, "plain"] * 20
    told: list[int] = []

    def progress(done: int) -> None:
        assert threading.current_thread() is threading.main_thread()
        told.append(done)
        texts.clear()  # What is read was taken before.

    results = READER.restore_batch(texts, threads=threads, progress=progress)
    assert results == [*map(READER.restore, PIECES), "plain"] * 20
    assert told[-1] == len(results)
    assert told == sorted(set(told))
    told = []
    READER.restore_batch([], progress=told.append)
    READER.restore_arrow(pa.array(["plain", None]), progress=told.append)
    assert told == [0, 2]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("threads", [1, 2])
def test_what_progress_raises_ends_the_batch(verb: Any, threads: int) -> None:
    told: list[int] = []

    def progress(done: int) -> None:
        told.append(done)
        raise StopError

    with pytest.raises(StopError):
        verb(threads=threads, progress=progress)
    assert len(told) == 1
    assert told[0] < len(MANY)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")
@pytest.mark.parametrize("verb", VERBS)
def test_a_signal_ends_the_batch(verb: Any) -> None:
    def handler(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, handler)
    # What a handler raises in a callback of the collector, as hypothesis has one, is swallowed.
    gc.disable()
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(KeyboardInterrupt):
            verb()
    finally:
        gc.enable()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_other_threads_run_meanwhile() -> None:
    turns, done = 0, threading.Event()

    def work() -> None:
        READER.restore_batch(PIECES * 20)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    while not done.wait(0.0005):
        turns += 1
    worker.join()
    assert turns > 5


def test_batches_side_by_side() -> None:
    expected = [READER.restore(piece) for piece in PIECES] * 10
    results: list[list[str]] = []
    workers = [
        threading.Thread(target=lambda: results.append(READER.restore_batch(PIECES * 10)))
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert results == [expected] * 4


# By itself, since pytest's process has other libraries' threads in it.
FORKS = """
import os, sys, threading
from unspoof import Reader

page = sys.argv[1]
reader, texts = Reader(), [page[start : start + 200] for start in range(0, 200, 10)]
expected = [reader.restore(text) for text in texts]
busy = threading.Thread(target=lambda: reader.restore_batch(texts * 5, threads=2), daemon=True)
assert reader.restore_batch(texts, threads=2) == expected
if "busy" in sys.argv:
    busy.start()
child = os.fork()
assert reader.restore_batch(texts, threads=2) == expected
if child == 0:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("when", ["after", "busy"])
def test_a_fork_after_or_beside_a_batch_can_run_its_own(when: str) -> None:
    # From 3.12 on Python warns of a fork beside threads: after a batch there must be none.
    warnings = ["-W", "error"] if when == "after" else []
    command = [sys.executable, *warnings, "-c", FORKS, DISGUISED, when]
    subprocess.run(command, check=True, timeout=60)


# Rust asks for stacks so large that the system refuses every thread.
ALONE = """
import sys
import pyarrow as pa
from unspoof import Reader

page = sys.argv[1]
reader, texts = Reader(), [page[start : start + 200] for start in range(0, 200, 10)] * 5
expected = [reader.restore(text) for text in texts]
done = []
assert reader.restore_batch(texts, threads=4, progress=done.append) == expected
assert done[-1] == len(texts)
assert [reading.text for reading in reader.read_batch(texts, threads=4)] == expected
assert reader.restore_arrow(pa.array(texts), threads=4).to_pylist() == expected
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems may grant any size of stack")
def test_a_batch_goes_on_alone_where_no_thread_can_be_started() -> None:
    # The readers of other libraries would fail likewise: only ours are asked for any.
    env = {**os.environ, "RUST_MIN_STACK": str(1 << 47)}
    command = [sys.executable, "-c", ALONE, DISGUISED]
    subprocess.run(command, check=True, timeout=60, env=env)


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_no_thread_is_left() -> None:
    def threads() -> int:
        return len(list(Path("/proc/self/task").iterdir()))

    before = threads()
    READER.restore_batch(PIECES * 20, threads=3)
    # The system may take a moment to clear away what has ended.
    deadline = time.monotonic() + 10
    while threads() > before and time.monotonic() < deadline:
        time.sleep(0.001)
    assert threads() <= before


def test_references_are_given_back() -> None:
    plain, disguised = HONEST[:500], DISGUISED[:500]
    texts = [plain, disguised]
    before = [sys.getrefcount(text) for text in texts]
    READER.restore_batch(texts * 100)
    READER.read_batch(texts * 10)
    with pytest.raises(TypeError):
        READER.restore_batch([*texts, None])  # type: ignore[list-item]
    assert [sys.getrefcount(text) for text in texts] == before


GROWTH = """
import resource, sys
from unspoof import Reader
import pyarrow as pa

reader = Reader()
texts = ["plain text " * 20_000, "r\\u0251re " * 5_000]
arrays = [pa.array(texts, type) for type in (pa.string(), pa.string_view())]

def work(rounds):
    for _ in range(rounds):
        reader.restore_batch(texts, threads=2)
        for array in arrays:
            reader.restore_arrow(array, threads=2)
            reader.restore_arrow(pa.chunked_array([array, array]))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

before = work(5)
print(work(100) - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units")
def test_memory_does_not_grow() -> None:
    """One result that was kept each time would come to 2.5 MB at least."""
    command = [sys.executable, "-c", GROWTH]
    done = subprocess.run(command, check=True, timeout=300, stdout=subprocess.PIPE, text=True)
    assert int(done.stdout) < 2_000
