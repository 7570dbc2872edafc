"""What is counted, in Prometheus's terms. No label holds anything that a client sent."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

from unspoof import __version__
from unspoof.web.work import Pool

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """The counters of one service."""

    def __init__(self, pool: Pool) -> None:
        """All at zero; `pool` is asked how busy it is."""
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "unspoof_requests",
            "Requests that were answered.",
            ("route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "unspoof_request_seconds",
            "How long they took, from their head to the end of the answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.in_flight = Gauge(
            "unspoof_requests_in_flight", "Requests not yet answered.", registry=self.registry
        )
        self.texts = Counter("unspoof_texts_read", "Texts read.", registry=self.registry)
        self.disguised = Counter(
            "unspoof_texts_disguised",
            "Those found disguised; /v1/find does not say.",
            registry=self.registry,
        )
        self.characters = Counter(
            "unspoof_characters_read", "Code points of the texts read.", registry=self.registry
        )
        reading = Gauge("unspoof_requests_reading", "Requests being read.", registry=self.registry)
        reading.set_function(lambda: pool.reading)
        waiting = Gauge(
            "unspoof_requests_waiting", "Requests waiting for a thread.", registry=self.registry
        )
        waiting.set_function(lambda: pool.waiting)
        Info("unspoof", "What is running.", registry=self.registry).info({"version": __version__})
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)

    def read(self, texts: list[str], disguised: int) -> None:
        """Counts texts that have been read, and how many of them were disguised."""
        self.texts.inc(len(texts))
        self.characters.inc(sum(map(len, texts)))
        self.disguised.inc(disguised)
