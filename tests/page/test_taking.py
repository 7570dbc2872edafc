"""What can be taken along: the text and the report."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browsing import Visit
from samples import DISGUISED, HONEST
from unspoof import _core, report

CLIPBOARD = ["clipboard-read", "clipboard-write"]


def test_copy(visiting: Callable[..., Visit]) -> None:
    visit = visiting(permissions=CLIPBOARD)
    visit.type(DISGUISED)
    visit.page.click("#copy")
    expect(visit.page.locator("#done")).to_have_text("Copied.")
    assert visit.page.evaluate("navigator.clipboard.readText()") == HONEST


def test_copy_where_the_browser_gives_no_clipboard(visiting: Callable[..., Visit]) -> None:
    """As over plain HTTP in a local network."""
    visit = visiting(permissions=CLIPBOARD)
    visit.type(DISGUISED)
    visit.page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    )
    visit.page.click("#copy")
    expect(visit.page.locator("#done")).to_have_text("Copied.")
    visit.page.evaluate("delete navigator.clipboard")
    assert visit.page.evaluate("navigator.clipboard.readText()") == HONEST


def test_selecting_what_it_reads_copies_no_numbers_or_tokens(visit: Visit) -> None:
    visit.type("One f\u200bree\nTwo Rɑмos ιs")
    selected = visit.page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('.panes')), String(getSelection())"
    )
    assert selected.split("\n") == ["One free", "One free", "Two Rɑмos ιs", "Two Ramos is"]


def test_download_text(visit: Visit) -> None:
    visit.type(DISGUISED)
    assert visit.downloaded("#download") == ("text.read.txt", HONEST.encode())
    visit.sample("article")
    assert visit.downloaded("#download")[0] == "article.read.txt"


@pytest.mark.parametrize(
    ("kind", "ending"), [("html", "html"), ("json", "json"), ("sarif", "sarif"), ("markdown", "md")]
)
def test_download_report(visit: Visit, kind: str, ending: str) -> None:
    visit.choose("talks.txt", "Rɑмos ιs ιn tɑlкs".encode())
    visit.read()
    visit.page.locator(".stands .mark").nth(1).click()
    visit.page.select_option("#report-format", kind)
    with visit.page.expect_request("**/v1/report") as request:
        name, data = visit.downloaded("#report-download")
    assert name == f"talks.report.{ending}"
    report = data.decode()
    assert "talks.txt" in report
    assert "U+0251" in report
    assert "U+043C" not in report  # м, whose reading was rejected
    assert json.loads(request.value.post_data or "")["rejected"] == [1]


def test_a_report_on_pasted_text(visit: Visit) -> None:
    visit.type(DISGUISED)
    name, data = visit.downloaded("#report-download")
    assert name == "text.report.html"
    assert data.startswith(b"<!DOCTYPE html>")


def test_a_report_that_cannot_be_made(visit: Visit) -> None:
    visit.expected.append("status of 422")
    visit.choose("long.txt", (DISGUISED * 30).encode())
    visit.read()
    visit.page.select_option("#report-format", "sarif")
    visit.page.click("#report-download")
    expect(visit.page.locator("#notice")).to_contain_text("4,000 are the most in this format")
    expect(visit.page.locator("#notice")).to_be_in_viewport()


def test_formats_of_the_report_are_those_that_there_are(visit: Visit) -> None:
    options = visit.page.locator("#report-format option")
    assert {one.get_attribute("value") for one in options.all()} == set(report.FORMATS)


def test_labels_are_there_for_every_family(visit: Visit) -> None:
    names = visit.page.locator("#kinds .mark").all_text_contents()
    families = _core.families()
    assert len(names) == len(families)
    assert not set(names) & set(families)
