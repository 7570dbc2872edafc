"""`POST /v1/restore`: texts as they were meant."""

from typing import Any

from fastapi import APIRouter, Request, Response

from unspoof import Reader
from unspoof.web import answers, openapi
from unspoof.web.limits import BoundedRoute
from unspoof.web.models import Given
from unspoof.web.service import Service, Told


def router(service: Service) -> APIRouter:
    """The route."""
    routes = APIRouter(route_class=BoundedRoute)

    @routes.post(
        "/v1/restore",
        operation_id="restore",
        summary="Restore texts",
        response_model=answers.Restored | answers.RestoredTexts,
        responses=openapi.ASKED,
    )
    async def restore(body: Given, request: Request) -> Response:
        """As `/v1/read`, without how it came about: less to send, and quicker."""
        return await service.answer(request, body, _restored, "texts")

    return routes


def _restored(reader: Reader) -> Told:
    def told(text: str) -> dict[str, Any]:
        meant = reader.restore(text)
        return {"text": meant, "obfuscated": meant is not text}

    return told
