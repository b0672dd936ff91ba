"""Small tilts: measured on the text boxes, removed by one resampling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Quad, View

_LINE = 4.0
"""Width to height from which a box tells the tilt of its line."""

_LIMIT = 20.0
"""Degrees beyond which a slope belongs to a stamp or a stray box, not to the page."""

STILL = 0.1
"""Degrees of tilt not worth a resampling: 3 pixels over an A4 width at 200 dpi."""


def tilt(quads: Sequence[Quad]) -> float:
    """The page's tilt in degrees, clockwise positive: the median slope of the text lines, weighted by their length."""
    slopes, weights = [], []
    for quad in quads:
        along = (quad[1] + quad[2] - quad[0] - quad[3]) / 2
        down = (quad[2] + quad[3] - quad[0] - quad[1]) / 2
        length, slope = float(np.hypot(*along)), float(np.degrees(np.arctan2(along[1], along[0])))
        if length > _LINE * float(np.hypot(*down)) and abs(slope) < _LIMIT:
            slopes.append(slope)
            weights.append(length)
    return _weighted_median(slopes, weights) if slopes else 0.0


def levelled(view: View, degrees: float) -> View:
    """The view with a clockwise tilt of ``degrees`` taken out, on a canvas that loses no corner."""
    width, height = view.size
    angle = np.radians(-degrees)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    wide = round(width * cos + height * abs(sin))
    high = round(height * cos + width * abs(sin))
    shift_x = wide / 2 - cos * width / 2 + sin * height / 2
    shift_y = high / 2 - sin * width / 2 - cos * height / 2
    return view.moved(np.array([[cos, -sin, shift_x], [sin, cos, shift_y], [0, 0, 1]], np.float64), (wide, high))


def _weighted_median(values: list[float], weights: list[float]) -> float:
    order = np.argsort(values)
    heaped = np.cumsum(np.asarray(weights)[order])
    return float(np.asarray(values)[order][int(np.searchsorted(heaped, heaped[-1] / 2))])
