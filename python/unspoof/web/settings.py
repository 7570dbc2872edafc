"""What an operator may set, with the reason for each default."""

import os
from dataclasses import dataclass, field


def _cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class Settings:
    """The limits of a service."""

    # The slowest text known, made-up words in mixed letters, takes some 50 µs for each character:
    # this many are read in a third of `seconds`. A thread cannot be stopped, so that this is what
    # bounds how long one request can hold it.
    characters: int = 50_000
    """Code points in one request, those of all its texts together."""

    texts: int = 256
    """Texts in one request."""

    # JSON may spell one character in twelve bytes (two escapes): any text within its limit fits.
    body: int = 1_048_576
    """Bytes of one request's body."""

    seconds: float = 10.0
    """How long a request may wait and be read."""

    receive_seconds: float = 10.0
    """How long a client may take to send a request."""

    # Slow clients hold memory and nothing else, so that this is what bounds their number.
    arriving: int = 67_108_864
    """Bytes of bodies that are still on their way in, of all requests together."""

    # The reader releases the interpreter's lock: one thread for each core keeps all of them busy.
    threads: int = field(default_factory=_cores)
    """Threads that read."""

    queue: int = 64
    """Requests that may wait for one of them."""
