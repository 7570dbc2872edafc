"""Answers in JSON, in which any str that Python can hold comes back as it was."""

import json
from typing import Any

from fastapi import Response


def encoded(value: Any) -> bytes:
    r"""JSON in UTF-8; a lone surrogate, which UTF-8 has no bytes for, is written as `\ud800`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def answer(body: bytes) -> Response:
    """JSON that is encoded already."""
    return Response(body, media_type="application/json")
