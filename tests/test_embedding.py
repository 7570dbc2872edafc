"""The reader where an interpreter is not alone: many threads, forks, other processes, and
interpreters inside of one. Each in a process of its own, since pytest's has other libraries'
threads in it, and what could crash would take the other tests with it."""

import os
import subprocess
import sys
import textwrap

import pytest

from samples import DISGUISED, HONEST

CASES = """
import sys
import unspoof

page = sys.argv[1]
full = unspoof.Reader("full")
texts = [page[start : start + 40] for start in range(0, 400, 8)]
texts += ["plain", "", "f r e e  fr33", "привет, кaк дeлa?"]
texts += ["lone \\ud800 ɑ", "hi\\U000e0068\\U000e0069"]


def answers(text):
    reading = unspoof.read(text)
    found = unspoof.find(text, "the", ignore_case=True)
    return reading.to_dict(), reading.undo(), full.restore(text), found, unspoof.skeleton(text)
"""


def run(
    script: str, *options: str, env: dict[str, str] | None = None, timeout: int = 300
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-c", CASES + textwrap.dedent(script), DISGUISED]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
    )
    # A signal that ended it is a negative number.
    assert done.returncode == 0, (done.returncode, done.stdout, done.stderr)
    return done


def test_fifty_thousand_calls_of_thirty_two_threads_give_the_answers_of_one() -> None:
    run("""
        import threading

        calls, threads = 50_000, 32
        short = [text[:12] for text in texts]
        expected = [(unspoof.restore(text), full.restore(text)) for text in short]
        start, wrong, done = threading.Barrier(threads), [], [0] * threads

        def work(me):
            start.wait()
            for n in range(me, calls // 2, threads):
                at = n % len(short)
                if (unspoof.restore(short[at]), full.restore(short[at])) != expected[at]:
                    wrong.append(short[at])
                done[me] += 2

        workers = [threading.Thread(target=work, args=(me,)) for me in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert not wrong, wrong[:3]
        assert sum(done) == calls, done
    """)


def test_the_first_call_may_come_from_many_threads_at_once() -> None:
    """What is made when first needed is made once, and nobody gets half of it."""
    run("""
        import threading
        from unspoof import _core

        start, made = threading.Barrier(32), []

        def work():
            start.wait()
            made.append(
                (unspoof.restore(page), _core.languages(), unspoof.obfuscate("text", seed=1).text)
            )

        workers = [threading.Thread(target=work) for _ in range(32)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert len(made) == 32
        assert all(one == made[0] for one in made)
    """)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_fork_beside_threads_that_read_can_read() -> None:
    run("""
        import os, threading

        expected = [answers(text) for text in texts]
        stop = threading.Event()

        def work():
            while not stop.is_set():
                for text in texts:
                    answers(text)
                    full.restore_batch(texts, threads=2)

        workers = [threading.Thread(target=work, daemon=True) for _ in range(4)]
        for worker in workers:
            worker.start()
        for _ in range(10):
            child = os.fork()
            if child == 0:
                try:
                    same = [answers(text) for text in texts] == expected
                    fresh = unspoof.Reader("full", ["en"]).restore(page) == page
                    os._exit(0 if same and not fresh else 1)
                finally:
                    os._exit(2)
            assert os.waitpid(child, 0)[1] == 0
        stop.set()
        for worker in workers:
            worker.join()
    """)


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_other_processes_give_the_same_answers(method: str) -> None:
    if method != "spawn" and not hasattr(os, "fork"):
        pytest.skip("the system has no fork")
    run(f"""
        import multiprocessing

        expected = [unspoof.read(text) for text in texts]
        with multiprocessing.get_context({method!r}).Pool(3) as pool:
            assert pool.map(unspoof.read, texts) == expected
            assert pool.map(full.read, texts) == [full.read(text) for text in texts]
    """)


INSIDE = """
import sys
sys.path[:] = {path!r}
try:
    import unspoof
except ImportError as error:
    assert "interpreter" in str(error), error
else:
    reading = unspoof.read({page!r})
    assert unspoof.apply(reading.original, reading.edits) == reading.text == {honest!r}
    assert reading.undo() == {page!r}
    assert unspoof.Reader("full").restore_batch([{page!r}] * 9, threads=2) == [{honest!r}] * 9
    try:
        unspoof.read(b"")
    except TypeError:
        pass
"""


