"""`POST /v1/read`: what texts say, with every change listed."""

from typing import Any

from fastapi import APIRouter, Request, Response

from unspoof import Reader, Reading
from unspoof._glyphs import code_points, names
from unspoof._verdict import verdict
from unspoof.web import answers, openapi
from unspoof.web.limits import BoundedRoute
from unspoof.web.models import ToRead
from unspoof.web.service import Service, Told


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

        asked = _explained if body.explain else _read
        return await service.answer(request, body, asked, "readings")

    return routes


def _read(reader: Reader) -> Told:
    return lambda text: reader.read(text).to_dict()


def _explained(reader: Reader) -> Told:
    def told(text: str) -> dict[str, Any]:
        reading = reader.read(text)
        return reading.to_dict() | _in_words(reading)

    return told


def _in_words(reading: Reading) -> dict[str, Any]:
    glyphs = dict.fromkeys(
        glyph for edit in reading.edits for glyph in (edit.original, edit.restored)
    )
    return {
        "verdict": verdict(reading),
        "characters": {glyph: [_character(char) for char in glyph] for glyph in glyphs},
    }


def _character(char: str) -> dict[str, str]:
    return {"code_point": code_points(char), "name": names(char)}
