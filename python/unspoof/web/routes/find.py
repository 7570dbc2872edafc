"""`POST /v1/find`: where words and phrases stand in texts, however they are disguised."""

from typing import Any

from fastapi import APIRouter, Request, Response

from unspoof import Needles, Reader
from unspoof.web import answers, openapi
from unspoof.web.limits import BoundedRoute
from unspoof.web.models import ToFind
from unspoof.web.service import Service, Told


def router(service: Service) -> APIRouter:
    """The route."""
    routes = APIRouter(route_class=BoundedRoute)

    @routes.post(
        "/v1/find",
        operation_id="find",
        summary="Find words and phrases through a disguise",
        response_model=answers.Matches | answers.MatchedTexts,
        responses=openapi.ASKED,
    )
    async def find(body: ToFind, request: Request) -> Response:
        """One text is answered with its matches, several with a list of theirs."""

        def asked(reader: Reader) -> Told:
            needles = Needles(body.needles, ignore_case=body.ignore_case, any_space=body.any_space)

            def told(text: str) -> dict[str, Any]:
                return {"matches": [one.to_dict() for one in reader.find(text, needles)]}

            return told

        return await service.answer(request, body, asked, "texts")

    return routes
