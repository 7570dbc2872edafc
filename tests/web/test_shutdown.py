"""Stopping: every request that has come is answered, and then the server ends well."""

import json
import signal
import time
from contextlib import ExitStack

import httpx2
import pytest

from serving import connected, head, received, serving, slow

AT_ONCE = 8


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_all_requests_in_flight_are_answered(number: signal.Signals) -> None:
    bodies = [json.dumps({"text": f"{at} {slow(4_000)}"}).encode() for at in range(AT_ONCE)]
    with serving("--threads", "2", "--seconds", "60") as server, ExitStack() as stack:
        clients = [stack.enter_context(connected(server)) for _ in bodies]
        # None can be answered, and so none has left again, before the last byte of its body.
        for one, body in zip(clients, bodies, strict=True):
            one.sendall(head("/v1/restore", len(body)) + body[:-1])
        _until_in_flight(server.url, AT_ONCE)
        for one, body in zip(clients, bodies, strict=True):
            one.sendall(body[-1:])
        server.process.send_signal(number)
        answers = [received(one).partition(b"\r\n\r\n") for one in clients]
        assert server.ended() == 0
        assert {top.split(b"\r\n")[0] for top, _, _ in answers} == {b"HTTP/1.1 200 OK"}
        texts = [json.loads(body)["text"] for _, _, body in answers]
        assert [text.split()[0] for text in texts] == list(map(str, range(AT_ONCE)))
        assert server.records("stopped")
        assert not server.records("failed")
        with pytest.raises(ConnectionRefusedError):
            connected(server)


def test_a_body_that_is_still_coming_is_waited_for() -> None:
    body = b'{"text": "plain"}'
    with serving() as server, connected(server) as one:
        one.sendall(head("/v1/restore", len(body)) + body[:5])
        _until_in_flight(server.url, 1)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        one.sendall(body[5:])
        assert b'{"text":"plain","obfuscated":false}' in received(one)
        assert server.ended() == 0


def test_idle_connections_do_not_keep_it_up() -> None:
    with serving() as server, connected(server), connected(server) as kept:
        kept.sendall(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n")
        assert kept.recv(65_536)
        start = time.perf_counter()
        assert server.stop() == 0
        assert time.perf_counter() - start < 5


def _until_in_flight(url: str, number: int) -> None:
    """Waits until the server knows of so many requests, and of that which asks it."""
    wanted = f"unspoof_requests_in_flight {number + 1:.1f}"
    for _ in range(200):
        if wanted in httpx2.get(f"{url}/metrics").text:
            return
        time.sleep(0.02)
    raise AssertionError(f"never {number} requests in flight")
