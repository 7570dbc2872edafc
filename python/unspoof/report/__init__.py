"""Reports on texts that were read: for editors, teachers and investigators to hand on.

`build` gathers what is to be told, and `render` tells it as HTML, JSON, SARIF or Markdown. Both are
pure: no file is read or written, and no clock is asked.

>>> import datetime
>>> import unspoof.report
>>> reader = unspoof.Reader()
>>> source = unspoof.report.Source("note.txt", reader.read("Rɑмos ιs ιn tɑlкs"))
>>> today = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=datetime.timezone.utc)
>>> made = unspoof.report.build([source], reader, generated=today)
>>> made.documents[0].verdict
'6 of 14 letters are look-alikes, all from one table of 4.'
>>> unspoof.report.render(made, "markdown").splitlines()[0]
'# Report on disguised text'
"""

from typing import Literal, get_args

from unspoof.report._model import Document, Report, Source, build

Format = Literal["html", "json", "sarif", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Document", "Format", "Report", "Source", "build", "render"]


def render(report: Report, format: Format = "html") -> str:  # noqa: A002 - as the option's name
    """The report as one text in this format, which ends with a newline.

    HTML is one page that loads nothing and runs nothing. JSON is described by `schema.json` beside
    this file. HTML needs Jinja2: ImportError where it is not installed. ValueError for a format
    that there is not.
    """
    if format == "html":
        from unspoof.report import _html

        return _html.render(report)
    if format == "json":
        from unspoof.report import _json

        return _json.render(report)
    if format == "sarif":
        from unspoof.report import _sarif

        return _sarif.render(report)
    if format == "markdown":
        from unspoof.report import _markdown

        return _markdown.render(report)
    raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
