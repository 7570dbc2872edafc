"""What goes wrong is said, with what to do about it."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import Visit
from serving import serving


def archive() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("word/document.xml", "<document/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.txt", "naïve".encode("latin-1"), "“old.txt” is not text in UTF-8."),
        ("wide.txt", "wide".encode("utf-16"), "“wide.txt” is text in UTF-16."),
        ("a.docx", archive(), "“a.docx” is a ZIP archive or an office document."),
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "“a.pdf” is a PDF."),
        ("empty.txt", b"", "“empty.txt” is empty."),
        ("mark.txt", b"\xef\xbb\xbf", "“mark.txt” is empty."),
    ],
)
def test_a_file_that_is_no_text(visit: Visit, name: str, data: bytes, said: str) -> None:
    visit.choose(name, data)
    notice = visit.page.locator("#notice")
    expect(notice).to_contain_text(said)
    assert notice.get_attribute("role") == "alert"
    assert ("UTF-8 and try again" in notice.inner_text()) is bool(data.strip(b"\xef\xbb\xbf"))
    visit.sample("prompt")
    expect(notice).to_be_empty()


def test_a_file_too_large_for_any_page(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (16 * 2**20 + 1))
    visit.page.set_input_files("#file", path)
    expect(visit.page.locator("#notice")).to_contain_text(
        "is too large to be shown on a page (16 MB)"
    )


def test_a_text_that_is_too_long_for_the_server(visit: Visit) -> None:
    visit.choose("long.txt", ("🚲" * 50_001).encode())
    expect(visit.page.locator("#notice")).to_contain_text(
        "This text has 50,001 characters; this server reads 50,000 at once."
    )
    assert "unspoof restore" in visit.page.inner_text("#notice")
    visit.clear()
    visit.choose("long.txt", ("🚲" * 50_000).encode())
    visit.read()


def test_a_server_that_is_gone_and_comes_back(visiting: Callable[..., Visit]) -> None:
    with serving() as server:
        visit = visiting(server.url)
        visit.expected.append("Failed to load resource")
        visit.type("Rɑмos ιs ιn tɑlкs")
        server.stop()
        visit.page.fill("#text", "Rɑмos ιs bɑcк")
        notice = visit.page.locator("#notice")
        expect(notice).to_contain_text("The server does not answer.")
        assert not visit.page.is_visible("#result")
        with serving("--port", str(server.port)):
            notice.get_by_role("button", name="Try again").click()
            visit.read()
            expect(notice).to_be_empty()
            assert visit.reads() == "Ramos is back"


@pytest.mark.parametrize(
    ("headers", "remedy"),
    [({"retry-after": "1"}, "Wait a little and try again."), ({}, "Give a shorter part of it")],
)
def test_an_answer_that_is_an_error(visit: Visit, headers: dict[str, str], remedy: str) -> None:
    visit.expected.append("status of 503")
    problem = '{"title": "Service Unavailable", "status": 503, "detail": "Too much to do."}'
    visit.page.route(
        "**/v1/read",
        lambda route: route.fulfill(
            status=503,
            headers={"content-type": "application/problem+json", **headers},
            body=problem,
        ),
    )
    visit.page.fill("#text", "plain")
    expect(visit.page.locator("#notice")).to_contain_text(f"Too much to do. {remedy}")


def test_an_answer_that_is_none(visit: Visit) -> None:
    """As a proxy in between may give."""
    visit.expected.append("exception")
    visit.page.route(
        "**/v1/read",
        lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Welcome</h1>"),
    )
    visit.page.fill("#text", "plain")
    expect(visit.page.locator("#notice")).to_contain_text(
        "The server’s answer could not be understood"
    )
    visit.page.unroute_all()
    visit.page.click("#notice button")
    visit.read()
