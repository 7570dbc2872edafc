"""How quick the page is on this machine, as docs/page.md tells it.

PYTHONPATH=tests python tests/page/measure.py
"""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser

from browsing import Visit, chromium
from samples import DISGUISED, HONEST
from serving import serving

MEGABYTE = 2**20
TEXTS = {
    "a page, disguised": DISGUISED,
    "50,000 characters, disguised": (DISGUISED * 80)[:50_000],
    "1 MB, honest": (HONEST * 1500)[:MEGABYTE],
    "1 MB, one page in ten disguised": ((HONEST * 9 + DISGUISED) * 150)[:MEGABYTE],
    "1 MB, disguised": (DISGUISED * 1500)[:MEGABYTE],
}
# The frames of what follows, in milliseconds.
FRAMES = """() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => { frames_.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def main() -> None:
    """Print a table."""
    limits = ("--characters", "2000000", "--body", "64M", "--seconds", "300")
    with serving(*limits) as server, chromium() as browser:
        first_paint(browser, server.url)
        for name, text in TEXTS.items():
            measure(browser, server.url, name, text)


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context, url)
    visit.page.set_default_timeout(300_000)
    yield visit
    visit.check()
    context.close()


def first_paint(browser: Browser, url: str) -> None:
    times = []
    for _ in range(5):
        with opened(browser, url) as visit:
            paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
            times.append(visit.page.evaluate(paint))
    print(f"first paint {statistics.median(times):.0f} ms")


def measure(browser: Browser, url: str, name: str, text: str) -> None:
    with opened(browser, url) as visit:
        start = time.perf_counter()
        visit.choose("text.txt", text.encode())
        visit.read()
        shown = time.perf_counter() - start
        visit.page.evaluate(FRAMES)
        for _ in range(60):
            visit.page.mouse.move(500, 600)
            visit.page.mouse.wheel(0, 300)
            visit.page.wait_for_timeout(16)
        scrolling = frames(visit)
        reject: Any = "-"
        if visit.page.locator(".stands .mark").count():
            visit.page.evaluate("scrollTo(0, 0)")
            visit.page.locator(".stands .mark").first.focus()
            visit.page.evaluate("frames_.length = 0")
            for key in ("Enter", "n", "Shift+Enter", "End", "Enter"):
                visit.page.keyboard.press(key)
                visit.page.wait_for_timeout(300)
            reject = frames(visit)
        elements = visit.page.evaluate("document.querySelectorAll('*').length")
        print(
            f"{name}: shown after {shown:.2f} s; frames in ms (median, 95 %, longest): "
            f"scrolling {scrolling}, moving and rejecting {reject}; {elements:,} elements"
        )


def frames(visit: Visit) -> tuple[int, ...]:
    taken = sorted(visit.page.evaluate("frames_.splice(0)"))
    return tuple(round(taken[int(share * (len(taken) - 1))]) for share in (0.5, 0.95, 1))


if __name__ == "__main__":
    main()
