"""The recipes in examples/ that need engines: run, and held to the figures in docs/engines.md."""

import pytest

from extras import needed


def test_duplicates_are_found_after_restoring() -> None:
    needed("datatrove")
    needed("spacy")
    from examples import deduplicate
    from unspoof.engines.datatrove import Restore

    documents, pages = len(deduplicate.corpus()), len(deduplicate.PLACES)
    assert deduplicate.kept([]) == documents
    assert pages <= deduplicate.kept([Restore()]) <= pages + 1


def test_languages_and_quality_are_told_after_restoring() -> None:
    needed("datatrove")
    needed("py3langid")
    from examples import language_and_quality as recipe

    before, total = recipe.identified(False)
    after, _ = recipe.identified(True)
    assert before < 0.6 * total
    assert after > 0.9 * total
    before, total = recipe.passed(False)
    assert before < total
    assert recipe.passed(True) == (total, total)


def test_restored_text_costs_the_tokens_that_it_was_meant_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bpe_openai = needed("bpe_openai")
    assert set(bpe_openai.list_encoding_names()) >= {"cl100k_base", "o200k_base"}
    from examples import tokens

    tokens.main()
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if "disguised" in line]
    assert len(rows) == len(tokens.KINDS) * len(tokens.ENCODINGS)
    for _, before, _, after, _ in rows:
        assert float(before) > 3
        assert float(after) < 1.4
