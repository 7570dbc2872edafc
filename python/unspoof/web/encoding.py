"""JSON in which any str that Python can hold arrives, and comes back, as it was."""

import json
from typing import Any, NoReturn

from fastapi import Response

from unspoof.web.problems import Problem


def decoded(body: bytes) -> Any:
    r"""What a body says; Problem where it is no JSON in UTF-8.

    A lone surrogate, which UTF-8 has no bytes for, may be written as `\ud800`.
    """
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_constant)
    except UnicodeDecodeError as error:
        raise Problem(400, f"The body is not UTF-8: see byte {error.start}.") from error
    except json.JSONDecodeError as error:
        raise Problem(400, f"The body is not JSON: {error.msg}, character {error.pos}.") from error
    except RecursionError as error:
        raise Problem(400, "The body is not JSON that can be read: nested too deeply.") from error
    except ValueError as error:  # an integer of thousands of digits
        raise Problem(400, "The body has a number that is too long.") from error


def encoded(value: Any) -> bytes:
    r"""JSON in UTF-8; lone surrogates are written as `\ud800`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def answer(body: bytes) -> Response:
    """An answer of JSON that is encoded already."""
    return Response(body, media_type="application/json")


def _constant(name: str) -> NoReturn:
    raise Problem(400, f"The body is not JSON: it has {name}.")
