"""One reader, many threads: the same answers, and the interpreter goes on meanwhile."""

import threading
from concurrent.futures import ThreadPoolExecutor

import unspoof
from samples import DISGUISED, HONEST


def test_threads_share_a_reader() -> None:
    reader = unspoof.Reader()
    texts = [HONEST, DISGUISED, DISGUISED[:200], "plain", "ɑ" * 500] * 20
    expected = [reader.read(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(reader.read, texts)) == expected
        assert list(pool.map(unspoof.restore, texts)) == [reading.text for reading in expected]


def test_other_threads_run_while_a_text_is_read() -> None:
    long = DISGUISED * 500
    turns, done = 0, threading.Event()

    def work() -> None:
        unspoof.restore(long)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    while not done.wait(0.0005):
        turns += 1
    worker.join()
    assert turns > 5
