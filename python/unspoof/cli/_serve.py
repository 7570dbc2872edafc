"""The command `serve`: the reader as an HTTP service."""

import click

from unspoof.cli._failure import Failure


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes any that is free.",
)
def serve(host: str, port: int) -> None:
    """Serve the reader over HTTP, with a page for people, until interrupted."""
    try:
        from unspoof import web  # an extra
    except ImportError as error:
        raise Failure(str(error)) from error
    import uvicorn

    uvicorn.run(web.create(), host=host, port=port)
