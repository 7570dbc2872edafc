"""The service run by uvicorn, until a signal stops it."""

import math
import socket

import uvicorn

from unspoof.web import app, connection, logs
from unspoof.web.settings import Settings

# For answers on their way out, beyond what a request may take.
_SPARE = 5


def run(settings: Settings, sockets: list[socket.socket]) -> None:
    """Serves on these sockets; returns after SIGTERM or SIGINT, once all requests are answered."""
    logs.configure()
    patience = settings.receive_seconds + settings.seconds + _SPARE
    config = uvicorn.Config(
        app.create(settings),
        http=connection.within(settings.receive_seconds),
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        # Nothing asks who the client is.
        proxy_headers=False,
        timeout_graceful_shutdown=math.ceil(patience),
    )
    server = uvicorn.Server(config)
    for one in sockets:
        logs.LOGGER.info("listening", extra={"fields": {"url": _url(one)}})
    try:
        server.run(sockets)
    except (KeyboardInterrupt, SystemExit):
        # uvicorn raises the signal again when it has stopped; that it was heeded is no failure.
        if not server.should_exit:
            raise
    logs.LOGGER.info("stopped")


def _url(one: socket.socket) -> str:
    host, port, *_ = one.getsockname()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
