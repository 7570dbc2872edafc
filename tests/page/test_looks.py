"""What it looks like: on a phone, in the dark, on paper, and from right to left."""

from collections.abc import Callable

import pytest

from browsing import Visit

PAPER = "getComputedStyle(document.documentElement).backgroundColor"
# How far one pane's part of a row is from the other's, and how the two lie.
ROWS = """() => [...document.querySelectorAll(".row:not(.same)")].map((row) => {
  const box = (pane) => row.querySelector(pane).getBoundingClientRect();
  const [stands, reads] = [box(".stands"), box(".reads")];
  return {
    level: Math.abs(stands.top - reads.top) < 1,
    below: reads.top >= stands.bottom - 1,
    width: stands.width,
  };
})"""
# Where each letter of the left pane is: lines from above, letters from the left.
LETTERS = """() => {
  const stands = document.querySelector(".stands");
  const walker = document.createTreeWalker(stands, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const places = [];
  while (walker.nextNode()) {
    for (let at = 0; at < walker.currentNode.length; at++) {
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const { x, y } = range.getBoundingClientRect();
      places.push([y, x]);
    }
  }
  return places;
}"""
LOOKS = """all => all.map((one) => {
  const { backgroundColor, textDecorationLine, textDecorationStyle } = getComputedStyle(one);
  return [backgroundColor, `${textDecorationLine} ${textDecorationStyle}`];
})"""


def test_both_panes_are_aligned(visit: Visit) -> None:
    visit.sample("scam")
    rows = visit.page.evaluate(ROWS)
    assert len(rows) == 6
    assert all(row["level"] for row in rows)


@pytest.mark.parametrize("sample", [None, "article", "scam", "prompt", "scripts"])
def test_a_phone_needs_no_scrolling_sideways(
    visiting: Callable[..., Visit], sample: str | None
) -> None:
    visit = visiting(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    if sample:
        visit.sample(sample)
        rows = visit.page.evaluate(ROWS)
        assert all(row["below"] and row["width"] > 280 for row in rows)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_phone_has_the_card_at_its_foot(visiting: Callable[..., Visit]) -> None:
    visit = visiting(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit.sample("article")
    visit.page.locator(".stands .mark").first.tap()
    box = visit.page.locator("#card").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)


def test_the_card_is_within_the_window(visit: Visit) -> None:
    visit.sample("article")
    marks = visit.page.locator(".stands .mark")
    for index in (0, 20, 300, 728):
        marks.nth(index).focus()
        box = visit.page.locator("#card").bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
        assert box["y"] >= 0 and box["y"] + box["height"] <= 900


@pytest.mark.parametrize(("system", "switch"), [("dark", "Light"), ("light", "Dark")])
def test_dark_as_the_system_and_as_switched(
    visiting: Callable[..., Visit], system: str, switch: str
) -> None:
    visit = visiting(color_scheme=system)
    shown = {"dark": "rgb(21, 23, 26)", "light": "rgb(251, 250, 248)"}
    assert visit.page.evaluate(PAPER) == shown[system]
    visit.page.get_by_label(switch).check()
    assert visit.page.evaluate(PAPER) == shown[switch.lower()]
    visit.page.get_by_label("Auto").check()
    assert visit.page.evaluate(PAPER) == shown[system]


def test_each_family_has_a_colour_and_a_line_of_its_own(visit: Visit) -> None:
    looks = visit.page.eval_on_selector_all("#kinds .mark", LOOKS)
    assert len(looks) == 12
    for cue in zip(*looks, strict=True):
        assert len(set(cue)) == 12


def test_each_line_has_its_own_direction(visit: Visit) -> None:
    visit.type("In English\nשלום עולם, זה טוב\nالجار القريب خير\n\u200bабв")
    directions = visit.page.eval_on_selector_all(
        ".stands", "all => all.map(one => getComputedStyle(one).direction)"
    )
    assert directions == ["ltr", "rtl", "rtl", "ltr"]


def test_disguised_hebrew_reads_from_right_to_left(visit: Visit) -> None:
    visit.type("של\u200bום עו\u200bלם, זה מבח\u200bן")
    assert visit.result() == "שלום עולם, זה מבחן"
    stands = visit.page.locator(".stands")
    assert stands.evaluate("one => getComputedStyle(one).direction") == "rtl"
    order = visit.page.eval_on_selector_all(
        ".stands .mark", "all => all.map(one => one.getBoundingClientRect().x)"
    )
    assert order == sorted(order, reverse=True)


def test_what_is_not_seen_is_seen_and_turns_nothing_round(visit: Visit) -> None:
    text = "a \u202efdp\u202c b\u200bc \u2066x\u2069 \u00adn\u0008m \ufeffo \u200fp\u3164q"
    visit.type(text)
    unseen = visit.page.evaluate(
        r"/[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(document.querySelector('.stands').textContent)"
    )
    assert not unseen
    shown = visit.page.eval_on_selector_all(".stands .token", "all => all.map(t => t.dataset.name)")
    assert shown == ["RLO", "PDF", "ZWSP", "LRI", "PDI", "SHY", "BS", "BOM", "RLM", "HF"]
    order = visit.page.evaluate(LETTERS)
    assert order == sorted(order)


def test_persian_and_emoji_keep_their_joiners(visit: Visit) -> None:
    text = "می‌خواهم کتاب‌ها را بخوانم 👩‍👧 ❤️"
    visit.type(text)
    assert visit.stands() == visit.reads() == text
    assert visit.page.locator(".stands .token").count() == 0


def test_print_has_both_panes_and_no_controls(visit: Visit) -> None:
    visit.sample("scam")
    visit.page.emulate_media(media="print")
    for hidden in ("#text", "#copy", "#theme", "#next", "#scheme button"):
        assert visit.page.locator(hidden).first.is_hidden(), hidden
    for shown in ("#verdict", ".stands", ".reads", "#chart", "#scheme"):
        assert visit.page.locator(shown).first.is_visible(), shown
    assert visit.page.pdf(print_background=True).startswith(b"%PDF")
