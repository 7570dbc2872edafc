"""Every error as problem details, RFC 9457: `application/problem+json`.

`type` is always `about:blank`: the status says what kind of error it is, and `errors` what is wrong
with which field. What a client sent is never repeated.
"""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"

# What Python 3.11 and 3.12 still call by their names before RFC 9110.
_TITLES = {413: "Content Too Large", 422: "Unprocessable Content"}


class Problem(Exception):  # noqa: N818 - what RFC 9457 calls it
    """An error that the client is told of."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """`errors` has a pointer, a code and a detail for each field that is wrong."""
        super().__init__(detail)
        self.status, self.detail, self.errors = status, detail, errors
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """The answer to send."""
        body: dict[str, Any] = {
            "type": "about:blank",
            "title": _TITLES.get(self.status) or HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            body["errors"] = self.errors
        return Response(json.dumps(body), self.status, self.headers, MEDIA_TYPE)


def handle(app: FastAPI) -> None:
    """Has `app` answer with problem details whatever goes wrong in it."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _problem(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return error.response()


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if found[0]["type"] == "json_invalid":
        at = found[0]["loc"][1]
        return Problem(400, f"The body is not JSON: {found[0]['ctx']['error']} at {at}.").response()
    errors = [
        {"pointer": _pointer(one["loc"]), "code": one["type"], "detail": one["msg"]}
        for one in found
    ]
    return Problem(422, "The body is not what is asked for.", errors=errors).response()


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return Problem(error.status_code, f"{error.detail}.", headers=error.headers).response()


def _pointer(location: Sequence[str | int]) -> str:
    """A JSON Pointer (RFC 6901) as a fragment; `location` starts with "body"."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in location[1:])
    return "#" + "".join(f"/{step}" for step in steps)
