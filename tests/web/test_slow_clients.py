"""Clients that stall, leave or send rubbish, while others go on being served."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
import pytest

from samples import DISGUISED, HONEST
from serving import Server, connected, head, received, serving

# What uvicorn is given beyond the limit, before a connection is cut.
GRACE = 2
SECONDS = 2.0


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving("--receive-seconds", str(SECONDS), "--body", "64K", "--threads", "1") as server:
        yield server
        assert not server.records("failed")


@contextmanager
def others_served(server: Server) -> Iterator[None]:
    """Another client that asks all the time, and is answered each time at once."""
    stop = threading.Event()
    taken: list[float] = []
    failures: list[str] = []

    def ask() -> None:
        with httpx2.Client(base_url=server.url) as client:
            while len(taken) < 3 or not stop.is_set():
                start = time.perf_counter()
                answer = client.post("/v1/restore", json={"text": DISGUISED})
                taken.append(time.perf_counter() - start)
                if answer.json() != {"text": HONEST, "obfuscated": True}:
                    failures.append(answer.text)
                stop.wait(0.05)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield
    finally:
        stop.set()
        asking.join()
    assert not failures
    assert max(taken) < SECONDS


def test_slow_bodies_end_with_408(server: Server) -> None:
    """As slowloris does: many connections, a byte now and then."""
    with others_served(server):
        slow = [connected(server) for _ in range(50)]
        for one in slow:
            one.sendall(head("/v1/read", 60_000) + b'{"text": "')
        for _ in range(4):
            for one in slow:
                one.sendall(b"a")
            time.sleep(SECONDS / 5)
        answers = [received(one) for one in slow]
        for one in slow:
            one.close()
    for answer in answers:
        top, _, body = answer.partition(b"\r\n\r\n")
        assert top.startswith(b"HTTP/1.1 408 ")
        assert b"application/problem+json" in top
        assert json.loads(body)["status"] == 408


@pytest.mark.parametrize(
    "sent", [b"", b"POST /v1/read HT", b"POST /v1/read HTTP/1.1\r\nhost: a\r\n"]
)
def test_slow_heads_are_cut_off(server: Server, sent: bytes) -> None:
    with others_served(server):
        start = time.perf_counter()
        with connected(server) as one:
            one.sendall(sent)
            assert received(one) == b""
        assert SECONDS <= time.perf_counter() - start < SECONDS + GRACE + 5


def test_bodies_that_nobody_reads_are_cut_off_too(server: Server) -> None:
    start = time.perf_counter()
    with connected(server) as one, pytest.raises((BrokenPipeError, ConnectionResetError)):
        one.sendall(head("/nowhere", 10_000_000))
        while time.perf_counter() - start < SECONDS + GRACE + 5:
            one.sendall(b"a" * 100)
            time.sleep(0.05)
    assert time.perf_counter() - start >= SECONDS


def test_answers_that_nobody_takes_are_cut_off(server: Server) -> None:
    """A client that asks on and on and reads nothing."""
    request = b"GET /openapi.json HTTP/1.1\r\nhost: a\r\n\r\n"
    start = time.perf_counter()
    with others_served(server), connected(server, 0.2) as one:
        while time.perf_counter() - start < SECONDS + GRACE + 8:
            try:
                one.sendall(request * 100)
            except TimeoutError:
                continue
            except (BrokenPipeError, ConnectionResetError):
                break
        else:
            raise AssertionError("it was never cut off")


def test_a_client_that_leaves_in_the_middle_of_its_body(server: Server) -> None:
    before = len(server.records("request"))
    with others_served(server):
        for _ in range(20):
            with connected(server) as one:
                one.sendall(head("/v1/read", 1_000) + b'{"text": "')
    statuses = [one["status"] for one in server.records("request")[before:]]
    assert statuses.count(499) == 20


@pytest.mark.parametrize("length", [10_000_000_000, None])
def test_a_body_too_long_is_refused_before_it_has_come(server: Server, length: int | None) -> None:
    with others_served(server), connected(server) as one:
        one.sendall(head("/v1/read", length))
        if length is None:
            for _ in range(65):
                one.sendall(b"400\r\n" + b" " * 0x400 + b"\r\n")
        assert one.recv(65_536).startswith(b"HTTP/1.1 413 ")


def test_a_client_that_waits_for_leave_to_send_is_refused_at_once(server: Server) -> None:
    with connected(server) as one:
        one.sendall(head("/v1/read", 10_000_000, "expect: 100-continue"))
        assert one.recv(65_536).startswith(b"HTTP/1.1 413 ")
    with connected(server) as one:
        body = b'{"text": "a"}'
        one.sendall(head("/v1/read", len(body), "expect: 100-continue", "connection: close"))
        assert one.recv(65_536).startswith(b"HTTP/1.1 100 ")
        one.sendall(body)
        assert received(one).startswith(b"HTTP/1.1 200 ")


RUDE = {
    "no JSON": (400, b'{"text": "a"', "application/json"),
    "deep lists": (400, b"[" * 60_000, "application/json"),
    "deep objects": (400, b'{"texts":' * 7_000, "application/json"),
    "another type": (415, b"text=a", "application/x-www-form-urlencoded"),
    "too many texts": (422, b'{"texts": [%s""]}' % (b'"",' * 20_000), "application/json"),
    "no texts at all": (422, b'{"texts": [%s0]}' % (b"0," * 30_000), "application/json"),
    "unknown fields": (
        422,
        json.dumps({str(number): 1 for number in range(6_000)}).encode(),
        "application/json",
    ),
    "too long": (413, b" " * 70_000, "application/json"),
}


@pytest.mark.parametrize(("status", "body", "type_"), RUDE.values(), ids=RUDE)
def test_rude_bodies_keep_nobody_waiting(
    server: Server, status: int, body: bytes, type_: str
) -> None:
    with others_served(server), httpx2.Client(base_url=server.url) as client:
        for _ in range(10):
            answer = client.post("/v1/read", content=body, headers={"content-type": type_})
            assert answer.status_code == status
            assert answer.headers["content-type"] == "application/problem+json"


def test_what_is_no_http_is_answered_with_problem_details(server: Server) -> None:
    for rubbish in (b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"a" * 70_000):
        with connected(server) as one:
            one.sendall(rubbish)
            answer = received(one)
        # A head that is too long is not read to its end, and its sender may see a reset instead.
        if answer or len(rubbish) < 100:
            assert answer.startswith(b"HTTP/1.1 400 ")
            assert b"application/problem+json" in answer


def test_requests_one_after_the_other_on_one_connection(server: Server) -> None:
    body = json.dumps({"text": "Rɑмos ιs"}).encode()
    with connected(server) as one:
        one.sendall((head("/v1/restore", len(body)) + body) * 3)
        one.sendall(head("/v1/restore", len(body), "connection: close") + body)
        answers = received(one)
    assert answers.count(b"HTTP/1.1 200 OK") == 4
    assert answers.count(b'{"text":"Ramos is","obfuscated":true}') == 4
