"""Documents of one tool are found again, although each shows only a part of its scheme."""

from __future__ import annotations

import json
import random
import string
from pathlib import Path

import corpus_files as files
from samples import DISGUISED, HONEST
from unspoof.corpus import run as run_corpus
from unspoof.corpus._schemes import Clusters, Mapping, steady

GLYPHS = "αбҫԁєғɡһιјκⅼмηορԛгѕτυνωхуᴢɑɓϲḋеƒǥнⅰʝĸłɱпσрʠɾʂŧᴜʋѡ×ýž"


def table(dice: random.Random) -> dict[str, str]:
    """A glyph for each letter, and for some vowels what all others use as well."""
    glyphs = dict(zip(string.ascii_lowercase, dice.sample(GLYPHS, 26), strict=True))
    return glyphs | {vowel: "аеіоу"[at] for at, vowel in enumerate("aeiou") if dice.random() < 0.6}


def document(glyphs: dict[str, str], letters: int, dice: random.Random) -> Mapping:
    """What so many letters of a document show."""
    shown = dice.sample(string.ascii_lowercase, letters)
    return {(glyphs[letter], letter): dice.randint(1, 9) for letter in shown}


def test_planted_schemes_are_found_again() -> None:
    dice = random.Random(5)
    tables = [table(dice) for _ in range(12)]
    clusters = Clusters()
    truth = {}
    for number in range(600):
        tool = dice.randrange(len(tables))
        truth[str(number)] = tool
        clusters.add(str(number), document(tables[tool], dice.randint(4, 14), dice))
    clusters.find()
    assert len(clusters.found) == 12
    for scheme in clusters.found:
        (tool,) = {truth[name] for name in scheme.members}
        wrong = [
            letter for letter, (glyph, _) in scheme.letters.items() if glyph != tables[tool][letter]
        ]
        assert not wrong
    assert sum(len(scheme.members) for scheme in clusters.found) > 590


def test_the_order_of_documents_makes_no_difference() -> None:
    dice = random.Random(6)
    tables = [table(dice) for _ in range(5)]
    rows = [(str(at), document(tables[at % 5], 8, dice)) for at in range(100)]
    found = []
    for _ in range(2):
        clusters = Clusters()
        for name, mapping in rows:
            clusters.add(name, mapping)
        clusters.find()
        found.append([one.to_dict() for one in clusters.found])
        dice.shuffle(rows)
    assert found[0] == found[1]


def test_what_everybody_does_makes_no_cluster_of_those_who_differ() -> None:
    clusters = Clusters()
    dice = random.Random(7)
    tables = [table(dice) | dict(zip("aeo", "аео", strict=True)) for _ in range(30)]
    for tool, glyphs in enumerate(tables):
        for copy in range(5):
            clusters.add(f"{tool}.{copy}", document(glyphs, 12, dice))
    clusters.find()
    for scheme in clusters.found:
        assert len({name.partition(".")[0] for name in scheme.members}) == 1


def test_a_document_without_a_scheme_has_none() -> None:
    assert steady({("а", "a"): 3, ("ɑ", "a"): 3, ("α", "a"): 3, ("ο", "o"): 1}) == {}
    assert steady({("\u200b", ""): 9}) == {}
    assert steady({("а", "a"): 9, ("ɑ", "a"): 1}) == {"a": ("а", 9)}
    assert Clusters().found == []


def test_clusters_of_a_corpus_are_listed(tmp_path: Path, out: Path) -> None:
    other = HONEST.translate(str.maketrans("aeoc", "аеос"))
    files.jsonl(tmp_path / "a.jsonl", [DISGUISED, HONEST, other, DISGUISED + "more", other + "!"])
    run_corpus([str(tmp_path)], out, workers=1)
    rows = files.rows(out / "schemes.jsonl")
    path = tmp_path / "a.jsonl"
    assert [row["members"] for row in rows] == [
        [f"{path}:1", f"{path}:4"],
        [f"{path}:3", f"{path}:5"],
    ]
    assert {(glyph, letter) for glyph, letter, _ in rows[1]["substitutions"]} == {
        *(("а", "a"), ("е", "e"), ("о", "o"), ("с", "c")),
    }
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert (summary["schemes"], summary["disguised"]) == (2, 4)
    assert summary["largest_schemes"][0]["documents"] == 2


def test_a_single_letter_is_no_scheme_however_many_share_it() -> None:
    clusters = Clusters()
    for at in range(50):
        clusters.add(str(at), {("i", "і"): at + 1, ("\u200b", ""): 3})
    clusters.find()
    assert clusters.found == []
