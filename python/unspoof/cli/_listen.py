"""Sockets to serve on."""

import socket

from unspoof.cli._failure import Failure, because


def sockets(host: str, port: int) -> list[socket.socket]:
    """One that listens for each address of `host`, all on one port; Failure where that is taken.

    Port 0 is any that is free.
    """
    try:
        found = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE | socket.AI_ADDRCONFIG
        )
    except (OSError, UnicodeError) as error:
        raise Failure(f"cannot listen on {host}: no address of this name") from error
    opened: list[socket.socket] = []
    for family, address in dict.fromkeys((one[0], one[4]) for one in found):
        at = (address[0], opened[0].getsockname()[1] if opened else port)
        try:
            opened.append(socket.create_server(at, family=family))
        except OSError as error:
            for one in opened:
                one.close()
            raise Failure(f"cannot listen on {at[0]}, port {at[1]}: {because(error)}") from error
    return opened
