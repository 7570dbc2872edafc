"""The page in a real browser: Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

# Under load a first answer can take a while; where this is not enough, something hangs.
PATIENCE = 30_000  # milliseconds
expect.set_options(timeout=PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser. Without one the test is skipped, but not in CI, where it must not be missing."""
    path = shutil.which("chromium")
    if path is None:
        missing = "needs Chromium in PATH: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


class Visit:
    """One person at the page: what they do, and what they see."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        """Opens the page."""
        self.url = url.rstrip("/")
        self.faults: list[str] = []
        self.expected: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        self.page.on("request", self._request)
        self.page.goto(url)
        self.page.wait_for_selector("#kinds li")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(f"{self.url}/") and urlsplit(request.url).scheme != "blob":
            self.faults.append(f"request to {request.url}")

    def check(self) -> None:
        """Nothing in the console, and nothing asked of anybody else."""
        unexpected = [
            fault for fault in self.faults if not any(part in fault for part in self.expected)
        ]
        assert not unexpected, unexpected

    def type(self, text: str) -> None:
        """Puts text into the field, as typing does."""
        self.page.fill("#text", text)
        self.read()

    def choose(self, name: str, data: bytes) -> None:
        """Chooses a file."""
        file: Any = {"name": name, "mimeType": "text/plain", "buffer": data}
        self.page.set_input_files("#file", file)

    def sample(self, name: str) -> None:
        self.page.click(f'[data-sample="{name}"]')
        self.read()

    def expect_languages(self, codes: list[str] | None) -> None:
        """Chooses these languages and no others, or lets the text decide."""
        if not self.page.is_visible("#languages fieldset"):
            self.page.click("#languages summary")
        if self.page.is_enabled("#languages-none"):
            self.page.click("#languages-none")
        for code in codes or []:
            self.page.check(f'#languages input[value="{code}"]')
        self.page.keyboard.press("Escape")

    def clear(self) -> None:
        if self.page.is_visible("#clear"):
            self.page.click("#clear")
        self.page.wait_for_selector("#result", state="hidden")

    def read(self) -> None:
        """Waits until a result is shown."""
        self.page.wait_for_selector("#result:not([hidden])")

    def stands(self) -> str:
        """All that the left pane shows, but tokens and line ends."""
        return "".join(self.page.locator("#panes .stands").all_text_contents())

    def reads(self) -> str:
        """All that the right pane shows, but line ends."""
        return "".join(self.page.locator("#panes .reads").all_text_contents())

    def card(self) -> str:
        """What the card says, or an empty string where there is none."""
        return self.page.inner_text("#card") if self.page.is_visible("#card") else ""

    def downloaded(self, button: str) -> tuple[str, bytes]:
        """The name and the bytes of the file that a button gives."""
        with self.page.expect_download() as download:
            self.page.click(button)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def result(self) -> str:
        """The text as it would be downloaded."""
        _, data = self.downloaded("#download")
        return data.decode()
