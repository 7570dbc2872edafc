"""For those who run it: `GET /healthz` and `GET /metrics`."""

from fastapi import APIRouter, Request, Response
from prometheus_client.exposition import choose_encoder

from unspoof import __version__
from unspoof.web import answers, openapi
from unspoof.web.metrics import Metrics


def router(metrics: Metrics) -> APIRouter:
    """The routes."""
    routes = APIRouter(responses=openapi.TOLD)

    @routes.get("/healthz", operation_id="health", response_model=answers.Health)
    async def health() -> dict[str, str]:
        """Answers as long as requests are taken."""
        return {"status": "ok", "version": __version__}

    @routes.get(
        "/metrics",
        operation_id="metrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
    async def counted(request: Request) -> Response:
        """What was counted, for Prometheus; see docs/service.md for the names."""
        encode, media_type = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(metrics.registry), headers={"content-type": media_type})

    return routes
