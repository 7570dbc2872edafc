"""How many requests the service answers, and how fast: `python benches/serve.py --help`.

Starts `unspoof serve` on a free port of 127.0.0.1, asks it for a bounded time, and stops it.
Clients and server share the machine's cores, so that the figures are lower than a server's own.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import urlopen

import machine
from pages import replace
from serve_texts import texts
from tables import markdown
from timing import quantile, significant
from unspoof import Reader

COMMAND = Path(sysconfig.get_path("scripts")) / "unspoof"
CLIENTS = (1, 8)
TEXTS = 200


class Question(NamedTuple):
    """A request as it is sent, and the body that must come back."""

    request: bytes
    answer: bytes


@contextmanager
def served() -> Iterator[str]:
    """The address of a server, which has to end well."""
    command = [str(COMMAND), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        url = str(json.loads(process.stderr.readline())["url"])
        # Else the pipe fills up with the log, and the server waits for it.
        draining = threading.Thread(target=process.stderr.read)
        draining.start()
        try:
            yield url
        finally:
            process.send_signal(signal.SIGTERM)
            draining.join()
        if process.wait() != 0:
            raise RuntimeError(f"the server ended with {process.returncode}")


def question(route: str, text: str) -> Question:
    """What is asked of a text, and what Python's own door answers."""
    reading = Reader().read(text)
    told = (
        reading.to_dict()
        if route == "/v1/read"
        else {"text": reading.text, "obfuscated": reading.obfuscated}
    )
    answer = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    body = json.dumps({"text": text}, ensure_ascii=False).encode()
    head = (
        f"POST {route} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    return Question(head.encode() + body, answer)


class Client(threading.Thread):
    """Asks one question after the other on one connection, until the time is over."""

    def __init__(self, port: int, questions: list[Question], seconds: float) -> None:
        """Starts nothing yet."""
        super().__init__()
        self._port, self._questions, self._seconds = port, questions, seconds
        self.taken: list[float] = []
        self.errors = 0

    def run(self) -> None:
        """Asks, and times each answer."""
        with socket.create_connection(("127.0.0.1", self._port), timeout=30) as connection:
            end = perf_counter() + self._seconds
            while (start := perf_counter()) < end:
                one = self._questions[len(self.taken) % len(self._questions)]
                connection.sendall(one.request)
                answer = _received(connection)
                self.taken.append(perf_counter() - start)
                self.errors += answer != one.answer


def _received(connection: socket.socket) -> bytes:
    """The body of an answer; empty where that is no success."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(connection)
    head, _, body = got.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += _more(connection)
    return body if head.startswith(b"HTTP/1.1 200 ") else b""


def _more(connection: socket.socket) -> bytes:
    if part := connection.recv(1_048_576):
        return part
    raise ConnectionError("the server closed the connection")


def load(url: str, questions: list[Question], clients: int, seconds: float) -> dict[str, Any]:
    """What so many clients get in so many seconds."""
    port = urlsplit(url).port or 0
    share = len(questions) // clients
    asking = [
        Client(port, questions[number * share :] + questions[: number * share], seconds)
        for number in range(clients)
    ]
    start = perf_counter()
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    spent = perf_counter() - start
    taken = sorted(time for one in asking for time in one.taken)
    return {
        "clients": clients,
        "requests": len(taken),
        "per_second": significant(len(taken) / spent),
        "p50_ms": significant(1e3 * quantile(taken, 0.5)),
        "p99_ms": significant(1e3 * quantile(taken, 0.99)),
        "errors": sum(one.errors for one in asking),
    }


def bare(corpus: list[str]) -> dict[str, float]:
    """How long Python's own door takes."""
    reader, taken = Reader(), []
    for text in [*corpus, *corpus]:
        start = perf_counter()
        reader.read(text)
        taken.append(perf_counter() - start)
    taken.sort()
    return {
        "bare_p50_ms": significant(1e3 * quantile(taken, 0.5)),
        "bare_p99_ms": significant(1e3 * quantile(taken, 0.99)),
    }


def own(url: str, metric: str) -> float:
    """A figure of the server's process, as it says itself."""
    with urlopen(f"{url}/metrics") as answer:
        for line in answer.read().decode().splitlines():
            if line.startswith(f"process_{metric} "):
                return float(line.split()[1])
    raise RuntimeError(f"the server does not say its {metric}")


def measure(seconds: float) -> dict[str, Any]:
    """Every kind of text from one client and from several, `seconds` for each."""
    corpora = texts(TEXTS)
    rows = []
    with served() as url:
        asked = {
            name: [question("/v1/read", text) for text in corpus]
            for name, corpus in corpora.items()
        }
        for questions in asked.values():  # so that threads, tables and buffers are there
            load(url, questions, CLIENTS[-1], min(1.0, seconds))
        before = own(url, "resident_memory_bytes")
        for name, questions in asked.items():
            figures = bare(corpora[name])
            for clients in CLIENTS:
                spent = own(url, "cpu_seconds_total")
                loaded = load(url, questions, clients, seconds)
                spent = own(url, "cpu_seconds_total") - spent
                loaded["cpu_ms"] = significant(1e3 * spent / loaded["requests"])
                rows.append({"text": name, **figures, **loaded})
                print(f"serve: {name}, {clients}", file=sys.stderr, flush=True)
        after = own(url, "resident_memory_bytes")
    return {
        "measured": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "machine": machine.facts(),
        "load": machine.load(),
        "commit": machine.commit(),
        "seconds": seconds,
        "rows": rows,
        "memory_mb": {"before": round(before / 1e6, 1), "after": round(after / 1e6, 1)},
    }


def table(results: dict[str, Any]) -> str:
    """The figures in Markdown."""
    head = ["text", "clients", "requests/s", "p50, ms", "p99, ms", "server's CPU, ms"]
    head += ["function alone: p50, ms", "p99, ms", "requests", "errors"]
    keys = ["clients", "per_second", "p50_ms", "p99_ms", "cpu_ms", "bare_p50_ms", "bare_p99_ms"]
    keys += ["requests", "errors"]
    rows = [[row["text"], *(f"{row[key]:,}" for key in keys)] for row in results["rows"]]
    memory, facts = results["memory_mb"], results["machine"]
    return (
        f"{results['measured']}, commit `{results['commit']}`, load {results['load']}: "
        f"{facts['cpu']}, {facts['cores']} cores, {facts['system']}, {facts['python']}.\n\n"
        f"{markdown(head, rows)}\n"
        f"Memory of the server: {memory['before']} MB before, {memory['after']} MB after.\n"
    )


def main() -> int:
    """Measure, print the table, write the figures where asked; 1 where an answer was wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--seconds", type=float, default=5.0, help="for each row (%(default)s)")
    ask.add_argument("--json", type=Path, help="write every figure here")
    ask.add_argument("--page", type=Path, help="put the table into this page, as its `serve`")
    args = ask.parse_args()
    results = measure(args.seconds)
    print(table(results))
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if args.page:
        replace(args.page, "serve", table(results).rstrip())
    return 1 if any(row["errors"] for row in results["rows"]) else 0


if __name__ == "__main__":
    sys.exit(main())
