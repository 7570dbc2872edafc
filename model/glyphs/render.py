"""Draw a glyph as the eye sees it at reading distance: blurred, on the line, in its size."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

import freetype
import numpy as np
from numpy.typing import NDArray

EM = 64
STEP = 4
WIDTH, HEIGHT = 96, 128
BASELINE = 92
BLUR = 2.2

Image: TypeAlias = NDArray[np.float32]


def _kernel(size: int) -> Image:
    """Blur and take every ``STEP``-th sample, as one matrix (samples × size)."""
    centres = np.arange(STEP // 2, size, STEP)[:, None]
    weights = np.exp(-((np.arange(size)[None, :] - centres) ** 2) / (2 * BLUR**2))
    return (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)


_ROWS, _COLUMNS = _kernel(HEIGHT), _kernel(WIDTH)
SHAPE = (_ROWS.shape[0], _COLUMNS.shape[0])


class Font:
    """One font file at any size."""

    def __init__(self, path: Path) -> None:
        """Open the file; ``characters`` are those that it draws."""
        self._face = freetype.Face(str(path))
        self.characters = frozenset(chr(code) for code, _ in self._face.get_chars())

    def draw(self, chars: Iterable[str], scale: float = 1.0) -> Image:
        """Images of ``chars``, the ink centred across and kept at its height over the line."""
        return np.stack([_ROWS @ ink @ _COLUMNS.T for ink in self.ink(chars, scale)])

    def ink(self, chars: Iterable[str], scale: float = 1.0) -> Image:
        """The same before blur and sampling."""
        self._face.set_pixel_sizes(0, round(EM * scale))
        return np.stack([self._ink(char) for char in chars])

    def _ink(self, char: str) -> Image:
        flags = freetype.FT_LOAD_RENDER | freetype.FT_LOAD_NO_HINTING | freetype.FT_LOAD_NO_BITMAP
        self._face.load_char(char, flags)
        slot = self._face.glyph
        bitmap = slot.bitmap
        canvas = np.zeros((HEIGHT, WIDTH), np.float32)
        if bitmap.rows and bitmap.width:
            ink = np.array(bitmap.buffer, np.uint8).reshape(bitmap.rows, bitmap.pitch)[
                :, : bitmap.width
            ]
            columns = np.flatnonzero(ink.any(axis=0))
            if len(columns):
                ink = ink[:, columns[0] : columns[-1] + 1]
                _paste(canvas, ink, BASELINE - slot.bitmap_top)
        return canvas


def _paste(canvas: Image, ink: NDArray[np.uint8], top: int) -> None:
    left = (WIDTH - ink.shape[1]) // 2
    rows = slice(max(top, 0), max(min(top + ink.shape[0], HEIGHT), 0))
    columns = slice(max(left, 0), min(left + ink.shape[1], WIDTH))
    part = ink[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    canvas[rows, columns] = part[: rows.stop - rows.start] / np.float32(255)
