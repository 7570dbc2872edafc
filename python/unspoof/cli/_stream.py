"""A file of any length restored in bounded memory, block by block."""

from collections.abc import Callable

from unspoof.cli import _output, _progress
from unspoof.cli._blocks import blocks
from unspoof.cli._input import Source, without_bom


def restore(source: Source, out: str | None, restored: Callable[[str], str], size: int) -> bool:
    """Writes a source as it was meant, each block read by itself; whether any was disguised.

    `restored` gives back the very text that it was given where nothing was disguised.
    """
    disguised = False
    length = _progress.total(source.stat)
    to_stdout = out is None or out == "-"
    with (
        _output.opened(source.stat, out) as write,
        _progress.shown(length, size + size // 2, to_stdout) as at,
    ):
        for offset, data in blocks(source.read, size):
            if offset:
                at(offset)
            text = source.decode(data, offset)
            bom = ""
            if not offset:
                bom, text = without_bom(text)
            meant = restored(text)
            disguised |= meant is not text
            write(bom + meant)
    return disguised
