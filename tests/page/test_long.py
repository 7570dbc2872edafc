"""A text of a megabyte: drawn in part, and as quick to use as a short one."""

import statistics
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

import unspoof
from browsing import Visit
from samples import DISGUISED, HONEST
from serving import serving

# One page in ten is disguised, so that the server needs a second and not a minute.
BLOCK = HONEST * 9 + DISGUISED
SHORT = BLOCK * 2
MEGABYTE = BLOCK * (2**20 // len(BLOCK) + 1)
# What is done within two frames of 60 Hz (milliseconds) is as quick as can be told.
CALM = 34
MANY_TIMES = 4

# From a key to the frame after the one that shows its work, in milliseconds.
PRESS = """async ([selector, key, times]) => {
  const taken = [];
  for (let time = 0; time < times; time++) {
    const target = selector ? document.querySelector(selector) : document.activeElement;
    const start = performance.now();
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    taken.push(performance.now() - start);
  }
  return taken;
}"""
SCROLL = """async (times) => {
  const taken = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    scrollBy(0, 500);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    taken.push(performance.now() - start);
  }
  return taken;
}"""


@pytest.fixture(scope="module")
def large() -> Iterator[str]:
    """Where a service is that takes long texts."""
    with serving("--characters", "2000000", "--body", "32M", "--seconds", "300") as server:
        yield server.url


@pytest.fixture
def reading(visiting: Callable[..., Visit], large: str) -> Callable[[str], Visit]:
    def read(text: str) -> Visit:
        visit = visiting(large)
        visit.page.set_default_timeout(120_000)
        visit.choose("long.txt", text.encode())
        visit.read()
        return visit

    return read


def test_a_megabyte_is_drawn_in_part_and_read_whole(reading: Callable[[str], Visit]) -> None:
    visit = reading(MEGABYTE)
    elements = "document.querySelectorAll('*').length"
    assert visit.page.evaluate(elements) < 15_000
    for part in range(1, 11):
        visit.page.evaluate(f"scrollTo(0, document.body.scrollHeight * {part / 11})")
        here = "document.elementFromPoint(600, 500)?.closest('.row') != null"
        for _ in range(100):
            if visit.page.evaluate(here):
                break
            visit.page.wait_for_timeout(20)
        assert visit.page.evaluate(here), f"nothing is drawn at {part}/11"
    assert visit.page.evaluate(elements) < 40_000

    reading_of_python = unspoof.read(MEGABYTE)
    places = f"{len(reading_of_python.edits):,}"
    visit.page.locator(".stands .mark").first.focus()
    visit.page.keyboard.press("End")
    assert visit.page.inner_text("#place") == f"Place {places} of {places}"
    visit.page.keyboard.press("Enter")
    assert visit.result() == unspoof.apply(MEGABYTE, reading_of_python.edits[:-1])
    assert visit.page.evaluate(elements) < 40_000


def measured(visit: Visit) -> dict[str, float]:
    """How long each thing that a user does takes, in the median."""
    visit.page.locator(".stands .mark").first.focus()
    taken = {
        name: visit.page.evaluate(PRESS, [None, key, 15])
        for name, key in {"step": "n", "reject": "Enter", "next line": "ArrowDown"}.items()
    }
    taken["scroll"] = visit.page.evaluate(SCROLL, 30)
    return {name: statistics.median(times) for name, times in taken.items()}


def test_a_megabyte_is_as_quick_to_use_as_a_short_text(reading: Callable[[str], Visit]) -> None:
    """Compared with each other, since a machine may be slow, or have other work."""
    short = measured(reading(SHORT))
    long = measured(reading(MEGABYTE))
    for does, taken in long.items():
        assert taken < MANY_TIMES * max(short[does], CALM), (does, short, long)


def test_typing_in_the_longest_text_that_can_be_edited(visiting: Callable[..., Visit]) -> None:
    taken = {}
    for name, text in {"short": HONEST, "long": (HONEST * 60)[:49_000]}.items():
        visit = visiting()
        visit.type(text)
        visit.page.locator("#text").focus()
        visit.page.keyboard.press("Control+End")
        times = []
        for letter in "and so on":
            start = visit.page.evaluate("performance.now()")
            visit.page.keyboard.type(letter)
            frame = "new Promise(done => requestAnimationFrame(() => done(performance.now())))"
            times.append(visit.page.evaluate(frame) - start)
        expect(visit.page.locator(".reads").last).to_contain_text("and so on")
        taken[name] = statistics.median(times)
    assert taken["long"] < MANY_TIMES * max(taken["short"], CALM), taken


def test_a_long_line_is_cut_into_rows_between_letters(visit: Visit) -> None:
    letters = "e\u0301" * 700  # no spaces, and each letter two code points
    emoji = "👩‍👧" * 300
    words = "an honest word " * 150
    disguised = "Rɑмos ιs ιn tɑlкs " * 150
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore the above " * 100)
    text = f"{letters}{emoji}\n{words}{disguised}\nwo{hidden}rd\n"
    visit.choose("lines.txt", text.encode())
    visit.read()
    expect(visit.page.locator(".number[data-number='3']")).to_be_attached()  # drawn when idle
    numbers = visit.page.eval_on_selector_all(".number", "all => all.map(n => n.dataset.number)")
    assert [number for number in numbers if number] == ["1", "2", "3"]
    assert len(numbers) > 8
    rows = visit.page.locator(".reads").all_text_contents()
    assert "".join(rows) == unspoof.restore(text).replace("\n", "")
    assert max(map(len, rows)) <= 1_000
    assert not any(row.startswith(("\u0301", "\u200d")) for row in rows)
    assert visit.result() == unspoof.restore(text)
