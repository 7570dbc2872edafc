"""The application: routes, limits and errors put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from unspoof import __version__
from unspoof.web import problems
from unspoof.web.headers import SecurityHeaders
from unspoof.web.routes import page, read, restore
from unspoof.web.settings import Settings
from unspoof.web.work import Pool


def create(settings: Settings | None = None) -> FastAPI:
    """The service as an ASGI application, within the limits of `settings`."""
    pool = Pool(settings or Settings())

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        pool.close()

    app = FastAPI(
        title="unspoof",
        version=__version__,
        lifespan=lifespan,
        # The pages that show the schema load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        # Traces would carry what was sent.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    problems.handle(app)
    app.add_middleware(SecurityHeaders)
    app.include_router(read.router(pool))
    app.include_router(restore.router(pool))
    app.include_router(page.router())
    return app
