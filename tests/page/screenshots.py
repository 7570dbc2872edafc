"""Takes the pictures of the page that docs/page.md shows.

PYTHONPATH=tests python tests/page/screenshots.py
"""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from browsing import Visit, chromium
from serving import serving

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
LARGEST = 200_000  # bytes
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def main() -> None:
    """Take every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    with serving() as server, chromium() as browser:
        with opened(browser, server.url) as visit:
            save(visit, "start")
        with opened(browser, server.url) as visit:
            visit.sample("article")
            save(visit, "article")
            visit.page.locator(".stands .mark").nth(60).focus()
            for key in ("Shift+Enter", "n", "n", "n"):
                visit.page.keyboard.press(key)
            save(visit, "rejected")
        with opened(browser, server.url, color_scheme="dark") as visit:
            visit.sample("scam")
            visit.page.mouse.wheel(0, 260)
            visit.page.wait_for_timeout(300)
            visit.page.locator(".stands .bidi").nth(1).hover()
            visit.page.wait_for_selector("#card:popover-open")
            save(visit, "scam-dark")
        with opened(browser, server.url) as visit:
            visit.sample("prompt")
            save(visit, "hidden-instruction")
        with opened(browser, server.url) as visit:
            visit.sample("scripts")
            visit.page.mouse.wheel(0, 260)
            save(visit, "four-scripts")
        with opened(browser, server.url, device_scale_factor=2, **PHONE) as visit:
            visit.sample("scam")
            visit.page.locator("#places").evaluate("one => one.scrollIntoView()")
            visit.page.locator(".stands .mark").nth(30).tap()
            save(visit, "phone")


@contextmanager
def opened(browser: Browser, url: str, **settings: Any) -> Iterator[Visit]:
    """The page, in a window of 1440 by 900 unless these settings have another."""
    settings = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", **settings}
    context = browser.new_context(**settings)
    visit = Visit(context, url)
    yield visit
    visit.check()
    context.close()


def save(visit: Visit, name: str) -> None:
    """What the window shows, as WebP."""
    visit.page.wait_for_timeout(400)  # whatever is still being drawn
    session = visit.page.context.new_cdp_session(visit.page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": 82})
    data = base64.b64decode(taken["data"])
    assert len(data) < LARGEST, f"{name} has {len(data):,} bytes"
    (FOLDER / f"{name}.webp").write_bytes(data)
    print(f"{name}.webp: {len(data):,} bytes")


if __name__ == "__main__":
    main()
