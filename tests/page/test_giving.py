"""Ways to give a text: typing, pasting, dropping, choosing."""

import json

from playwright.sync_api import expect

from browsing import Visit
from samples import DISGUISED, HONEST

PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const field = document.getElementById("text");
  field.focus();
  const given = { clipboardData: data, bubbles: true, cancelable: true };
  if (field.dispatchEvent(new ClipboardEvent("paste", given))) {
    document.execCommand("insertText", false, text); // what the browser does by itself
  }
}"""
# What a browser does with a file that is dragged in: where dragover is let be, it opens the file.
DROP = """files => {
  const transfer = new DataTransfer();
  for (const { name, data } of files) {
    transfer.items.add(new File([new Uint8Array(data)], name));
  }
  const target = document.querySelector("header");
  return ["dragenter", "dragover", "drop"].map((type) => !target.dispatchEvent(
    new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
  ));
}"""


def test_typing_is_followed_when_it_pauses(visit: Visit) -> None:
    visit.page.locator("#text").press_sequentially("The cat, f\u200br\u200bee", delay=20)
    visit.read()
    assert visit.reads() == "The cat, free"
    visit.page.locator("#text").press_sequentially(" of cha\u200brge")
    expect(visit.page.locator(".reads")).to_have_text("The cat, free of charge")
    assert visit.result() == "The cat, free of charge"


def test_paste(visit: Visit) -> None:
    visit.page.evaluate(PASTE, DISGUISED)
    visit.read()
    assert visit.result() == HONEST
    assert visit.page.input_value("#text") == DISGUISED


def test_paste_by_keyboard(visit: Visit) -> None:
    visit.page.fill("#text", "Rɑмos ιs ιn tɑlкs ")
    visit.page.press("#text", "Control+a")
    visit.page.press("#text", "Control+x")
    visit.page.wait_for_selector("#result", state="hidden")
    visit.page.press("#text", "Control+v")
    visit.read()
    assert visit.result() == "Ramos is in talks "


def test_a_long_paste_is_held_beside_the_field(visit: Visit) -> None:
    pasted = ("Rɑмos ιs ιn tɑlкs 𝓯𝓻𝓮𝓮 " + "a b " * 12_500)[:49_990]
    visit.page.fill("#text", "Now After.")
    visit.page.evaluate("document.getElementById('text').setSelectionRange(4, 4)")
    visit.page.evaluate(PASTE, pasted)
    expect(visit.page.locator("#held-size")).to_have_text("50,000 characters")
    assert not visit.page.is_visible("#text")
    visit.read()
    result = visit.result()
    assert result.startswith("Now Ramos is in talks free a b")
    assert result.endswith("After.")
    visit.clear()
    assert visit.page.is_visible("#text")
    assert visit.page.evaluate("document.activeElement.id") == "text"


def dropped(visit: Visit, *files: tuple[str, bytes]) -> None:
    given = [{"name": name, "data": list(data)} for name, data in files]
    assert visit.page.evaluate(DROP, given) == [True, True, True]
    assert not visit.page.is_visible("#drop")


def test_drop(visit: Visit) -> None:
    dropped(visit, ("page.txt", DISGUISED.encode()))
    visit.read()
    assert visit.result() == HONEST


def test_several_files_dropped_are_refused(visit: Visit) -> None:
    dropped(visit, ("one.txt", b"one"), ("two.txt", b"two"))
    expect(visit.page.locator("#notice")).to_have_text(
        "2 files were dropped. Drop one file at a time. "
    )


def test_paste_anywhere_on_the_page(visit: Visit) -> None:
    visit.page.fill("#text", "Rɑмos ιs ιn tɑlкs")
    visit.page.press("#text", "Control+a")
    visit.page.press("#text", "Control+x")
    visit.page.locator("#choose").focus()
    visit.page.keyboard.press("Control+v")
    visit.read()
    assert visit.page.input_value("#text") == "Rɑмos ιs ιn tɑlкs"


def test_a_file_keeps_its_line_ends_and_its_byte_order_mark(visit: Visit) -> None:
    given = "\ufeff" + "Rɑмos ιs ιn tɑlкs\r\nwιtҺ the cιty\rnow\u2028then\r\n"
    with visit.page.expect_file_chooser() as chooser:
        visit.page.click("#choose")
    chooser.value.set_files(
        {"name": "note.v2.txt", "mimeType": "text/plain", "buffer": given.encode()}
    )
    visit.read()
    name, data = visit.downloaded("#download")
    assert name == "note.v2.read.txt"
    assert data.decode() == "\ufeffRamos is in talks\r\nwith the city\rnow\u2028then\r\n"
    numbers = visit.page.eval_on_selector_all(".number", "all => all.map(n => n.dataset.number)")
    assert numbers == ["1", "2", "3", "4"]


def test_the_same_file_can_be_chosen_again(visit: Visit) -> None:
    for _ in range(2):
        visit.choose("note.txt", "Rɑмos ιs ιn tɑlкs".encode())
        visit.read()
        visit.clear()


def test_the_latest_text_counts(visit: Visit) -> None:
    visit.choose("first.txt", (DISGUISED * 40).encode())
    visit.choose("second.txt", "Rɑмos ιs ιn tɑlкs".encode())
    expect(visit.page.locator(".reads")).to_have_text("Ramos is in talks")
    visit.page.wait_for_timeout(2_000)
    assert visit.reads() == "Ramos is in talks"


def test_profile_and_languages_reach_the_reader(visit: Visit) -> None:
    visit.type("Get y0ur fr33 m0n3y n0w")
    assert visit.page.inner_text("#verdict") == "Nothing is disguised."
    with visit.page.expect_request("**/v1/read") as request:
        visit.page.get_by_label("Full", exact=True).check()
    assert json.loads(request.value.post_data or "")["profile"] == "full"
    visit.page.wait_for_selector("#panes .leet")
    assert visit.result() == "Get your free money now"
    visit.page.click("#languages summary")
    with visit.page.expect_request("**/v1/read") as request:
        visit.page.get_by_label("German", exact=True).check()
    assert json.loads(request.value.post_data or "")["languages"] == ["de"]
    assert visit.page.inner_text("#languages-chosen") == "German"
    visit.page.keyboard.press("Escape")
    assert not visit.page.is_visible("#languages-none")


def test_nothing_is_stored(visit: Visit) -> None:
    visit.type("Rɑмos ιs ιn tɑlкs")
    visit.page.get_by_label("Dark").check()
    stored = "[localStorage.length, sessionStorage.length, document.cookie, location.href]"
    assert visit.page.evaluate(stored) == [0, 0, "", f"{visit.url}/"]
    assert visit.page.evaluate("indexedDB.databases()") == []
    visit.page.reload()
    assert visit.page.input_value("#text") == ""
    assert not visit.page.is_visible("#result")
