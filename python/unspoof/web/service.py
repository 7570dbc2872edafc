"""What every route works with: the limits, the threads that read, and what is counted."""

import threading
from collections.abc import Callable
from typing import Any

from fastapi import Request, Response

from unspoof import Reader
from unspoof.web import encoding, limits
from unspoof.web.metrics import Metrics
from unspoof.web.models import Given
from unspoof.web.settings import Settings
from unspoof.web.work import Pool

Told = Callable[[str], dict[str, Any]]


class Service:
    """One of them for each application."""

    def __init__(self, settings: Settings) -> None:
        """Starts nothing yet."""
        self.settings = settings
        self.pool = Pool(settings)
        self.metrics = Metrics(self.pool)
        self.arrivals = limits.Arrivals(settings)

    async def answer(
        self, request: Request, given: Given, asked: Callable[[Reader], Told], several: str
    ) -> Response:
        """What `asked` has a reader tell of one text, or of each of several, listed as `several`.

        It is called on the thread that reads. Where "obfuscated" is told to be true, the text
        counts as disguised.
        """
        texts = given.all()
        limits.check(texts, "texts" if given.several else "text", self.settings)

        def work(nobody_waits: threading.Event) -> tuple[bytes, int]:
            told = asked(Reader(given.profile, given.languages))
            answers = []
            for text in texts:
                if nobody_waits.is_set():
                    return b"", 0
                answers.append(told(text))
            disguised = sum(bool(one.get("obfuscated")) for one in answers)
            return encoding.encoded({several: answers} if given.several else answers[0]), disguised

        body, disguised = await self.pool.run(request, work)
        self.metrics.read(texts, disguised)
        return encoding.answer(body)
