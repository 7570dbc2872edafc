"""Whole corpora: files of documents in, restored, annotated or sorted documents out.

Needs the extra `corpus`. All reading is the Reader's; here are files, workers, and what is needed
to stop at any moment and go on.
"""

from unspoof.corpus._engine import Engine, local
from unspoof.corpus._errors import CorpusError, MissingExtra
from unspoof.corpus._options import FORMATS, MODES, Options
from unspoof.corpus._run import run
from unspoof.corpus._shards import Job
from unspoof.corpus._summary import Summary
from unspoof.corpus._work import Outcome

__all__ = [
    "FORMATS",
    "MODES",
    "CorpusError",
    "Engine",
    "Job",
    "MissingExtra",
    "Options",
    "Outcome",
    "Summary",
    "local",
    "run",
]
