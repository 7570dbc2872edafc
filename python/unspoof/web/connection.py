"""HTTP/1.1 by uvicorn, with the deadlines that it lacks: a client that stalls is cut off."""

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from unspoof.web.problems import Problem

# The application's own limit for a body comes first, and is answered with 408.
_GRACE = 2.0
# The other side has not begun to send a request, or has not sent all of it.
_UNFINISHED = (h11.IDLE, h11.SEND_BODY)


class Connection(H11Protocol):
    """One connection; `seconds` is how long a request, or an answer, may take to get through."""

    seconds: float

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """As uvicorn makes it."""
        super().__init__(*arguments, **options)
        self._to_ask = _Deadline(self._cut_off)
        self._to_take = _Deadline(self._cut_off)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The client has connected, and owes a request."""
        super().connection_made(transport)
        # Else a last piece that is never taken would wait unnoticed.
        transport.set_write_buffer_limits(high=0)
        self._to_ask.start(self.seconds)

    def data_received(self, data: bytes) -> None:
        """A part of a request has come, or several requests."""
        self._to_ask.start(self.seconds)
        super().data_received(data)
        if self.conn.their_state not in _UNFINISHED:
            self._to_ask.stop()

    def pause_writing(self) -> None:
        """The client does not take its answer as fast as it is sent."""
        super().pause_writing()
        self._to_take.start(self.seconds)

    def resume_writing(self) -> None:
        """It has taken all of it."""
        super().resume_writing()
        self._to_take.stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """There is nothing left to wait for."""
        self._to_ask.stop()
        self._to_take.stop()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP."""
        answer = Problem(400, msg).response()
        headers = [*answer.raw_headers, (b"connection", b"close")]
        for event in (
            h11.Response(status_code=answer.status_code, headers=headers),
            h11.Data(data=bytes(answer.body)),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _cut_off(self) -> None:
        self.transport.abort()


class _Deadline:
    """Something is called some time after the first start, unless it is stopped by then."""

    def __init__(self, then: Callable[[], None]) -> None:
        self._then = then
        self._timer: asyncio.TimerHandle | None = None

    def start(self, seconds: float) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(seconds + _GRACE, self._then)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def within(seconds: float) -> type[Connection]:
    """The connections of a server that gives its clients so long."""
    return type("Connection", (Connection,), {"seconds": seconds})
