"""Measures of likeness from the literature, compared on Unicode's confusables.

Run ``python -m model.glyphs.measures``. None but the first has a part in the build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from . import evaluate
from .alphabet import LETTERS
from .confusables import alike
from .fonts import FontClass, classes
from .render import HEIGHT, WIDTH, Font, Image
from .similarity import LIFTS, SCALES

# Vectors of the glyphs and of the letters' drawings, whose product is the likeness.
Measure = Callable[[Image, Image, list[int]], Image]


def _unit(rows: Image) -> Image:
    norm = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norm > 1e-6, norm, np.inf)


def _smooth(images: Image, blur: float, step: int) -> Image:
    def kernel(size: int) -> Image:
        centres = np.arange(step // 2, size, step)[:, None]
        weights = np.exp(-((np.arange(size)[None, :] - centres) ** 2) / (2 * blur**2))
        return (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)

    return kernel(HEIGHT) @ images @ kernel(WIDTH).T


def pixels(blur: float, step: int = 4) -> Measure:
    """Cosine of the blurred pictures, half the mean ink taken away: what the build uses."""

    def vectors(images: Image) -> Image:
        flat = _smooth(images, blur, step).reshape(len(images), -1)
        return _unit(flat - 0.5 * flat.mean(axis=1, keepdims=True))

    return lambda glyphs, drawn, _: vectors(glyphs) @ vectors(drawn).T


def structure(blur: float, window: int, step: int = 2) -> Measure:
    """SSIM (Wang, Bovik, Sheikh and Simoncelli 2004), mean over windows that hold any ink."""

    def compare(glyphs: Image, drawn: Image, _: list[int]) -> Image:
        one, two = _smooth(glyphs, blur, step), _smooth(drawn, blur, step)
        total = np.zeros((len(one), len(two)), np.float32)
        weights = np.zeros_like(total)
        for top in range(0, one.shape[1] - window + 1, window // 2):
            for left in range(0, one.shape[2] - window + 1, window // 2):
                part = np.s_[:, top : top + window, left : left + window]
                x, y = one[part].reshape(len(one), -1), two[part].reshape(len(two), -1)
                mx, my = x.mean(1)[:, None], y.mean(1)[None, :]
                vx, vy = x.var(1)[:, None], y.var(1)[None, :]
                both = x @ y.T / x.shape[1] - mx * my
                score = (2 * mx * my + 1e-4) / (mx**2 + my**2 + 1e-4)
                score *= (2 * both + 9e-4) / (vx + vy + 9e-4)
                ink = ((mx > 0.01) | (my > 0.01)).astype(np.float32)
                total += score * ink
                weights += ink
        return total / np.maximum(weights, 1)

    return compare


def _gradients(images: Image, cell: int, blur: float) -> Image:
    smooth = _smooth(images, blur, 1)
    down, across = np.gradient(smooth, axis=(1, 2))
    size, angle = np.hypot(down, across), np.arctan2(down, across) % np.pi
    bins = np.minimum((angle / np.pi * 9).astype(int), 8)
    rows, columns = HEIGHT // cell, WIDTH // cell
    found = np.zeros((len(images), rows, columns, 9), np.float32)
    for at in range(9):
        part = np.where(bins == at, size, 0).reshape(len(images), rows, cell, columns, cell)
        found[..., at] = part.sum(axis=(2, 4))
    return _unit(np.sqrt(found).reshape(len(images), -1))


def gradients(cell: int, blur: float = 1.5) -> Measure:
    """Cosine of histograms of oriented gradients (Dalal and Triggs 2005), nine directions."""
    return lambda glyphs, drawn, _: _gradients(glyphs, cell, blur) @ _gradients(drawn, cell, blur).T


def embedding(dimensions: int, blur: float = 2.2) -> Measure:
    """Linear discriminants learned from the letters as several fonts draw them (Fisher 1936)."""

    def compare(glyphs: Image, drawn: Image, owners: list[int]) -> Image:
        def flat(images: Image) -> Image:
            return _smooth(images, blur, 4).reshape(len(images), -1)

        x, owner = flat(drawn), np.asarray(owners)
        mean = x.mean(0)
        _, scale, axes = np.linalg.svd(x - mean, full_matrices=False)
        axes = axes[:160].T
        z = (x - mean) @ axes
        means = np.stack([z[owner == at].mean(0) for at in np.unique(owner)])
        place = np.searchsorted(np.unique(owner), owner)
        inside = np.cov((z - means[place]).T) + 1e-2 * np.eye(z.shape[1]) * scale[0] ** 2 / len(z)
        values, vectors = np.linalg.eigh(inside)
        whiten = vectors / np.sqrt(values)
        _, _, best = np.linalg.svd(means @ whiten - (means @ whiten).mean(0), full_matrices=False)
        project = axes @ whiten @ best[:dimensions].T
        return _unit((flat(glyphs) - mean) @ project) @ _unit((x - mean) @ project).T

    return compare


MEASURES: dict[str, Measure] = {
    "pixels, blur 1.5": pixels(1.5),
    "pixels, blur 2.2": pixels(2.2),
    "pixels, blur 3.0": pixels(3.0),
    "pixels, blur 4.0": pixels(4.0),
    "SSIM, blur 1.5, window 16 px": structure(1.5, 8),
    "SSIM, blur 2.2, window 16 px": structure(2.2, 8),
    "SSIM, blur 3.0, window 32 px": structure(3.0, 16),
    "gradients, cell 8 px": gradients(8),
    "gradients, cell 16 px": gradients(16),
    "gradients, cell 16 px, blur 3": gradients(16, 3.0),
    "discriminants, 40": embedding(40),
    "discriminants, 80": embedding(80),
}


def _lifted(images: Image, lift: int) -> Image:
    return np.roll(images, 4 * lift, axis=1)


def _drawings(font_class: FontClass, letters: list[str]) -> tuple[Image, list[int], Image]:
    """The letters in every target font, size and height, whose letter each is, and its price."""
    images, owners, prices = [], [], []
    for path in font_class.targets:
        font = Font(path)
        present = [at for at, letter in enumerate(letters) if letter in font.characters]
        for scale, price in SCALES.items():
            drawn = font.ink([letters[at] for at in present], scale)
            for lift, further in LIFTS.items():
                images.append(_lifted(drawn, lift))
                owners += present
                prices += [price * further] * len(present)
    order = np.argsort(owners, kind="stable")
    return (
        np.concatenate(images)[order],
        [owners[at] for at in order],
        np.array(prices, np.float32)[order],
    )


def _probes(font_class: FontClass) -> Iterator[tuple[Path, list[str]]]:
    for path in font_class.sources:
        if path.stem in evaluate.PROBES:
            drawn = Font(path).characters
            yield path, sorted(c for c in drawn if c not in LETTERS and set(alike(c)) & LETTERS)


def likenesses(measure: Measure) -> Iterator[tuple[str, Image]]:
    """Every known confusable of the probe fonts with its likeness to each letter."""
    letters = sorted(LETTERS)
    for font_class in classes()[:2]:
        drawn, owners, prices = _drawings(font_class, letters)
        starts = np.searchsorted(owners, np.arange(len(letters)))
        for path, chars in _probes(font_class):
            for at in range(0, len(chars), 256):
                chunk = chars[at : at + 256]
                rows = measure(Font(path).ink(chunk), drawn, owners) * prices
                yield from zip(chunk, np.maximum.reduceat(rows, starts, axis=1), strict=True)


def main() -> None:
    """Print one line for each measure."""
    held: dict[str, list[tuple[str, Image]]] = {}
    same: set[int] | None = None
    for name, measure in MEASURES.items():
        rows = list(likenesses(measure))
        held[name] = rows
        if same is None:
            same = evaluate.drawn_alike(rows)
        print(name, evaluate.quality(rows, same), flush=True)


if __name__ == "__main__":
    main()
