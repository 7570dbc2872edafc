"""A run from its inputs to its results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from unspoof.corpus import _engine, _manifest, _page, _progress, _summary
from unspoof.corpus._errors import CorpusError
from unspoof.corpus._formats import output_format
from unspoof.corpus._inputs import find
from unspoof.corpus._layout import Layout
from unspoof.corpus._options import Options
from unspoof.corpus._shards import cores, plan
from unspoof.corpus._summary import Summary
from unspoof.corpus._work import Outcome, Work


def run(
    inputs: Iterable[str],
    out: str | Path,
    options: Options | None = None,
    *,
    workers: int | None = None,
    engine: _engine.Engine = _engine.local,
    overwrite: bool = False,
) -> Summary:
    """Reads a corpus and writes it to the folder `out` as the options say; gives what was found.

    `inputs` are paths, folders, globs and fsspec URLs. With `workers` (by default as many as this
    process may use cores), which make no difference to what is written. A folder that a run with
    the same inputs, options and version has begun is gone on with. Raises CorpusError where the run
    cannot start or go on, MissingExtra where a library is not installed, ValueError for a language
    that there is none of.
    """
    options = options or Options()
    options.reader()
    workers = workers or cores()
    files = find(inputs)
    for file in files:
        output_format(file, options)
    layout = Layout(Path(out))
    with _manifest.locked(layout):
        _manifest.begin(layout, files, options, overwrite)
        jobs = plan(files, options)
        sizes = [file.size for file in files]
        total = None if None in sizes else sum(size or 0 for size in sizes)
        # Where there are fewer jobs than workers, each reads with more than one.
        work = Work(layout.out, options, max(1, workers // max(1, len(jobs))))
        with _progress.shown(layout, total):
            unread = _done(engine(work, jobs, workers))
        summary = _summary.write(layout, jobs, unread)
        _page.write(layout, summary)
    return summary


def _done(outcomes: Iterator[Outcome]) -> list[str]:
    """Waits for the jobs; why some files could not be read. CorpusError for what ends a run."""
    unread = set()
    for outcome in outcomes:
        if outcome.error is not None and outcome.is_final:
            raise CorpusError(outcome.error)
        if outcome.error is not None:
            unread.add(outcome.error)
    return sorted(unread)
