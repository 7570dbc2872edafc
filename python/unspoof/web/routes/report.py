"""`POST /v1/report`: a file that tells what was found, to hand on."""

import datetime

from fastapi import APIRouter, Request, Response

from unspoof import Reader, Reading, report
from unspoof._accepted import accepted
from unspoof.web import limits, openapi
from unspoof.web.limits import BoundedRoute
from unspoof.web.models import ToReport
from unspoof.web.problems import FieldError, Problem
from unspoof.web.service import Service

# The media type of each format, the suffix of its file, and the most changes that it can tell
# within the seconds that a request has. SARIF says the most of each.
_FORMATS = {
    "html": ("text/html; charset=utf-8", "html", 20_000),
    "json": ("application/json", "json", 20_000),
    "markdown": ("text/markdown; charset=utf-8", "md", 20_000),
    "sarif": ("application/sarif+json", "sarif", 4_000),
}
_MADE: openapi.Responses = {
    200: {
        "description": "The report, as a file.",
        "content": {type_.partition(";")[0]: {} for type_, _, _ in _FORMATS.values()},
    }
}


def router(service: Service) -> APIRouter:
    """The route."""
    routes = APIRouter(route_class=BoundedRoute)

    @routes.post(
        "/v1/report",
        operation_id="report",
        summary="Report on a text, as a file",
        response_class=Response,
        responses=openapi.ASKED | _MADE,
    )
    async def made(body: ToReport, request: Request) -> Response:
        """Changes that were rejected are left out: the report is on the others."""
        limits.check([body.text], "text", service.settings)
        told, disguised = await service.pool.run(request, lambda _: _made(body))
        service.metrics.read([body.text], disguised)
        type_, suffix, _ = _FORMATS[body.format]
        headers = {"content-disposition": f'attachment; filename="report.{suffix}"'}
        return Response(told, headers=headers, media_type=type_)

    return routes


def _made(body: ToReport) -> tuple[bytes, bool]:
    reader = Reader(body.profile, body.languages)
    read = reader.read(body.text)
    source = report.Source(body.name, _left(read, body))
    now = datetime.datetime.now(datetime.timezone.utc)
    told = report.render(report.build([source], reader, generated=now), body.format)
    # Lone surrogates: an escape in JSON, and plain to see elsewhere.
    return told.encode("utf-8", "backslashreplace"), read.obfuscated


def _left(read: Reading, body: ToReport) -> Reading:
    """The reading that is to be reported on; Problem where there is none, or too much of it."""
    try:
        left = accepted(read, body.rejected)
    except IndexError as error:
        raise _invalid("rejected", "no_such_edit", str(error)) from error
    most = _FORMATS[body.format][2]
    if len(left.edits) > most:
        said = f"{len(left.edits):,} changes: {most:,} are the most in this format"
        raise _invalid("text", "too_many_edits", said)
    return left


def _invalid(field: str, code: str, detail: str) -> Problem:
    error = FieldError(pointer=f"#/{field}", code=code, detail=detail)
    return Problem(422, "There is no report to be made of this.", errors=[error])
