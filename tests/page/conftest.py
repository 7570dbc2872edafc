"""A server, a browser, and a page that must be without fault at the end of every test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from browsing import Visit, chromium
from serving import serving


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """Where a service with the default limits is."""
    with serving() as server:
        yield server.url


@pytest.fixture(scope="module")  # while it runs, no other test of this thread has an event loop
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def visiting(browser: Browser, url: str) -> Iterator[Callable[..., Visit]]:
    """Opens the page in a browser with these settings (Playwright's, of a context)."""
    contexts = []
    visits = []

    def open_page(url: str = url, **settings: Any) -> Visit:
        settings = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **settings}
        contexts.append(browser.new_context(**settings))
        visits.append(Visit(contexts[-1], url))
        return visits[-1]

    yield open_page
    for visit in visits:
        visit.check()
    for context in contexts:
        context.close()


@pytest.fixture
def visit(visiting: Callable[..., Visit]) -> Visit:
    """The page as most people see it."""
    return visiting()
