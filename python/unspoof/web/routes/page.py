"""`GET /`: the page that asks this service, and the files that it loads."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.staticfiles import StaticFiles

from unspoof.web.headers import PAGE_POLICY

FOLDER = Path(__file__).parent.parent / "page"


def router() -> APIRouter:
    """A route for each file of the page, and none for anything else."""
    routes = APIRouter(include_in_schema=False)
    files = StaticFiles(directory=FOLDER)
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            name = path.relative_to(FOLDER).as_posix()
            _add(routes, files, "/" if name == "index.html" else f"/{name}", name)
    return routes


def _add(routes: APIRouter, files: StaticFiles, at: str, name: str) -> None:
    async def page(request: Request) -> Response:
        response = await files.get_response(name, request.scope)
        # On "not modified" too: a browser puts its headers in place of those that it has kept.
        response.headers["content-security-policy"] = PAGE_POLICY
        response.headers["cache-control"] = "no-cache"
        return response

    routes.add_api_route(at, page, methods=["GET", "HEAD"], response_class=Response)
