"""Every error as problem details, RFC 9457: `application/problem+json`.

`type` is always `about:blank`: the status says what kind of error it is, and `errors` what is wrong
with which field. No value that a client sent is repeated, so that no log of errors holds a text.
"""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"
# nginx's, for its log: nobody is there to receive it.
CLIENT_GONE = 499

_TITLES = {
    # What Python before 3.13 calls by their older names.
    413: "Content Too Large",
    422: "Unprocessable Content",
    CLIENT_GONE: "Client Closed Request",
}
# More are not told: a body may be wrong in a hundred thousand places.
_MOST_ERRORS = 20


class FieldError(BaseModel):
    """What is wrong with one field."""

    pointer: str
    """A JSON Pointer into the body, as a fragment."""

    code: str
    """The kind of error, for programs."""

    detail: str
    """The error, for people."""


class ProblemDetails(BaseModel):
    """An error, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldError] | None = None


class Problem(HTTPException):
    """An error that the client is told of."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """`status` is HTTP's, `detail` a sentence, `errors` what is wrong with which field."""
        super().__init__(status, detail, headers)
        self.errors = errors

    def response(self) -> Response:
        """The answer to send."""
        return _response(self.status_code, self.detail, self.errors, self.headers)


def too_busy(detail: str) -> Problem:
    """The server has no room or no time now; another try may succeed."""
    return Problem(503, detail, headers={"retry-after": "1"})


def handle(app: FastAPI) -> None:
    """Has `app` answer with problem details where a request is at fault."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error, Problem):
        return error.response()
    detail = HTTPStatus(error.status_code).description or error.detail
    return _response(error.status_code, f"{detail}.", (), error.headers)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [
        FieldError(pointer=_pointer(one["loc"]), code=one["type"], detail=one["msg"])
        for one in error.errors()[:_MOST_ERRORS]
    ]
    return Problem(422, "The body is not what is asked for.", errors=errors).response()


def _response(
    status: int, detail: str, errors: Sequence[FieldError], headers: Mapping[str, str] | None
) -> Response:
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status}
    body["detail"] = detail
    if errors:
        body["errors"] = [one.model_dump() for one in errors]
    return Response(json.dumps(body), status, headers, MEDIA_TYPE)


def _pointer(location: Sequence[str | int]) -> str:
    """A JSON Pointer (RFC 6901) as a fragment; `location` starts with "body"."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in location[1:])
    return "#" + "".join(f"/{step}" for step in steps)
