"""`POST /v1/read`: what texts say, with every change listed."""

from typing import Any

from fastapi import APIRouter, Request, Response

from unspoof import Reader, Reading
from unspoof._glyphs import code_points, names
from unspoof._verdict import verdict
from unspoof.web import answers, openapi
from unspoof.web.limits import BoundedRoute
from unspoof.web.models import ToRead
from unspoof.web.service import Service


def router(service: Service) -> APIRouter:
    """The route."""
    routes = APIRouter(route_class=BoundedRoute)

    @routes.post(
        "/v1/read",
        operation_id="read",
        summary="Read texts, with every change listed",
        response_model=answers.Reading | answers.Readings,
        responses=openapi.ASKED,
    )
    async def read(body: ToRead, request: Request) -> Response:
        """One text is answered with its reading, several with a list."""

        def told(reader: Reader, text: str) -> dict[str, Any]:
            reading = reader.read(text)
            return reading.to_dict() | (_explained(reading) if body.explain else {})

        return await service.answer(request, body, told, "readings")

    return routes


def _explained(reading: Reading) -> dict[str, Any]:
    glyphs = dict.fromkeys(
        glyph for edit in reading.edits for glyph in (edit.original, edit.restored)
    )
    return {
        "verdict": verdict(reading),
        "characters": {glyph: [_character(char) for char in glyph] for glyph in glyphs},
    }


def _character(char: str) -> dict[str, str]:
    return {"code_point": code_points(char), "name": names(char)}
