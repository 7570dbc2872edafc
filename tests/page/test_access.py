"""axe-core finds no serious or critical fault in any state of the page."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from browsing import Visit

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "dark-phone": {**PHONE, "color_scheme": "dark"},
}


def faults(visit: Visit) -> list[Any]:
    found = Axe().run(visit.page).response["violations"]
    return [
        (one["id"], one["impact"], [node["html"] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def empty(_: Visit) -> None:
    pass


def article_with_the_card_open(visit: Visit) -> None:
    visit.sample("article")
    visit.page.locator(".stands .mark").nth(5).focus()
    assert visit.card()


def scam_with_rejections(visit: Visit) -> None:
    visit.sample("scam")
    marks = visit.page.locator(".stands .mark")
    for index in (0, 40, 70):
        marks.nth(index).focus()
        visit.page.keyboard.press("Enter")
    visit.page.locator("#scheme button").first.click()


def hidden_message(visit: Visit) -> None:
    visit.sample("prompt")


def nothing_disguised(visit: Visit) -> None:
    visit.sample("scripts")


def languages_open(visit: Visit) -> None:
    visit.page.click("#languages summary")


def error(visit: Visit) -> None:
    visit.choose("old.txt", b"na\xefve")
    visit.page.wait_for_selector("#notice strong")


STATES = [
    empty,
    article_with_the_card_open,
    scam_with_rejections,
    hidden_message,
    nothing_disguised,
    languages_open,
    error,
]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_no_serious_fault(
    visiting: Callable[..., Visit], look: str, state: Callable[[Visit], None]
) -> None:
    visit = visiting(**LOOKS[look])
    state(visit)
    assert faults(visit) == []


def test_a_fault_would_be_found(visit: Visit) -> None:
    visit.page.evaluate("document.getElementById('copy').textContent = ''")
    visit.sample("article")
    assert [fault[0] for fault in faults(visit)] == ["button-name"]
