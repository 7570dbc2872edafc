"""The application: routes, limits and errors put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from unspoof.web import openapi, problems
from unspoof.web.access import Access
from unspoof.web.headers import SecurityHeaders
from unspoof.web.routes import about, find, health, page, read, report, restore
from unspoof.web.service import Service
from unspoof.web.settings import Settings


def create(settings: Settings) -> FastAPI:
    """The service as an ASGI application, within the limits of `settings`."""
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        service.pool.close()

    app = FastAPI(
        lifespan=lifespan,
        # The pages that show the description load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        # Traces would carry what was sent.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.arrivals = service.arrivals
    openapi.describe(app, settings)
    problems.handle(app)
    app.add_middleware(Access, metrics=service.metrics)
    app.add_middleware(SecurityHeaders)  # around it, since it is added later: a 500 has them too
    app.include_router(read.router(service))
    app.include_router(restore.router(service))
    app.include_router(find.router(service))
    app.include_router(report.router(service))
    app.include_router(about.router(settings))
    app.include_router(health.router(service.metrics))
    app.include_router(page.router())
    return app
