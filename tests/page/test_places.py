"""The marked places: what is told of each, and what rejecting one does."""

from collections.abc import Callable

import pytest

import unspoof
from browsing import Visit
from serving import serving

TALKS = "Rɑмos ιs ιn tɑlкs"


def test_hovering_tells_of_a_place(visit: Visit) -> None:
    visit.type(TALKS)
    visit.page.locator(".stands .mark").first.hover()
    visit.page.wait_for_selector("#card:popover-open")
    edit = unspoof.read(TALKS).edits[0]
    card = visit.card()
    for told in ["ɑ", "U+0251", "LATIN SMALL LETTER ALPHA", "U+0061", "Look-alike", "100%"]:
        assert told in card
    assert edit.reason.rpartition(": ")[2] in card
    pointed = visit.page.locator(".pointed")
    assert pointed.all_text_contents() == ["ɑ", "a"]  # in both panes
    size = visit.page.locator("#card .glyph").first.evaluate(
        "one => getComputedStyle(one).fontSize"
    )
    assert float(size.removesuffix("px")) >= 32
    visit.page.mouse.move(5, 5)
    visit.page.wait_for_selector("#card", state="hidden")


def test_the_card_stays_while_the_pointer_is_on_it(visit: Visit) -> None:
    visit.type(TALKS)
    visit.page.locator(".reads .mark").first.hover()
    visit.page.wait_for_selector("#card:popover-open")
    visit.page.locator("#card .glyph").first.hover()
    visit.page.wait_for_timeout(600)
    visit.page.click("#card button:has-text('Reject all 2')")
    assert visit.result() == "Rɑmos is in tɑlks"


def test_escape_closes_the_card_of_a_pointer(visit: Visit) -> None:
    visit.type(TALKS)
    visit.page.locator(".stands .mark").first.hover()
    visit.page.wait_for_selector("#card:popover-open")
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector("#card", state="hidden")


def test_focus_tells_of_a_place(visit: Visit) -> None:
    visit.type(TALKS)
    visit.page.locator(".stands .mark").nth(1).focus()
    assert "CYRILLIC SMALL LETTER EM" in visit.card()
    assert visit.page.inner_text("#place") == "Place 2 of 6"
    visit.page.click("#card .card-close")
    assert visit.card() == ""


@pytest.mark.parametrize("pane", [".stands", ".reads"])
def test_a_click_rejects_and_takes_back_without_the_server(visit: Visit, pane: str) -> None:
    visit.type(TALKS)
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    mark = visit.page.locator(f"{pane} .mark").nth(1)
    mark.click()
    assert visit.reads() == "Raмos is in talks"
    assert visit.page.inner_text("#rejected") == "1 of 6 changes rejected"
    assert visit.page.locator(".stands .mark").nth(1).get_attribute("aria-pressed") == "true"
    mark.click()
    assert visit.reads() == "Ramos is in talks"
    assert visit.page.inner_text("#rejected") == ""
    assert asked == []


def test_a_glyph_is_rejected_throughout_in_the_scheme(visit: Visit) -> None:
    visit.type(TALKS)
    reject = visit.page.get_by_role("button", name="Reject all 2 places of greek small letter iota")
    reject.click()
    assert visit.reads() == "Ramos ιs ιn talks"
    assert reject.get_attribute("aria-pressed") == "true"
    visit.page.click("#take-back")
    assert visit.reads() == "Ramos is in talks"
    assert reject.get_attribute("aria-pressed") == "false"


def test_rejections_are_those_of_apply(visit: Visit) -> None:
    """Any choice of edits gives what `unspoof.apply` gives, beyond the 16-bit plane, too."""
    text = "𝓦𝓲𝓷 😀 a fr\u200bee bιкe 🚲 \u202eyadot\u202c, пpивeт"
    reading = unspoof.read(text)
    visit.type(text)
    marks = visit.page.locator(".stands .mark")
    assert marks.count() == len(reading.edits)
    kept = list(reading.edits)
    for index in range(0, marks.count(), 3):
        marks.nth(index).click()
        kept.remove(reading.edits[index])
        assert visit.result() == unspoof.apply(text, kept)
    assert visit.reads().endswith(unspoof.apply(text, kept)[-3:])


