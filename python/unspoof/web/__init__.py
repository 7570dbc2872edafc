"""The reader as an HTTP service: `pip install 'unspoof[web]'`, then `unspoof serve`.

It holds no reading logic of its own.
"""

from typing import TYPE_CHECKING

from unspoof.web.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Settings", "create"]


def create(settings: Settings | None = None) -> "FastAPI":
    """The service as an ASGI application, within the limits of `settings`.

    ImportError, which says what to install, where the extra is missing.

    >>> from unspoof import web
    >>> app = web.create(web.Settings(characters=10_000))
    >>> app.title
    'unspoof'
    """
    try:
        from unspoof.web import app
    except ImportError as error:
        raise ImportError(
            f"the service needs {error.name}: pip install 'unspoof[web]'", name=error.name
        ) from error
    return app.create(settings or Settings())
