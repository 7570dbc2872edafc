"""Build the table of what a disguised glyph may be read as (offline; never shipped).

Run ``python -m model.glyphs`` from the project's root; see ``README.md`` in this folder.
"""

import os

# One thread: sums in one order, so that the measure comes out the same every time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