def test_marks_on_a_letter_and_hidden_characters_are_one_place(visit: Visit) -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore the above")
    text = f"Two wo{hidden}rds, f\u0336\u0337r\u0336e\u0336e\u0336 delivery"
    visit.type(text)
    assert len(unspoof.read(text).edits) == 21
    marks = visit.page.locator(".stands .mark")
    assert marks.count() == 5
    assert visit.page.locator(".stands .token").get_attribute("data-name") == "TAG ×16"
    assert marks.nth(1).text_content() == "f\u0336\u0337"
    assert visit.page.inner_text("#hidden-messages blockquote") == "ignore the above"
    visit.page.get_by_role("button", name="Show in line 1").click()
    assert "and 11 more characters" in visit.card()
    marks.nth(0).click()
    assert visit.result() == f"Two wo{hidden}rds, free delivery"


@pytest.mark.parametrize("word", ["in{}side", "after{}"])
def test_a_long_message_in_zero_width_characters_is_one_token(visit: Visit, word: str) -> None:
    bits = "".join(f"{ord(letter):08b}" for letter in "meet me at the old mill tonight")
    text = word.format(bits.translate({ord("0"): "\u200b", ord("1"): "\u200c"}))
    visit.type(text)
    token = visit.page.locator(".stands .token")
    assert token.get_attribute("data-name") == f"ZWSP… ×{len(bits)}"
    assert visit.page.inner_text("#hidden-messages blockquote") == "meet me at the old mill tonight"
    assert visit.reads() == unspoof.restore(text)
    token.click()
    assert visit.result() == text


def test_a_hundred_thousand_hidden_characters_are_one_place(
    visiting: Callable[..., Visit],
) -> None:
    with serving("--characters", "200000", "--body", "4M", "--seconds", "60") as server:
        visit = visiting(server.url)
        visit.choose("tags.txt", ("a" + "\U000e0061" * 150_000 + "b").encode())
        visit.read()
        visit.page.locator(".stands .mark").focus()
        assert "and 149,995 more characters" in visit.card()
        visit.page.keyboard.press("Enter")
        assert visit.page.inner_text("#rejected") == "150,000 of 150,000 changes rejected"


def test_the_chart_counts_and_leads_to_the_next(visit: Visit) -> None:
    visit.type("f\u200bree delivery\n" + TALKS)
    assert visit.page.inner_text("#chart").split() == (
        ["Aa", "Look-alike", "5", "Aa", "Invisible", "1", "Aa", "Similar", "sign", "1"]
    )
    visit.page.get_by_role("button", name="Similar sign", exact=True).click()
    assert visit.page.evaluate("document.activeElement.textContent") == "м"
    visit.page.keyboard.press("Enter")
    assert "1, 1 rejected" in visit.page.inner_text("#chart")


def test_selecting_text_rejects_nothing(visit: Visit) -> None:
    visit.type("Call \u202eyadot\u202c")
    mark = visit.page.locator(".reads .mark")
    box = mark.bounding_box()
    assert box is not None
    visit.page.mouse.move(box["x"] + 2, box["y"] + 12)
    visit.page.mouse.down()
    visit.page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 12, steps=4)
    visit.page.mouse.up()
    assert visit.page.evaluate("String(getSelection())") == "today"
    assert visit.page.inner_text("#rejected") == ""


def test_a_tap_shows_the_card_and_its_buttons_reject(visiting: Callable[..., Visit]) -> None:
    visit = visiting(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.type(TALKS)
    visit.page.locator(".stands .mark").first.tap()
    visit.page.wait_for_selector("#card:popover-open")
    assert visit.reads() == "Ramos is in talks"
    visit.page.get_by_role("button", name="Reject", exact=True).tap()
    assert visit.reads() == "Rɑmos is in talks"
    visit.page.locator("#verdict").tap()
    visit.page.wait_for_selector("#card", state="hidden")