INTERPRETERS = """
try:
    import _xxsubinterpreters as interpreters
except ImportError:
    import _interpreters as interpreters


def read_in_others(page, honest):
    inside = INSIDE.format(path=sys.path, page=page, honest=honest)
    for _ in range(3):
        one = interpreters.create()
        failed = interpreters.run_string(one, inside)
        assert failed is None, failed
        interpreters.destroy(one)
"""


def test_other_interpreters_in_the_process_read_or_say_why_not() -> None:
    """PyO3 promises nothing of them; those that share the interpreter's lock do read."""
    run(f"""
        INSIDE = {INSIDE!r}
        exec({INTERPRETERS!r})
        before = [answers(text) for text in texts]
        read_in_others(page, unspoof.restore(page))
        assert [answers(text) for text in texts] == before
    """)


def test_the_first_interpreter_reads_where_another_one_was_first_and_is_gone() -> None:
    lines = [
        "import sys",
        f"INSIDE = {INSIDE!r}",
        INTERPRETERS,
        "read_in_others(sys.argv[1], sys.argv[2])",
        "import gc, unspoof",
        "gc.collect()",
        "assert unspoof.Reader().restore_batch([sys.argv[1]] * 9) == [sys.argv[2]] * 9",
    ]
    command = [sys.executable, "-c", "\n".join(lines), DISGUISED, HONEST]
    subprocess.run(command, check=True, timeout=60)


@pytest.mark.parametrize(
    ("options", "env"),
    [(["-X", "dev"], {}), ([], {"PYTHONMALLOC": "debug"}), ([], {"PYTHONMALLOC": "malloc"})],
    ids=["dev", "debug", "malloc"],
)
def test_memory_is_used_as_the_interpreter_asks(options: list[str], env: dict[str, str]) -> None:
    """Python's own checks abort where anything is written out of bounds, or freed unlocked."""
    done = run(
        """
        import gc, pickle
        import pyarrow as pa

        for text in texts * 3:
            reading = unspoof.read(text)
            assert pickle.loads(pickle.dumps(reading)) == reading
            assert unspoof.apply(text, reading.edits) == reading.text
            unspoof.censor(text, ["the", "and"], "\\u2588")
            answers(text)
        assert full.restore_batch(texts * 20, threads=4) == [full.restore(t) for t in texts] * 20
        whole = [text for text in texts if text.isprintable()]
        for kind in (pa.string(), pa.large_string(), pa.string_view()):
            array = pa.array(whole * 20, kind)
            assert full.restore_arrow(array, threads=4).to_pylist() == [
                full.restore(text) for text in whole
            ] * 20
        gc.collect()
        """,
        *options,
        env=env,
    )
    assert not done.stderr, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units")
def test_nothing_is_left_behind() -> None:
    """Neither Python's own blocks grow with the calls, nor the process's memory."""
    run("""
        import gc, pickle, resource

        def fails(verb, *arguments):
            try:
                verb(*arguments)
            except (TypeError, ValueError):
                return
            raise AssertionError(verb)

        text = page[:60]

        def work(rounds):
            for _ in range(rounds):
                reading = unspoof.read(text)
                pickle.loads(pickle.dumps(reading)).to_dict()
                unspoof.apply(text, reading.edits)
                reading.undo(), reading.scheme, reading.hidden, hash(reading), repr(reading)
                unspoof.find(text, "the"), unspoof.censor(text, ["the"])
                unspoof.obfuscate(text, "mixed", seed=1)
                unspoof.Reader("full", ["en"]).restore(text)
                fails(unspoof.restore, b"")
                fails(unspoof.find, text, "")
                fails(unspoof.apply, text, [1])
            gc.collect()
            return sys.getallocatedblocks(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

        work(200)
        blocks, kilobytes = work(200)
        rounds = 2000
        after = work(rounds)
        blocks, kilobytes = after[0] - blocks, after[1] - kilobytes
        # One object kept in each round would come to a block; caches take a few, now and then.
        assert blocks < rounds / 2, blocks
        # The least that could be kept is the text in code points.
        assert kilobytes < rounds * 4 * len(text) / 1024, kilobytes
    """)
