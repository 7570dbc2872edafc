"""spaCy: tokens of the restored text that know where they came from."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extras import needed
from unspoof import Reader

spacy = needed("spacy")
from spacy.tokens import Doc, DocBin  # noqa: E402

from unspoof.engines.spacy import make_tokenizer, wrap  # noqa: E402

CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "unspoof.Tokenizer.v1"}}}
TEXT = "Get a 𝓯𝓻𝓮𝓮 m\u200beal, Mαrία says: don't wаit."


def pipeline() -> Any:
    nlp = spacy.blank("en", config=CONFIG)
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "OFFER", "pattern": "free meal"}])
    return nlp


def check(doc: Doc) -> None:
    (entity,) = doc.ents
    assert entity.text == "free meal"
    start, end = entity._.original_span
    assert TEXT[start:end] == entity._.original == "𝓯𝓻𝓮𝓮 m\u200beal"
    (token,) = (token for token in doc if token.text == "wait")
    assert token._.original == "wаit"
    assert doc._.unspoof.original == TEXT
    assert doc._.unspoof.text == doc.text
    # Each token is what the original's part says; whatever is honest is the same.
    for token in doc:
        if token._.original.isascii():
            assert token._.original == token.text


def test_entities_are_found_and_mapped_back() -> None:
    check(pipeline()(TEXT))


def test_honest_text_is_mapped_to_itself() -> None:
    doc = pipeline()("A meal, that is free.")
    assert doc._.unspoof is None
    assert doc.user_data == {}
    assert doc[1:3]._.original == "meal,"
    assert doc[1]._.original_span == (2, 6)


def test_a_pipeline_that_is_there_already() -> None:
    nlp = wrap(spacy.blank("de"), Reader("full"))
    assert [token.text for token in nlp("H0L D1R G3LD !")][-1] == "!"
    assert nlp("f.r.e.e d-e-l-i-v-e-r-y n0w")[0]._.original == "f.r.e.e"


def test_readings_go_to_other_processes_and_to_disk(tmp_path: Path) -> None:
    docs = list(pipeline().pipe([TEXT, "honest"] * 3, n_process=2))
    check(docs[4])
    path = tmp_path / "docs.spacy"
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    nlp = spacy.blank("en")
    read = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    check(read[0])
    assert read[0]._.unspoof == docs[0]._.unspoof


def test_a_pipeline_on_disk(tmp_path: Path) -> None:
    pipeline().to_disk(tmp_path / "pipeline")
    check(spacy.load(tmp_path / "pipeline")(TEXT))
    # Where nobody has imported the adapter, spaCy finds it by the package's entry point.
    code = "import spacy, sys; print(spacy.load(sys.argv[1])(sys.argv[2]).ents)"
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "pipeline", TEXT],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout == "(free meal,)\n"


def test_the_config_says_how_to_read() -> None:
    tokenizer = {"@tokenizers": "unspoof.Tokenizer.v1", "profile": "full", "languages": ["en"]}
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": tokenizer}})
    assert nlp("fr33 m0n3y").text == "free money"
    assert nlp.tokenizer.explain("free meal") == [("TOKEN", "free"), ("TOKEN", "meal")]
    with pytest.raises(ValueError, match="profile"):
        make_tokenizer("none")
