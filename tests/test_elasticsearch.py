"""The rules for Elasticsearch: read as it reads them, and put to texts as it would."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

import unspoof
from command import run
from engines.vectors import SENTENCES
from unspoof.engines import elasticsearch


def parsed(rules: list[str]) -> dict[str, str]:
    r"""What Elasticsearch makes of the rules: `glyph => reading`, with `\uXXXX` for code units."""

    def side(text: str) -> str:
        units = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
        return units.encode("utf-16", "surrogatepass").decode("utf-16")

    pairs = [re.fullmatch(r"(\S+) => (\S+)", rule) for rule in rules]
    return {side(pair[1]): side(pair[2]) for pair in pairs if pair}


def filtered(text: str, script: str = "Latn", letters: bool = False) -> str:
    rules: dict[str, str | int | None] = {**elasticsearch.rules(script, letters=letters)}
    return text.translate(str.maketrans(rules))


@pytest.mark.parametrize("letters", [False, True])
@pytest.mark.parametrize("script", elasticsearch.SCRIPTS)
def test_rules_are_what_elasticsearch_reads(script: str, letters: bool) -> None:
    rules = elasticsearch.mappings(script, letters=letters)
    assert rules == sorted(set(rules), key=rules.index)
    assert all(rule.isascii() for rule in rules)
    assert parsed(rules) == elasticsearch.rules(script, letters=letters)
    assert len(rules) > 500


def test_one_letter_whatever_stands_beside_it() -> None:
    rules = elasticsearch.rules()
    assert filtered("𝓯𝓻𝓮𝓮 ＤＥＬＩＶＥＲＹ ⓝⓞⓦ jᴜdi") == "free DELIVERY now judi"
    assert not [glyph for glyph in rules if glyph.isascii() or len(glyph) != 1]
    assert not [reading for reading in rules.values() if not reading.isalnum()]
    # Kept for their context: к may be Russian, ɑ be phonetic or an o, ZWNJ Persian, flags flags.
    assert not {"к", "ɑ", "\u200c", "🇺", "$", "ー"} & set(rules)
    assert elasticsearch.rules(letters=True)["к"] == "k"
    assert "ı" not in elasticsearch.rules(letters=True)


def test_honest_text_stays() -> None:
    for language, sentence in SENTENCES.items():
        changed = {c for c, d in zip(sentence, filtered(sentence), strict=True) if c != d}
        # Honest where they stand; a search folds them all the same.
        assert changed <= {"ja": set("ＡＢＣ"), "code": {"₂"}}.get(language, set())


def test_what_rules_leave_unread() -> None:
    """Less than a reader knows, as the documentation says."""
    sentence = SENTENCES["en"]
    read = {}
    for kind in ("mathematical", "lookalike", "zero_width"):
        text = unspoof.obfuscate(sentence, kind, 1.0, seed=1).text
        words = list(zip(sentence.split(), filtered(text).split(), strict=False))
        read[kind] = sum(one == other for one, other in words) / len(words)
    assert read["mathematical"] > 0.9 > 0.5 > read["lookalike"]
    assert read["zero_width"] < 0.2


def test_a_script_that_no_index_is_in() -> None:
    with pytest.raises(ValueError, match="'Arab' is no script of an index: give Latn, Cyrl, Grek"):
        elasticsearch.rules("Arab")


def test_the_command(tmp_path: Path) -> None:
    done = run("export", "elasticsearch", "--script", "Cyrl", "--letters")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told == elasticsearch.char_filter("Cyrl", letters=True)
    out = tmp_path / "rules.txt"
    assert run("export", "elasticsearch", "--rules", "-o", out).returncode == 0
    assert out.read_text(encoding="ascii").splitlines() == elasticsearch.mappings()
    assert unicodedata.name(next(iter(elasticsearch.rules())))
    done = run("export", "elasticsearch", "--script", "Thai")
    assert done.returncode == 2
    assert b"'Thai' is not one of 'Latn', 'Cyrl', 'Grek'" in done.stderr
