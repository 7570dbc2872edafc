"""Which fonts are rendered, in which class: shapes are compared within a class only."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from .sources import FONT_ROOT

_TRUETYPE = FONT_ROOT / "truetype"


class FontClass(NamedTuple):
    """Fonts that are compared: all letters of ``targets`` with all glyphs of ``sources``."""

    name: str
    targets: tuple[Path, ...]
    sources: tuple[Path, ...]


def _noto(prefix: str) -> list[Path]:
    """The upright regular weight of every Noto family of this prefix."""
    pattern = re.compile(prefix + r"(?!Mono|Display)\w*-Regular\.ttf")
    return [path for path in sorted((_TRUETYPE / "noto").iterdir()) if pattern.fullmatch(path.name)]


def _named(folder: str, *names: str) -> list[Path]:
    return [_TRUETYPE / folder / name for name in names]


def classes() -> tuple[FontClass, ...]:
    """Sans, serif, mono and bitmap fonts; italics are targets too (italic т is an m)."""
    sans = _named("dejavu", "DejaVuSans.ttf") + _named("freefont", "FreeSans.ttf")
    serif = _named("dejavu", "DejaVuSerif.ttf") + _named("freefont", "FreeSerif.ttf")
    mono = _named("dejavu", "DejaVuSansMono.ttf") + _named("freefont", "FreeMono.ttf")
    unifont = [
        FONT_ROOT / "opentype/unifont" / name for name in ("unifont.otf", "unifont_upper.otf")
    ]
    noto = {
        kind: _named("noto", f"Noto{kind}-Regular.ttf", f"Noto{kind}-Italic.ttf")
        for kind in ("Sans", "Serif")
    }
    symbols = _named("ancient-scripts", "Symbola_hint.ttf")
    return (
        FontClass("sans", (*noto["Sans"], *sans), (*_noto("NotoSans"), *sans, *symbols)),
        FontClass(
            "serif",
            (*noto["Serif"], *serif, *_named("freefont", "FreeSerifItalic.ttf")),
            (*_noto("NotoSerif"), *serif, *symbols),
        ),
        FontClass("mono", tuple(mono), tuple(mono)),
        FontClass("bitmap", tuple(unifont[:1]), tuple(unifont)),
    )


def used() -> list[Path]:
    """Every font file that the build reads."""
    return sorted({path for kind in classes() for path in (*kind.targets, *kind.sources)})
