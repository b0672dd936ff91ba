"""Texts set in type, and what of them is cut out as a line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from tools.soft_print.chances import happens
from tools.soft_print.faces import EM

if TYPE_CHECKING:
    from random import Random

    from numpy.typing import NDArray

    from tools.soft_print.faces import Case

    Ink = NDArray[np.float32]

_TRACE = 0.1
"""Ink from which a column counts as printed."""

_GAPS = (0, 0, 0, 0, 0, 0, 1, 2, -1, 4)
"""Pixels between letters; what stands twice is likelier."""

_SMALL, _LARGE = (8, 13), (13, 42)
"""Pixels an em of soft print and of any other."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it was set.

    Attributes:
        ink: how black each pixel is, 0 to 1; three em high, the baseline at two.
        left: first column with ink.
        right: first column behind the ink.
        value: column where what follows a colon begins; 0 when nothing does.
    """

    ink: Ink
    left: int
    right: int
    value: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What is cut out of a setting, in its pixels.

    Attributes:
        left: first column.
        right: last column.
        top: first row.
        high: rows.
        em: pixels an em that it is shrunk or grown to.
        stretch: how much wider letters get besides.
    """

    left: float
    right: float
    top: float
    high: float
    em: float
    stretch: float


def laid(text: str, faces: Case, rng: Random) -> Setting | None:
    """The text set in a pair of faces, close or wide; none when no face has its signs or nothing is seen."""
    pair = faces.pair(text, rng)
    if pair is None:
        return None
    gap = rng.choice(_GAPS)
    fonts = [pair[sign.isascii()].font for sign in text]
    at = np.cumsum([EM, *(font.getlength(sign) + gap for font, sign in zip(fonts, text, strict=True))])
    page = Image.new("L", (int(at[-1]) + EM, 3 * EM))
    draw = ImageDraw.Draw(page)
    for sign, font, left in zip(text, fonts, at, strict=False):
        draw.text((float(left), 2 * EM), sign, fill=255, font=font, anchor="ls")
    ink = np.asarray(page, np.float32) / np.float32(255)
    columns = np.flatnonzero(ink.max(axis=0) > _TRACE)
    colon = next((index for index, sign in enumerate(text[:-1], 1) if sign in "：:"), 0)
    value = float(at[colon]) if colon else 0.0
    return Setting(ink, int(columns[0]), int(columns[-1]) + 1, value) if len(columns) else None


def framed(setting: Setting, rng: Random, *, soft: bool) -> Frame:
    """What detection and its margins would cut: mostly tight, sometimes with the lines above and below."""
    em = math.exp(rng.uniform(*map(math.log, _SMALL if soft else _LARGE)))
    high = EM * (rng.uniform(1.3, 2.1) if happens(rng, "tight") else rng.uniform(2, 2.8))
    middle = (2 - 0.36 + rng.gauss(0, 0.07)) * EM
    left, right = setting.left - EM * rng.uniform(0.1, 0.65), setting.right + EM * rng.uniform(0.1, 0.65)
    stretch = rng.uniform(0.85, 1.15) if happens(rng, "stretched") else 1.0
    return Frame(left, right, middle - high / 2, high, em, stretch)
