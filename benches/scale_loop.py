"""The loop that one would write without `unspoof corpus`: Parquet in, restored, Parquet out.

What benches/scale.py puts beside the command: benches/scale_loop.py FOLDER THREADS FILE...
With 0 threads nothing is read of the texts, which are only copied: what Parquet itself takes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from unspoof import Reader


def restore(source: Path, target: Path, reader: Reader, threads: int) -> None:
    """One file, a row group at a time."""
    file: Any = pq.ParquetFile(source)
    at = file.schema_arrow.get_field_index("text")
    with pq.ParquetWriter(target, file.schema_arrow, compression="zstd") as writer:
        for group in range(file.num_row_groups):
            table = file.read_row_group(group)
            if threads:
                restored = reader.restore_arrow(table.column(at), threads=threads)
                table = table.set_column(at, "text", restored)
            writer.write_table(table)


def main() -> None:
    """All files, one after the other."""
    folder, threads, *files = sys.argv[1:]
    pa.set_cpu_count(max(1, int(threads)))
    reader = Reader()
    for file in map(Path, files):
        restore(file, Path(folder) / file.name, reader, int(threads))


if __name__ == "__main__":
    main()
