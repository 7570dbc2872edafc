"""`unspoof serve` as a process of its own on a free port of this machine, and raw connections."""

import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import IO, Any
from urllib.parse import urlsplit

from command import COMMAND

JSON = {"content-type": "application/json"}


def slow(length: int) -> str:
    """Made-up words in mixed letters, the slowest text there is: a second for 20,000 characters."""
    return "".join(Random(length).choices("ɑсеорхуιɾƖҺмᴜρʋкƄaeiourstln   ", k=length))


class Server:
    """A process that serves, and what it has logged."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Waits until it listens."""
        self.process = process
        self.lines: list[str] = []
        assert process.stderr is not None
        self._stderr: IO[str] = process.stderr
        self.url = self._listening()
        self.port = urlsplit(self.url).port or 0
        # Else the pipe fills up, and the server waits for it.
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def _listening(self) -> str:
        for line in self._stderr:
            self.lines.append(line)
            record = json.loads(line)
            if record["event"] == "listening":
                return str(record["url"])
        raise AssertionError(f"it did not start: {''.join(self.lines)}")

    def _read(self) -> None:
        self.lines += self._stderr

    @property
    def log(self) -> str:
        return "".join(self.lines)

    def records(self, event: str) -> list[dict[str, Any]]:
        return [one for one in map(json.loads, self.lines) if one["event"] == event]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ends it by a signal; its exit code."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        code = self.process.wait(60)
        self._reading.join(60)
        return code


@contextmanager
def serving(*options: str) -> Iterator[Server]:
    """A server with these options, which is stopped at the end if it still runs."""
    command = [sys.executable, "-W", "error", str(COMMAND), "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            server = Server(process)
            yield server
        finally:
            process.terminate()
            process.wait(60)
        server.ended()


def connected(server: Server, seconds: float = 30) -> socket.socket:
    """A connection; nothing on it waits longer than `seconds`."""
    return socket.create_connection(("127.0.0.1", server.port), timeout=seconds)


def head(path: str, length: int | None, *more: str) -> bytes:
    """The head of a POST with a body of so many bytes, or of chunks for None."""
    size = "transfer-encoding: chunked" if length is None else f"content-length: {length}"
    lines = [f"POST {path} HTTP/1.1", "host: test", "content-type: application/json", size, *more]
    return "\r\n".join([*lines, "", ""]).encode()


def received(connection: socket.socket) -> bytes:
    """All that comes until the other side closes; what was cut off may be nothing."""
    parts = []
    try:
        while part := connection.recv(65_536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)
