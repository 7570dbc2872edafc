"""`POST /v1/restore`: texts as they were meant, and whether that is another text."""

from typing import Any

from fastapi import APIRouter, Response

from unspoof import Reader
from unspoof.web.answers import answer, encoded
from unspoof.web.models import Given
from unspoof.web.work import Pool


def router(pool: Pool) -> APIRouter:
    """The route, its work done in `pool`."""
    routes = APIRouter()

    @routes.post("/v1/restore")
    async def restore(body: Given) -> Response:
        return answer(await pool.run(lambda: _restore(body)))

    return routes


def _restore(body: Given) -> bytes:
    reader = Reader(body.profile, body.languages)
    told = [_told(reader, text) for text in body.all()]
    return encoded({"texts": told} if body.text is None else told[0])


def _told(reader: Reader, text: str) -> dict[str, Any]:
    meant = reader.restore(text)
    return {"text": meant, "obfuscated": meant is not text}
