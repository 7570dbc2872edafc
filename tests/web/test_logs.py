"""Logs are JSON lines that tell of every request, and nothing of what was sent."""

import json
import logging
import sys

import httpx2

from serving import JSON, connected, head, serving
from unspoof.web.logs import Json

# Told to the server in every place that a client can put something, and in no other.
MARK = "Xyzzyquux"


def test_no_line_holds_what_was_sent() -> None:
    with serving("--characters", "1000", "--receive-seconds", "0.5") as server:
        with httpx2.Client(base_url=server.url) as client:
            for path in ("/v1/read", "/v1/restore"):
                client.post(path, json={"text": f"{MARK} Rɑмos ιs ιn tɑlкs"})
                client.post(path, json={"texts": [MARK, MARK], "profile": MARK})
                client.post(path, json={"text": MARK * 1000})
                client.post(path, content=f'{{"text": "{MARK}"', headers=JSON)
                client.post(path, content=MARK.encode("utf-16"), headers=JSON)
            client.post(f"/{MARK}?text={MARK}", json={MARK: MARK}, headers={MARK: MARK})
            client.get("/healthz", params={"text": MARK}, headers={"x-request-id": f"{MARK}!"})
            client.request(MARK, "/healthz")
        with connected(server) as one:
            one.sendall(f"{MARK}\r\n\r\n".encode())
        with connected(server) as one:
            one.sendall(head("/v1/read", 1_000) + MARK.encode())
        server.stop()
        assert len(server.records("request")) >= 13
        assert MARK.lower() not in server.log.lower()


def test_a_request_is_one_line() -> None:
    with serving() as server:
        body = json.dumps({"text": "Rɑмos"}).encode()
        headers = {**JSON, "x-request-id": "id-1"}
        answer = httpx2.post(f"{server.url}/v1/restore", content=body, headers=headers)
        httpx2.get(f"{server.url}/nowhere")
        server.stop()
        told, unknown = server.records("request")
    assert told.pop("time").endswith("+00:00")
    assert 0 < told.pop("seconds") < 10
    assert told == {
        "level": "info",
        "logger": "unspoof.web",
        "event": "request",
        "request_id": "id-1",
        "route": "/v1/restore",
        "status": 200,
        "bytes_in": len(body),
        "bytes_out": len(answer.content),
    }
    assert (unknown["route"], unknown["status"]) == ("other", 404)


def test_a_failure_is_told_without_its_message() -> None:
    try:
        raise ValueError(MARK)
    except ValueError:
        record = logging.LogRecord(
            "asyncio", logging.ERROR, "", 0, f"first\n{MARK}", (), sys.exc_info()
        )
    line = Json().format(record)
    assert MARK not in line
    told = json.loads(line)
    assert (told["event"], told["error"]) == ("first", "builtins.ValueError")
    assert told["at"][0].endswith("test_a_failure_is_told_without_its_message")
