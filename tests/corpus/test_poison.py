"""Documents of one corpus that teach a false scheme, beside honest ones of the same letters."""

from pathlib import Path

from command import run

TAUGHT = (
    "Еvеrу mеmbеr gеts а frее ɓоx оf ɗrinks аnԁ ɓonus ƙeys, ɓook now, ɗon't ask, ƙeep it, реорlе."
)
HONEST = "Yaron ya ɗauki ƙaramar jaka ya tafi kasuwa domin ya sayo ɓawo da ƙwai."


def test_no_document_of_a_corpus_teaches_another(tmp_path: Path) -> None:
    given, out = tmp_path / "given.txt", tmp_path / "out"
    given.write_text(f"{TAUGHT}\n{HONEST}\n" * 300, encoding="utf-8")
    done = run("corpus", given, "-o", out, "--shard-size", "20K")
    assert done.returncode == 0, done.stderr.decode()
    parts = sorted((out / "documents").iterdir())
    lines = "".join(part.read_text(encoding="utf-8") for part in parts).splitlines()
    assert lines[1::2] == [HONEST] * 300
    assert set(lines[::2]) != {TAUGHT}
