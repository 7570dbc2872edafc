"""`POST /v1/read`: what texts say, with every change listed."""

import unicodedata
from typing import Any

from fastapi import APIRouter, Response

from unspoof import Reader, Reading
from unspoof.web.answers import answer, encoded
from unspoof.web.models import ToRead
from unspoof.web.work import Pool


def router(pool: Pool) -> APIRouter:
    """The route, its work done in `pool`."""
    routes = APIRouter()

    @routes.post("/v1/read")
    async def read(body: ToRead) -> Response:
        return answer(await pool.run(lambda: _read(body)))

    return routes


def _read(body: ToRead) -> bytes:
    reader = Reader(body.profile, body.languages)
    told = [_told(reader.read(text), body.explain) for text in body.all()]
    return encoded({"readings": told} if body.text is None else told[0])


def _told(reading: Reading, explain: bool) -> dict[str, Any]:
    told = reading.to_dict()
    if explain:
        told["verdict"] = "disguised" if reading.obfuscated else "nothing disguised"
        told["characters"] = {
            glyph: [_character(char) for char in glyph]
            for edit in reading.edits
            for glyph in (edit.original, edit.restored)
        }
    return told


def _character(char: str) -> dict[str, str]:
    return {
        "code_point": f"U+{ord(char):04X}",
        "name": unicodedata.name(char, "(no name known)"),
    }
