"""What the service knows, and what it takes: `GET /v1/families`, `/v1/languages`, `/v1/limits`."""

from typing import Any

from fastapi import APIRouter

from unspoof import _core
from unspoof._examples import EXAMPLES
from unspoof._terms import FAMILIES
from unspoof.web import answers, openapi
from unspoof.web.settings import Settings


def router(settings: Settings) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/v1", responses=openapi.TOLD)

    @routes.get("/families", operation_id="families", response_model=answers.Families)
    async def families() -> dict[str, Any]:
        """Every kind of disguise, in plain words."""
        return {"families": [_family(name) for name in _core.families()]}

    @routes.get("/languages", operation_id="languages", response_model=answers.Languages)
    async def languages() -> dict[str, Any]:
        """The languages that may be expected."""
        return {"languages": _core.languages()}

    @routes.get("/limits", operation_id="limits", response_model=answers.Limits)
    async def limits() -> dict[str, Any]:
        """What one request may ask."""
        return {name: getattr(settings, name) for name in answers.Limits.model_fields}

    return routes


def _family(name: str) -> dict[str, str]:
    title, said = FAMILIES[name]
    description = f"{said[0].upper()}{said[1:]}."
    example = EXAMPLES[name]._asdict()
    return {"name": name, "title": title, "description": description, **example}
