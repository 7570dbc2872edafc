"""Deduplicates a corpus with disguised copies in it by datatrove's MinHash, before and after.

Needs: pip install 'unspoof[datatrove,spacy]' orjson
"""

import tempfile
from pathlib import Path

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.dedup import (
    MinhashDedupBuckets,
    MinhashDedupCluster,
    MinhashDedupFilter,
    MinhashDedupSignature,
)
from datatrove.pipeline.writers import JsonlWriter

import unspoof
from unspoof.engines.datatrove import Restore

PLACES = ["harbour", "market", "library", "station", "museum", "airport", "stadium", "hospital"]
PAGE = """The {0} will stay closed until Thursday, said the council, since water has come into the
cellars of the {0} again. Volunteers carried chairs, files and two old clocks up the stairs of the
{0}, while engineers looked for the leak. Nobody knows yet what the repair of the {0} may cost, and
who is going to pay for it. A public meeting in front of the {0} has been called for next Friday."""
KINDS = ["lookalike", "faux", "zero_width", "stylised"]


def corpus() -> list[Document]:
    """A page for each place, and four copies of each, every one in another disguise."""
    pages = [PAGE.replace("{0}", place) + f"\n{place.upper()} NEWS" * 9 for place in PLACES]
    copies = [
        unspoof.obfuscate(page, kind, 0.4, seed).text
        for seed, page in enumerate(pages)
        for kind in KINDS
    ]
    return [Document(text, str(n)) for n, text in enumerate(pages + copies)]


def kept(steps: list[PipelineStep]) -> int:
    """How many documents MinHash keeps, after these steps."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages, signatures, buckets, removed, out = (
            str(folder / part) for part in ("pages", "signatures", "buckets", "removed", "out")
        )
        stages = [
            [corpus(), *steps, JsonlWriter(pages), MinhashDedupSignature(signatures)],
            [MinhashDedupBuckets(signatures, buckets)],
            [MinhashDedupCluster(buckets, removed)],
            [corpus(), MinhashDedupFilter(removed), JsonlWriter(out, compression=None)],
        ]
        for number, stage in enumerate(stages):
            tasks = 14 if number == 1 else 1  # one for each bucket
            logs = str(folder / "logs" / str(number))
            LocalPipelineExecutor(stage, tasks=tasks, workers=1, logging_dir=logs).run()
        return sum(len(path.read_text("utf-8").splitlines()) for path in Path(out).iterdir())


def main() -> None:
    """Prints how many documents are left."""
    total = len(corpus())
    print(f"{total} documents, {len(PLACES)} of them original")
    print(f"as they are: {kept([])} kept")
    print(f"restored first: {kept([Restore()])} kept")


if __name__ == "__main__":
    main()
