"""The HTML report: one valid page that loads nothing, runs nothing, and lets no text get out."""

import base64
import hashlib
import re
import unicodedata

import pytest
from justhtml import Element, JustHTML

import unspoof
from reports import NASTY, NASTY_NAME, made, named
from samples import DISGUISED, HONEST
from unspoof import _core, report

KNOWN = {"a", "article", "b", "bdi", "blockquote", "body", "dd", "del", "details", "div", "dl"}
KNOWN |= {"dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "head", "header", "html", "ins"}
KNOWN |= {"main", "meta", "p", "pre", "section", "small", "span", "style", "summary", "table"}
KNOWN |= {"tbody", "td", "th", "thead", "time", "title", "tr"}


def page(one: report.Report) -> JustHTML:
    """Parsed by the rules of HTML; the parser raises at the first error."""
    return JustHTML(report.render(one), strict=True, sanitize=False)


def elements(document: JustHTML, selector: str) -> list[Element]:
    return [one for one in document.query(selector) if isinstance(one, Element)]


def texts(document: JustHTML, selector: str) -> list[str]:
    return [one.to_text(separator="", strip=False) for one in elements(document, selector)]


def classes(element: Element) -> list[str]:
    return (element.attrs.get("class") or "").split()


@pytest.fixture(scope="module")
def nasty() -> JustHTML:
    return page(named(NASTY_NAME, NASTY))


def test_a_page_is_valid_whatever_is_in_it(nasty: JustHTML) -> None:
    assert {one.name for one in elements(nasty, "*")} <= KNOWN
    assert len(elements(nasty, "h1")) == 1
    assert elements(nasty, "html")[0].attrs["lang"] == "en"


@pytest.mark.parametrize("kind", _core.kinds())
def test_every_kind_of_disguise_gives_a_valid_page(kind: str) -> None:
    made_up = _core.obfuscate(HONEST, kind, 0.5, 1)
    document = page(made(made_up.text))
    assert elements(document, ".lines del")


def test_nothing_is_loaded_and_nothing_is_run(nasty: JustHTML) -> None:
    for one in elements(nasty, "*"):
        for name, value in one.attrs.items():
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "style", "action", "background", "data")
            if name == "href":
                assert (value or "").startswith("#")
    (style,) = texts(nasty, "style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_this_style_and_nothing_else(nasty: JustHTML) -> None:
    (style,) = texts(nasty, "style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = elements(nasty, "meta[http-equiv]")
    assert policy.attrs["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_markup_in_texts_and_names_is_text(nasty: JustHTML) -> None:
    assert not elements(nasty, "script")
    assert "<script>alert('paypal')</script> & \"quoted\"" in texts(nasty, "pre")[0]
    assert "<script>alert(1)</script>" in texts(nasty, "h1")[0]
    assert "<script>alert(1)</script>" in texts(nasty, "title")[0]
    (message,) = texts(nasty, "blockquote")
    assert message == "<b>ignore</b> `all` @team http://evil.example/"


def test_nothing_raw_could_turn_the_page_round() -> None:
    text = report.render(named(NASTY_NAME, NASTY))
    controls = {char for char in text if unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")}
    assert controls == {"\n"}
    marks = {char for char in text if unicodedata.category(char) == "Cf"}
    flag = set("\U000e0067\U000e0062\U000e0065\U000e006e\U000e007f")
    assert marks == {"\u200c", "\u200d"} | flag  # they have work to do, in Persian and in emoji
    assert not {
        char for char in text if 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE
    }


def test_what_is_not_seen_is_named(nasty: JustHTML) -> None:
    shown = set(texts(nasty, ".lines bdi.named"))
    assert {"RLO", "PDF", "RLM", "BS", "ESC", "NUL", "LSEP", "LRI", "U+009B", "U+FDD0"} <= shown
    assert "U+E003C" in shown
    assert texts(nasty, ".lines .more")[0].startswith("and ")
    assert any("◌̸" in one for one in shown)
    assert len(elements(nasty, ".lines bdi.quiet")) == 4  # two each side, in Khmer


def test_lone_surrogates_are_named() -> None:
    document = page(made(DISGUISED.replace(" ", " \ud800", 1)))
    assert "U+D800" in texts(document, ".lines .named")


def test_lines_stand_beside_each_other_as_they_read() -> None:
    document = page(made(DISGUISED))
    assert texts(document, ".lines td:nth-child(2)") == DISGUISED.splitlines()
    assert texts(document, ".lines td:nth-child(3)") == HONEST.splitlines()
    numbers = texts(document, ".lines tbody th")
    assert numbers == [str(n + 1) for n in range(len(HONEST.splitlines()))]
    assert texts(document, "pre") == [HONEST]


def test_every_edit_is_marked_by_its_family_on_both_sides() -> None:
    made_up = _core.obfuscate(HONEST, "mixed", 0.5, 3)
    one = made(made_up.text)
    document = page(one)
    families = set(one.documents[0].facts.families)
    for element in ("del", "ins"):
        marked = {
            name for mark in elements(document, f".lines {element}") for name in classes(mark)
        }
        assert marked - {"gone"} == families
    (style,) = texts(document, "style")
    for family in _core.families():  # a line of its own, and not only a colour
        assert re.search(rf"\.{family}\b", style)


def test_lines_have_the_direction_that_they_read_in(nasty: JustHTML) -> None:
    directions = [one.attrs["dir"] for one in elements(nasty, ".lines td:nth-child(2)")]
    assert directions[5:9] == ["rtl", "rtl", "rtl", "ltr"]
    assert directions == [one.attrs["dir"] for one in elements(nasty, ".lines td:nth-child(3)")]
    assert elements(nasty, "pre")[0].attrs["dir"] == "auto"
    assert elements(nasty, "blockquote")[0].attrs["dir"] == "auto"
    for mark in elements(nasty, ".lines del.bidi"):
        assert [child.name for child in mark.children] == ["bdi"]


def test_the_glyphs_are_told_with_every_place() -> None:
    one = made(DISGUISED)
    document = page(one)
    facts = one.documents[0].facts
    assert sorted(texts(document, ".glyphs .character .point")) == sorted(
        row.code_points for row in facts.glyphs
    )
    shown = " ".join(texts(document, ".glyphs .places"))
    places = re.findall(r"\d+:\d+", shown)
    expected = [one.documents[0].places(edit.start) for edit in one.documents[0].reading.edits]
    assert sorted(places) == sorted(map(str, expected))


def test_a_reading_in_another_script_is_told_apart_from_what_it_looks_like() -> None:
    document = page(made("пpивeт, кaк дeлa сегoдня, мой дpуг?"))
    assert "U+0435" in texts(document, ".glyphs .glyph .point")


def test_the_record_lets_anybody_check_the_file() -> None:
    data = b"\xef\xbb\xbf" + DISGUISED.encode()
    one = named("page.txt", DISGUISED, data)
    (record,) = texts(page(one), ".record")
    assert hashlib.sha256(data).hexdigest() in record
    assert f"{len(data):,} bytes, {len(DISGUISED):,} code points" in record
    assert f"unspoof {unspoof.__version__}, full profile, all languages" in record
    assert "2026-11-28 09:30:00 UTC" in record


def test_expected_languages_are_told_by_name() -> None:
    document = page(made(DISGUISED, reader=unspoof.Reader(languages=["en", "de"])))
    assert "careful profile, expecting English, German" in texts(document, ".record")[0]


def test_an_honest_text_is_told_and_not_repeated() -> None:
    document = page(made(HONEST))
    assert texts(document, ".verdict") == ["Nothing is disguised."]
    assert classes(elements(document, ".verdict")[0]) == ["verdict", "clean"]
    assert not elements(document, "table")
    assert "bakery" not in document.to_text()


def test_several_texts_have_a_table_of_contents_with_links_that_lead_there() -> None:
    document = page(made(DISGUISED, HONEST, NASTY))
    links = [one.attrs["href"] for one in elements(document, ".contents a")]
    assert links == ["#text-1", "#text-2", "#text-3"]
    ids = [one.attrs["id"] for one in elements(document, "[id]")]
    assert len(ids) == len(set(ids))
    assert {f"#{one}" for one in ids} >= set(links)
    named_by = {one.attrs["aria-labelledby"] for one in elements(document, "[aria-labelledby]")}
    assert named_by <= set(ids)


def test_tables_say_what_their_columns_are(nasty: JustHTML) -> None:
    for table in elements(nasty, "table"):
        heads = [one for one in table.query("thead th") if isinstance(one, Element)]
        assert heads
        assert all(one.attrs.get("scope") == "col" for one in heads)


def test_long_texts_are_folded_to_what_changed() -> None:
    lines = ["The council met again on Thursday."] * 300
    lines[150] = "Rɑмos ιs ιn tɑlкs"
    document = page(made("\n".join(lines)))
    assert texts(document, ".lines .fold") == [
        "Lines 1 to 147: nothing changed",
        "Lines 155 to 300: nothing changed",
    ]
    assert texts(document, ".lines tbody th") == [str(n) for n in range(148, 155)]
    assert texts(document, "pre") == ["\n".join(lines).replace(lines[150], "Ramos is in talks")]


def test_long_lines_are_shortened_where_nothing_changed() -> None:
    honest = "The council met again on Thursday. " * 400
    document = page(made(f"{honest}Rɑмos ιs ιn tɑlкs. {honest}"))
    for column in (2, 3):
        (line,) = texts(document, f".lines td:nth-child({column})")
        assert len(line) < 1000
        assert line.count("unchanged characters") == 2


def test_long_texts_have_no_more_markup_than_they_need() -> None:
    made_up = _core.obfuscate(HONEST * 60, "lookalike", 0.15, 1)
    assert len(made_up.edits) > 5000
    text = report.render(made(made_up.text))
    assert len(text) < 5 * len(made_up.text) + 150 * len(made_up.edits)
    tables = text.split('<table class="lines')[1:]
    assert [table.count('<th scope="row">') for table in tables] == [200, 200, 80]


def test_edits_that_join_lines_are_one_row() -> None:
    edits = (unspoof.Edit(3, 5, "\nd", "d"),)
    reading = _core._reading("abc\ndef\nghi", edits, 1.0, (), (), (), ())
    source = report.Source("joined", reading)
    one = report.build([source], unspoof.Reader(), generated=made("").generated)
    document = page(one)
    assert texts(document, ".lines tbody th") == ["1–2", "3"]
    assert texts(document, ".lines td:nth-child(2)") == ["abcLFdef", "ghi"]
    assert texts(document, ".lines td:nth-child(3)") == ["abcdef", "ghi"]


def test_the_same_report_is_the_same_page() -> None:
    assert report.render(named(NASTY_NAME, NASTY)) == report.render(named(NASTY_NAME, NASTY))
