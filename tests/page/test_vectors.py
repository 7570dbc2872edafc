"""The page gives the answers that Python gives."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

import unspoof
from browsing import Visit
from unspoof._verdict import verdict

VECTORS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "vectors.jsonl").read_text("utf-8").splitlines()
]
# What the panes leave out: ends of lines, and in the left one what it shows as tokens.
UNSEEN = r"""([text, all]) => text.replace(
  all ? /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\u2028\u2029\u2800\ufff9-\ufffb]/gu
      : /[\r\n\u2028\u2029]/g, "")"""
FIELD = """text => {
  const field = document.getElementById("text");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
}"""


@pytest.fixture(scope="module")
def opened(browser: Browser, url: str) -> Iterator[Visit]:
    """One page for all of them."""
    visit = Visit(browser.new_context(), url)
    yield visit
    visit.check()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_same_answer(opened: Visit, vector: dict[str, Any]) -> None:
    visit, text = opened, vector["text"]
    visit.clear()
    visit.page.get_by_label(vector["profile"].capitalize(), exact=True).check()
    visit.expect_languages(vector.get("languages"))
    if text == "":
        return  # nothing to read, and nothing is shown
    reading = unspoof.Reader(vector["profile"], vector.get("languages")).read(text)
    try:
        visit.choose("vector.txt", text.encode())
    except UnicodeEncodeError:  # a lone surrogate, which no file has but a text field may
        visit.page.evaluate(FIELD, text)
    visit.read()
    assert visit.page.inner_text("#verdict") == verdict(reading)
    for shown, meant, all_unseen in [
        (visit.reads(), reading.text, False),
        (visit.stands(), text, True),
    ]:
        left = [visit.page.evaluate(UNSEEN, [one, all_unseen]) for one in (shown, meant)]
        assert left[0] == left[1]
    if reading.text.isprintable():
        assert visit.result() == reading.text
