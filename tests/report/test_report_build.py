"""What `unspoof.report` takes and gives."""

import datetime
import doctest
import hashlib
import subprocess
import sys
from types import FunctionType

import pytest

from reports import DATE, READER, made
from samples import DISGUISED
from unspoof import report


def test_the_example_runs() -> None:
    assert doctest.testmod(report).attempted > 5
    assert doctest.testmod(report).failed == 0


def test_a_report_needs_a_text_and_a_date_with_a_zone() -> None:
    with pytest.raises(ValueError, match="a text or more"):
        report.build([], READER, generated=DATE)
    source = report.Source("a", READER.read("a"))
    with pytest.raises(ValueError, match="time zone"):
        report.build([source], READER, generated=datetime.datetime(2026, 11, 28))


def test_the_bytes_are_those_given_or_the_text_as_utf8() -> None:
    reading = READER.read(DISGUISED)
    data = DISGUISED.encode("utf-16")
    for source, expected in (
        (report.Source("a", reading, data), data),
        (report.Source("a", reading), DISGUISED.encode()),
    ):
        (document,) = report.build([source], READER, generated=DATE).documents
        assert document.sha256 == hashlib.sha256(expected).hexdigest()
        assert document.size == len(expected)


def test_a_format_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no format 'pdf'; there are html, json, sarif, markdown"):
        report.render(made("a"), "pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize("as_format", report.FORMATS)
def test_every_format_ends_with_one_newline(as_format: report.Format) -> None:
    text = report.render(made(DISGUISED, "plain"), as_format)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_without_jinja_only_html_is_missing_and_says_what_to_install() -> None:
    script = """
import sys
from types import FunctionType
sys.modules["jinja2"] = None
import datetime, unspoof
from unspoof import report
reader = unspoof.Reader()
date = datetime.datetime.now(datetime.timezone.utc)
made = report.build([report.Source("a", reader.read("a"))], reader, generated=date)
for name in ("json", "sarif", "markdown"):
    report.render(made, name)
try:
    report.render(made)
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode() == (
        "an HTML report needs Jinja2: install it with pip install 'unspoof[report]'\n"
    )


def test_importing_the_package_imports_no_report() -> None:
    script = "import sys, unspoof; print([m for m in sys.modules if 'jinja' in m or 'report' in m])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def test_public_names_are_documented() -> None:
    for name in report.__all__:
        thing = getattr(report, name)
        if isinstance(thing, type | FunctionType):
            assert thing.__doc__
    assert sorted(report.__all__) == sorted(set(report.__all__))
