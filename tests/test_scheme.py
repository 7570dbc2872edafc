"""One page, one scheme: learned from the page, reported, and read exactly."""

import pytest

import unspoof
from samples import DISGUISED, HONEST, SCHEME


def test_a_page_under_one_scheme_is_read_exactly() -> None:
    assert unspoof.restore(DISGUISED) == HONEST


def test_the_scheme_is_reported_with_its_counts() -> None:
    reported = {(row.glyph, row.reading): row.count for row in unspoof.read(DISGUISED).scheme}
    assert reported == {(glyph, plain): DISGUISED.count(glyph) for plain, glyph in SCHEME.items()}


def test_the_scheme_is_ordered_by_count() -> None:
    counts = [row.count for row in unspoof.read(DISGUISED).scheme]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("forgotten", ["мкҺɾ", *SCHEME.values()])
def test_glyphs_that_no_table_knows_are_read_from_their_neighbours(forgotten: str) -> None:
    reader = unspoof.Reader(ablation={"forgotten": forgotten})
    assert reader.restore(DISGUISED) == HONEST


def test_what_the_page_was_read_as() -> None:
    reading = unspoof.read(DISGUISED)
    assert next(iter(reading.languages)) == "en"
    assert next(iter(reading.scripts)) == "Latn"
    assert reading.score > 0.9


def test_the_honest_page_stays_whole() -> None:
    assert unspoof.restore(HONEST) is HONEST
    assert unspoof.read(HONEST).score < 0.5
