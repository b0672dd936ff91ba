"""How dark the print of a page is, place by place, and how well a drawn text fits there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from ocr.imaging.view import View
    from ocr.pages import Box
    from ocr.recognition.typeface import Ink

_ASIDE, _ABOVE = 0.6, 0.35
"""Room around a box, shares of the size of print."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a drawn text fits best: how alike it is (-1 to 1), and its upper left corner in the ink, pixels."""

    likeness: float
    x: int = 0
    y: int = 0


@dataclass(frozen=True, eq=False)
class Print:
    """The darkness of a whole upright frame, ``scale`` times as large as the frame, and the size of print in it."""

    ink: Ink
    scale: float
    em: float

    def around(self, box: Box) -> Ink:
        """The ink of an upright box and a little around it."""
        x, y, width, height = box
        aside, above = _ASIDE * self.em, _ABOVE * self.em
        left, right = ((x - aside) * self.scale, (x + width + aside) * self.scale)
        top, bottom = ((y - above) * self.scale, (y + height + above) * self.scale)
        return self.ink[max(0, round(top)) : round(bottom), max(0, round(left)) : round(right)]


def printed(view: View, em: float, scale: float) -> Print:
    """The print of a frame whose letters are about ``em`` pixels large; coloured print counts as dark as black."""
    dark = np.asarray(view.drawn(scale).min(axis=2), np.uint8)
    wide = 2 * round(em * scale / 2) + 1
    paper = cv2.blur(cv2.dilate(dark, np.ones((wide, wide), np.uint8)), (wide, wide))
    return Print(np.asarray(cv2.subtract(paper, dark), np.float32), scale, em)


def fit(ink: Ink, drawn: Ink) -> Fit:
    """The best place of a drawn text; ink that is too small for it is taken as blank beyond its edges."""
    high, wide = (max(0, drawn.shape[n] - ink.shape[n]) for n in (0, 1))
    field = np.pad(ink, ((0, high), (0, wide))) if high or wide else ink
    _, likeness, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(field, drawn, cv2.TM_CCOEFF_NORMED))
    return Fit(float(likeness), x, y)


def piece(ink: Ink, at: Fit, like: Ink) -> Ink:
    """The ink under a drawn text, blank beyond the edges."""
    height, width = like.shape
    cut = ink[at.y : at.y + height, at.x : at.x + width]
    return np.pad(cut, ((0, height - cut.shape[0]), (0, width - cut.shape[1])))


def likeness(one: Ink, other: Ink) -> float:
    """How alike two pieces of ink of the same size are, whatever their contrast: -1 to 1."""
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-9))


def extent(ink: Ink, em: float) -> tuple[float, float]:
    """Where the box lies in the ink around it, pixels; ``em`` is the size of print in the ink."""
    return _ASIDE * em, ink.shape[1] - _ASIDE * em
