"""The page without a pointer."""

import pytest
from playwright.sync_api import expect

import unspoof
from browsing import Visit

ACTIVE = """() => {
  const one = document.activeElement;
  return one.dataset.mark ? Number(one.dataset.mark) : one.id || one.textContent.trim();
}"""


def active(visit: Visit) -> object:
    return visit.page.evaluate(ACTIVE)


def press(visit: Visit, *keys: str) -> None:
    for key in keys:
        visit.page.keyboard.press(key)


def test_from_an_empty_page_to_a_saved_text(visit: Visit) -> None:
    press(visit, "Tab")
    assert active(visit) == "Skip to the text field"
    press(visit, "Enter")
    assert active(visit) == "text"
    visit.page.keyboard.type("Rɑмos ιs ιn tɑlкs")
    visit.read()
    visit.page.keyboard.press("Home")
    while active(visit) != "copy":
        press(visit, "Tab")
    while active(visit) != 0:
        press(visit, "Tab")
    assert "LATIN SMALL LETTER ALPHA" in visit.card()
    press(visit, "Enter")
    assert visit.reads() == "Rɑmos is in talks"
    expect(visit.page.locator("#announcer")).to_have_text(
        "Rejected: latin small letter alpha stays as it is."
    )
    press(visit, "Space")
    assert visit.reads() == "Ramos is in talks"
    press(visit, "Shift+Enter")
    assert visit.reads() == "Rɑmos is in tɑlks"
    while active(visit) != "download":
        press(visit, "Shift+Tab")
    with visit.page.expect_download() as download:
        press(visit, "Enter")
    assert download.value.path().read_text("utf-8") == "Rɑmos is in tɑlks"


def test_skipping_to_the_result(visit: Visit) -> None:
    visit.sample("article")
    visit.page.evaluate("document.activeElement.blur()")
    visit.page.locator("#skip-to-result").focus()
    assert visit.page.locator("#skip-to-result").bounding_box()["y"] >= 0  # type: ignore[index]
    press(visit, "Enter", "Tab")
    assert active(visit) == "copy"


def test_moving_between_places(visit: Visit) -> None:
    visit.type("Rɑмos ιs\n\nplain\nιn tɑlкs\nand tɑlкs")
    visit.page.locator(".stands .mark").first.focus()
    steps = [
        ("n", 1), ("ArrowRight", 2), ("p", 1), ("ArrowLeft", 0), ("ArrowLeft", 0),
        ("ArrowDown", 3), ("ArrowDown", 6), ("ArrowDown", 6), ("ArrowUp", 3), ("End", 7),
        ("n", 7), ("Home", 0),
    ]  # fmt: skip
    for key, place in steps:
        press(visit, key)
        assert active(visit) == place, key
        assert visit.page.inner_text("#place") == f"Place {place + 1} of 8"
        assert visit.page.locator(".mark[tabindex='0']").count() == 1


def test_one_place_is_in_the_tab_order(visit: Visit) -> None:
    visit.sample("article")
    visit.page.locator("#next").focus()
    press(visit, "Tab")
    assert active(visit) == 0
    press(visit, "n", "n", "Tab")
    assert not isinstance(active(visit), int)
    press(visit, "Shift+Tab")
    assert active(visit) == 2


def test_escape_closes_and_moving_opens_again(visit: Visit) -> None:
    visit.type("Rɑмos ιs ιn tɑlкs")
    visit.page.locator(".stands .mark").first.focus()
    press(visit, "Escape")
    assert visit.card() == ""
    assert active(visit) == 0
    press(visit, "n")
    assert "CYRILLIC SMALL LETTER EM" in visit.card()


def test_letters_are_letters_in_the_field(visit: Visit) -> None:
    visit.type("Rɑмos ιs ιn tɑlкs")
    visit.page.locator("#text").focus()
    press(visit, "End")
    visit.page.keyboard.type(" np")
    assert visit.page.input_value("#text").endswith(" np")
    assert active(visit) == "text"


def test_buttons_go_step_by_step(visit: Visit) -> None:
    visit.type("Rɑмos ιs ιn tɑlкs")
    for place in (0, 1, 2):
        visit.page.click("#next")
        assert active(visit) == place
    visit.page.click("#previous")
    assert active(visit) == 1


def test_every_place_says_what_it_is(visit: Visit) -> None:
    text = "Rɑмos f\u200bree \u202eeerf\u202c"
    visit.type(text)
    labels = [
        one.get_attribute("aria-label") or "" for one in visit.page.locator(".stands .mark").all()
    ]
    assert len(labels) == len(unspoof.read(text).edits)
    assert labels[0] == "Look-alike: latin small letter alpha, read as a; reject"
    assert labels[2] == "Invisible: zero width space, read as nothing; reject"
    assert labels[3] == "Reversed order: 6 characters, read as free; reject"


@pytest.mark.parametrize(
    ("text", "said"), [("plain", "Nothing is disguised."), ("Rɑмos ιs ιn tɑlкs", "6 of 14")]
)
def test_what_was_found_is_said(visit: Visit, text: str, said: str) -> None:
    visit.type(text)
    announcer = visit.page.locator("#announcer")
    expect(announcer).to_contain_text(said)
    assert announcer.get_attribute("role") == "status"
