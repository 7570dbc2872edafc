"""What a client may send: of which type, how many bytes, how slowly, and how many characters."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from unspoof.web.encoding import decoded
from unspoof.web.problems import CLIENT_GONE, FieldError, Problem, too_busy
from unspoof.web.settings import Settings


class Arrivals:
    """The bodies that are on their way in."""

    def __init__(self, settings: Settings) -> None:
        """There are none yet."""
        self._settings = settings
        self._bytes = 0

    async def receive(self, request: Request) -> bytes:
        """The body of a request, or Problem: of another type, too long, too slow, cut off."""
        _check_type(request)
        if _announced(request) > self._settings.body:
            raise self._too_long()
        taken = bytearray()
        try:
            await asyncio.wait_for(self._take(request, taken), self._settings.receive_seconds)
        except asyncio.TimeoutError:
            # Nothing more that comes on this connection could be told from the rest of the body.
            raise Problem(
                408, "The request took too long to arrive.", headers={"connection": "close"}
            ) from None
        finally:
            self._bytes -= len(taken)
        return bytes(taken)

    async def _take(self, request: Request, taken: bytearray) -> None:
        more = True
        while more:
            message = await request.receive()
            if message["type"] == "http.disconnect":
                raise Problem(CLIENT_GONE, "The client left before its request had arrived.")
            chunk = message.get("body", b"")
            taken += chunk
            self._bytes += len(chunk)
            if len(taken) > self._settings.body:
                raise self._too_long()
            if self._bytes > self._settings.arriving:
                raise too_busy("Too many bodies are arriving already.")
            more = message.get("more_body", False)

    def _too_long(self) -> Problem:
        return Problem(413, f"The body is longer than {self._settings.body:,} bytes.")


def check(texts: list[str], field: str, settings: Settings) -> None:
    """Problem where these are too many, or too long together."""
    length = sum(map(len, texts))
    if len(texts) > settings.texts:
        code, said = "too_many", f"{len(texts):,} texts: {settings.texts:,} are the most"
    elif length > settings.characters:
        said = f"{length:,} characters: {settings.characters:,} are the most in one request"
        code = "too_long"
    else:
        return
    error = FieldError(pointer=f"#/{field}", code=code, detail=said)
    raise Problem(422, "The body is more than is read in one request.", errors=[error])


class BoundedRoute(APIRoute):
    """A route that takes JSON within the limits; `app.state.arrivals` are those of its app."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler, given our kind of request."""
        handler = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            return await handler(_BoundedRequest(request.scope, request.receive))

        return bounded


class _BoundedRequest(Request):
    async def body(self) -> bytes:
        if not hasattr(self, "_body"):
            self._body: bytes = await self.app.state.arrivals.receive(self)
        return self._body

    async def json(self) -> Any:
        return decoded(await self.body())


def _check_type(request: Request) -> None:
    type_, *parameters = request.headers.get("content-type", "").lower().split(";")
    charsets = [one.partition("=")[2].strip(' "') for one in parameters if "charset" in one]
    if type_.strip() != "application/json" or charsets not in ([], ["utf-8"]):
        raise Problem(
            415,
            "The body must be JSON in UTF-8, with `Content-Type: application/json`.",
            headers={"accept": "application/json"},
        )
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Problem(
            415, "The body must not be compressed.", headers={"accept-encoding": "identity"}
        )


def _announced(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0
