"""Sockets to serve on."""

import os
import socket
from typing import Any

from unspoof.cli._failure import Failure, because


def sockets(host: str, port: int) -> list[socket.socket]:
    """One that listens for each address of `host`, all on one port; Failure where that is taken.

    Port 0 is any that is free.
    """
    # The protocol is named since asyncio goes by it: it sends small packets at once over TCP only.
    try:
        found = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError) as error:
        raise Failure(f"cannot listen on {host}: no address of this name") from error
    opened: list[socket.socket] = []
    for family, kind, protocol, _, address in dict.fromkeys(found):
        at = (address[0], opened[0].getsockname()[1] if opened else port, *address[2:])
        one = socket.socket(family, kind, protocol)
        opened.append(one)
        try:
            _listen(one, at)
        except OSError as error:
            for each in opened:
                each.close()
            raise Failure(f"cannot listen on {at[0]}, port {at[1]}: {because(error)}") from error
    return opened


def _listen(one: socket.socket, at: tuple[Any, ...]) -> None:
    if os.name == "posix":  # elsewhere it would let two servers share a port
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if one.family == socket.AF_INET6:  # the other family has a socket of its own
        one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    one.bind(at)
    one.listen()
