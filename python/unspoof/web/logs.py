"""Logs: one JSON object a line on stderr, in which nothing stands that a client sent.

Where something fails, the kind of the exception and where it arose are told, and its message is
not: it may quote a text.
"""

import json
import logging
import logging.config
import traceback
from datetime import datetime, timezone
from types import TracebackType
from typing import Any

LOGGER = logging.getLogger("unspoof.web")


def configure() -> None:
    """Sends all logs of this process to stderr, in this form."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": {"()": Json}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"level": "INFO", "handlers": ["stderr"]},
        }
    )


class Json(logging.Formatter):
    """A record as a line of JSON; what is given as `extra={"fields": {...}}` is added to it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        at = datetime.fromtimestamp(record.created, timezone.utc)
        line: dict[str, Any] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # asyncio quotes exceptions from the second line on.
            "event": record.getMessage().split("\n", 1)[0],
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0]:
            line |= failure(record.exc_info[0], record.exc_info[2])
        return json.dumps(line)


def failure(kind: type[BaseException], trace: TracebackType | None) -> dict[str, Any]:
    """The fields that tell of an exception without its message."""
    frames = traceback.extract_tb(trace)
    return {
        "error": f"{kind.__module__}.{kind.__qualname__}",
        "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
