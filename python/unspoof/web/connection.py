"""HTTP/1.1 by uvicorn, with the deadlines that it lacks: a client that stalls is cut off."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from unspoof.web.problems import Problem

# The head and the body of a request have to be there by then, and an answer has to be taken.
# The application's own limit for a body is shorter, and answered with 408.
_GRACE = 2.0
# What the other side may still be sending, or has not begun to send.
_UNFINISHED = (h11.IDLE, h11.SEND_BODY)


class Connection(H11Protocol):
    """One connection; `seconds` is how long a request, or an answer, may take to get through."""

    seconds: float

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """As uvicorn makes it."""
        super().__init__(*arguments, **options)
        self._request_deadline: asyncio.TimerHandle | None = None
        self._answer_deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The client has connected, and owes a request."""
        super().connection_made(transport)
        # Else a little that is never taken would wait unnoticed.
        transport.set_write_buffer_limits(high=0)
        self._request_deadline = self._due()

    def data_received(self, data: bytes) -> None:
        """A part of a request has come, or several requests."""
        if self._request_deadline is None:
            self._request_deadline = self._due()
        super().data_received(data)
        if self.conn.their_state not in _UNFINISHED:
            self._request_deadline = self._off(self._request_deadline)

    def pause_writing(self) -> None:
        """The client does not take its answer as fast as it is sent."""
        super().pause_writing()
        self._answer_deadline = self._due()

    def resume_writing(self) -> None:
        """It takes it again."""
        super().resume_writing()
        self._answer_deadline = self._off(self._answer_deadline)

    def connection_lost(self, exc: Exception | None) -> None:
        """There is nothing left to wait for."""
        self._request_deadline = self._off(self._request_deadline)
        self._answer_deadline = self._off(self._answer_deadline)
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

    def _due(self) -> asyncio.TimerHandle:
        return self.loop.call_later(self.seconds + _GRACE, self.transport.abort)

    @staticmethod
    def _off(timer: asyncio.TimerHandle | None) -> None:
        if timer is not None:
            timer.cancel()


def within(seconds: float) -> type[Connection]:
    """The connections of a server that gives its clients so long."""
    return type("Connection", (Connection,), {"seconds": seconds})
