"""The description of the service, OpenAPI 3.1: what FastAPI makes of the routes, put right."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from unspoof import __version__
from unspoof.web.problems import MEDIA_TYPE, ProblemDetails
from unspoof.web.settings import Settings

_DESCRIPTION = """\
Reads disguised text as a person does, and lists every change.

Offsets count code points of the original. JavaScript counts UTF-16 units: there,
`[...text].slice(start, end).join("")` is what an edit replaces.

A text may hold any code point, NUL among them. A lone surrogate is written `\\ud800`, both ways.

Every error is problem details (RFC 9457). Besides those listed with each route, a path that is none
of these answers 404, and another method 405.
"""

_SAID = {
    400: "The body is not JSON in UTF-8.",
    408: "The request took too long to arrive.",
    413: "The body is too long.",
    415: "The body is of another type, or compressed.",
    422: "The body is not what is asked for, or more than is read in one request.",
    500: "The server failed.",
    503: "The server is too busy: try again after `Retry-After` seconds. Without that header, "
    "the text takes too long to read.",
}

Responses = dict[int | str, dict[str, Any]]


def errors(*statuses: int) -> Responses:
    """The answers of a route that may fail with these."""
    return {status: {"model": ProblemDetails, "description": _SAID[status]} for status in statuses}


ASKED = errors(400, 408, 413, 415, 422, 500, 503)
TOLD = errors(500)


def describe(app: FastAPI, settings: Settings) -> None:
    """Has `app` describe itself, with its limits."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            app.openapi_schema = _made(app, settings)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _made(app: FastAPI, settings: Settings) -> dict[str, Any]:
    made = get_openapi(
        title="unspoof", version=__version__, description=_DESCRIPTION, routes=app.routes
    )
    for path in made["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                if status >= "400":
                    response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
    for schema in made["components"]["schemas"].values():
        properties = schema.get("properties", {})
        if {"profile", "text"} <= properties.keys():  # a question
            properties["text"]["maxLength"] = settings.characters
            if "texts" in properties:
                properties["texts"]["maxItems"] = settings.texts
    return made
