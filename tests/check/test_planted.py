"""What "Trojan Source" describes, planted in five languages, is found where it is."""

from collections import Counter
from pathlib import Path

import pytest

from check.planted_files import PLANTED, expanded
from unspoof.check import check


def test_every_attack_is_there_in_five_languages() -> None:
    attacks = Counter(path.name.split(".")[0] for path in PLANTED)
    names = ("early_return", "stretched_string", "commenting_out")
    assert attacks == dict.fromkeys([*names, "homoglyph_function", "invisible_function"], 5)
    assert {path.name.split(".")[1] for path in PLANTED} == {"py", "c", "rs", "js", "go"}


@pytest.mark.parametrize("template", PLANTED, ids=lambda path: path.stem)
def test_it_is_found_at_its_line_and_column_and_nothing_else_is(
    template: Path, tmp_path: Path
) -> None:
    program, places = expanded(template.read_text(encoding="utf-8"))
    path = tmp_path / template.stem
    path.write_text(program, encoding="utf-8", newline="")
    found = [
        (finding.rule, finding.region.line, finding.region.column)
        for finding in check([str(path)]).findings
        if finding.region is not None
    ]
    assert found == sorted(places, key=lambda place: (place[1:], place[0]))
    assert places


@pytest.mark.parametrize("template", PLANTED, ids=lambda path: path.stem)
def test_lines_that_end_with_a_carriage_return_change_nothing(
    template: Path, tmp_path: Path
) -> None:
    program, places = expanded(template.read_text(encoding="utf-8"))
    path = tmp_path / template.stem
    path.write_text(program.replace("\n", "\r\n"), encoding="utf-8", newline="")
    found = {finding.region.line for finding in check([str(path)]).findings if finding.region}
    assert found == {line for _, line, _ in places}
