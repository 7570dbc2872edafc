"""Around every request: its id, its line in the log, its place in the metrics, the last resort."""

import re
import time
import uuid
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from unspoof.web.logs import LOGGER
from unspoof.web.metrics import Metrics
from unspoof.web.problems import Problem

# A proxy's id is kept where it is one: it goes into the log.
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
# A path that is none of ours may say anything, and is not repeated.
_UNKNOWN = "other"


class Access:
    """Knows of every request; what nobody caught becomes a 500 without a word of its message."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Wraps `app`."""
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = _Request(scope, receive, send)
        with self._metrics.in_flight.track_inprogress():
            try:
                await self._app(scope, request.receive, request.send)
            except Exception as error:
                LOGGER.error("failed", exc_info=error, extra={"fields": {"request_id": request.id}})
                if not request.status:
                    answer = Problem(500, "The server failed.").response()
                    await answer(scope, receive, request.send)
        self._told(request)

    def _told(self, request: "_Request") -> None:
        route = getattr(request.scope.get("route"), "path", _UNKNOWN)
        seconds = time.perf_counter() - request.started
        self._metrics.requests.labels(route, str(request.status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        fields: dict[str, Any] = {
            "request_id": request.id,
            "route": route,
            "status": request.status,
            "seconds": round(seconds, 6),
            "bytes_in": request.bytes_in,
            "bytes_out": request.bytes_out,
        }
        LOGGER.info("request", extra={"fields": fields})


class _Request:
    """One request and its answer as they pass by."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self._receive, self._send = scope, receive, send
        given = Headers(scope=scope).get("x-request-id", "")
        self.id = given if _ID.fullmatch(given) else uuid.uuid4().hex
        self.started = time.perf_counter()
        self.status = self.bytes_in = self.bytes_out = 0

    async def receive(self) -> Message:
        message = await self._receive()
        self.bytes_in += len(message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["x-request-id"] = self.id
        self.bytes_out += len(message.get("body", b""))
        await self._send(message)
