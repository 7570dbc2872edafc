"""With presidio's own analyzer and anonymizer. No language model is there: patterns do the work."""

import copy
from typing import Any

import pytest

from extras import needed

needed("presidio_analyzer")
needed("presidio_anonymizer")

from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine  # noqa: E402
from presidio_analyzer.nlp_engine import NoOpNlpEngine  # noqa: E402
from presidio_anonymizer import AnonymizerEngine  # noqa: E402

from unspoof import Reader  # noqa: E402
from unspoof.guards.presidio import RestoringAnalyzer  # noqa: E402

Found = list[tuple[str, str]]

# Each with what is to be found in it, as it stands there.
DISGUISED: list[tuple[str, Found]] = [
    # Cyrillic letters in an address
    ("Contact jоhn.dое@ехаmрlе.соm today", [("EMAIL_ADDRESS", "jоhn.dое@ехаmрlе.соm")]),
    # zero-width characters within an address and after it, between Russian words
    (
        "Пишите на m\u200bax@\u200cexample.org\u200b пожалуйста",
        [("EMAIL_ADDRESS", "m\u200bax@\u200cexample.org")],
    ),
    # marks piled on it, on its last letter too
    (
        "Écrire à a\u0337nn\u0336a@e\u0335x\u0337ample.o\u0338r\u0337g\u0335\u0303 merci",
        [("EMAIL_ADDRESS", "a\u0337nn\u0336a@e\u0335x\u0337ample.o\u0338r\u0337g\u0335\u0303")],
    ),
    # small capitals
    ("Mail ᴀɴɴᴀ@ᴇxᴀᴍᴘʟᴇ.ᴄᴏᴍ please", [("EMAIL_ADDRESS", "ᴀɴɴᴀ@ᴇxᴀᴍᴘʟᴇ.ᴄᴏᴍ")]),
    # shown backwards
    ("Mail \u202emoc.elpmaxe@nna\u202c now", [("EMAIL_ADDRESS", "\u202emoc.elpmaxe@nna\u202c")]),
    # a letter and the backspace that takes it away
    ("Mail annx\b@example.com now", [("EMAIL_ADDRESS", "annx\b@example.com")]),
    # a soft hyphen and a zero-width space within a card number
    (
        "My card: 4111 11\u00ad11 1111 11\u200b11.",
        [("CREDIT_CARD", "4111 11\u00ad11 1111 11\u200b11")],
    ),
    # fullwidth digits
    (
        "Karte: ４１１１ １１１１ １１１１ １１１１, gültig bis 12/30",
        [("CREDIT_CARD", "４１１１ １１１１ １１１１ １１１１")],
    ),
    # digits of a styled alphabet
    ("IBAN DE𝟴𝟵 3704 0044 0532 0130 00", [("IBAN_CODE", "DE𝟴𝟵 3704 0044 0532 0130 00")]),
    # marks on the digits of a telephone number
    (
        "Call 2\u03381\u03382\u0338-5\u03385\u03385\u0338-0123 any time",
        [("PHONE_NUMBER", "2\u03381\u03382\u0338-5\u03385\u03385\u0338-0123")],
    ),
    # two of them, with an ordinary one between
    (
        "𝓪𝓷𝓷@𝓮𝔁𝓪𝓶𝓹𝓵𝓮.com, bob@example.com, c\u200barl@example.com",
        [
            ("EMAIL_ADDRESS", "𝓪𝓷𝓷@𝓮𝔁𝓪𝓶𝓹𝓵𝓮.com"),
            ("EMAIL_ADDRESS", "bob@example.com"),
            ("EMAIL_ADDRESS", "c\u200barl@example.com"),
        ],
    ),
]
ENTITIES = ["EMAIL_ADDRESS", "CREDIT_CARD", "PHONE_NUMBER", "IBAN_CODE"]


@pytest.fixture(scope="module")
def analyzer() -> Any:
    return AnalyzerEngine(nlp_engine=NoOpNlpEngine([{"lang_code": "en", "model_name": ""}]))


