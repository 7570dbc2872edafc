"""The command `serve`: the reader as an HTTP service."""

from typing import Any

import click

from unspoof.cli import _listen, _options
from unspoof.cli._failure import Failure
from unspoof.web.settings import Settings

_DEFAULTS = Settings()
_POSITIVE = click.IntRange(min=1)
_SECONDS = click.FloatRange(min=0, min_open=True)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 is any that is free.",
)
@click.option(
    "--characters",
    type=_POSITIVE,
    default=_DEFAULTS.characters,
    show_default=True,
    help="The most characters in one request. As many of the slowest text have to be read within "
    "--seconds.",
)
@click.option(
    "--texts",
    type=_POSITIVE,
    default=_DEFAULTS.texts,
    show_default=True,
    help="The most texts in one request.",
)
@click.option(
    "--body",
    callback=_options.size,
    default="1M",
    show_default=True,
    metavar="SIZE",
    help="The longest body: bytes, or a number with K, M or G.",
)
@click.option(
    "--seconds",
    type=_SECONDS,
    default=_DEFAULTS.seconds,
    show_default=True,
    help="How long a request may wait and be read.",
)
@click.option(
    "--receive-seconds",
    type=_SECONDS,
    default=_DEFAULTS.receive_seconds,
    show_default=True,
    help="How long a client may take to send a request.",
)
@click.option(
    "--arriving",
    callback=_options.size,
    default="64M",
    show_default=True,
    metavar="SIZE",
    help="The most bytes of bodies still on their way in, all together.",
)
@click.option(
    "--threads",
    type=_POSITIVE,
    default=_DEFAULTS.threads,
    show_default="the number of cores",
    help="How many threads read.",
)
@click.option(
    "--queue",
    type=click.IntRange(min=0),
    default=_DEFAULTS.queue,
    show_default=True,
    help="How many requests may wait for one of them.",
)
def serve(host: str, port: int, **limits: Any) -> None:
    """Serve the reader over HTTP, with a page for people, until interrupted.

    Logs are JSON lines on stderr. See docs/service.md for what can be asked.
    """
    try:
        from unspoof.web import server
    except ImportError as error:
        raise Failure(
            f"serve needs {error.name}, which is not installed: pip install 'unspoof[web]'"
        ) from error
    server.run(Settings(**limits), _listen.sockets(host, port))