@pytest.fixture(scope="module")
def restoring(analyzer: Any) -> RestoringAnalyzer:
    return RestoringAnalyzer(analyzer)


def found(engine: Any, text: str) -> Found:
    results = engine.analyze(text, "en", ENTITIES)
    return [(one.entity_type, text[one.start : one.end]) for one in sorted(results)]


@pytest.mark.parametrize(("text", "expected"), DISGUISED)
def test_it_is_found_where_it_stands(
    restoring: RestoringAnalyzer, text: str, expected: Found
) -> None:
    assert found(restoring, text) == expected


@pytest.mark.parametrize(("text", "expected"), DISGUISED)
def test_presidio_alone_does_not_find_all_of_it(analyzer: Any, text: str, expected: Found) -> None:
    assert found(analyzer, text) != expected


@pytest.mark.parametrize(("text", "expected"), DISGUISED)
def test_the_anonymizer_takes_it_out_of_the_text_given(
    restoring: RestoringAnalyzer, text: str, expected: Found
) -> None:
    results = restoring.analyze(text, "en", ENTITIES)
    anonymous = text
    for entity, stands in expected:
        anonymous = anonymous.replace(stands, f"<{entity}>")
    assert AnonymizerEngine().anonymize(text, results).text == anonymous


def test_honest_text_is_analysed_as_ever(analyzer: Any, restoring: RestoringAnalyzer) -> None:
    for text in ["Schreib an max@example.com!", "Звоните: 212-555-0123", "日本語です", ""]:
        assert restoring.analyze(text, "en") == analyzer.analyze(text, "en")


def test_no_reading_hides_what_presidio_finds_without_it(restoring: RestoringAnalyzer) -> None:
    """What controls erase is not seen, but it is in the text that somebody may store."""
    text = "Hello ann@example.com" + "\b" * 15 + "wоrld"
    assert found(restoring, text) == [("EMAIL_ADDRESS", "ann@example.com")]


def test_the_text_meant_and_the_text_given_tell_one_thing_once(
    restoring: RestoringAnalyzer,
) -> None:
    assert found(restoring, "Tɑlk to ann@example.com ιn tɑlкs") == [
        ("EMAIL_ADDRESS", "ann@example.com")
    ]


def test_options_reach_the_analyzer(restoring: RestoringAnalyzer) -> None:
    text, expected = DISGUISED[0]
    assert restoring.analyze(text=text, language="en", entities=["CREDIT_CARD"]) == []
    assert (
        restoring.analyze(text, "en", allow_list=["john.doe@example.com"], score_threshold=0.9)
        == []
    )
    (result,) = restoring.analyze(text, "en", ["EMAIL_ADDRESS"], return_decision_process=True)
    assert result.analysis_explanation.recognizer == "EmailRecognizer"
    assert [("EMAIL_ADDRESS", text[result.start : result.end])] == expected


def test_the_reader_is_the_callers(analyzer: Any) -> None:
    text = "My ν1s4 cɑrd ιs 4111 1111 1111 1111"
    full = RestoringAnalyzer(analyzer, Reader(profile="full"))
    assert found(full, text) == [("CREDIT_CARD", "4111 1111 1111 1111")]


def test_it_stands_in_for_the_engine(restoring: RestoringAnalyzer, analyzer: Any) -> None:
    texts = [text for text, _ in DISGUISED]
    batch = BatchAnalyzerEngine(restoring).analyze_iterator(texts, "en", entities=ENTITIES)
    assert batch == [restoring.analyze(text, "en", ENTITIES) for text in texts]
    assert restoring.get_supported_entities("en") == analyzer.get_supported_entities("en")
    with pytest.raises(AttributeError):
        restoring.there_is_no_such_thing  # noqa: B018


def test_it_can_be_copied(restoring: RestoringAnalyzer) -> None:
    text, expected = DISGUISED[0]
    assert found(copy.copy(restoring), text) == expected
