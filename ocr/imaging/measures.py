"""What one word of a page looks like: how high, how dark, how sharp."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

if TYPE_CHECKING:
    from ocr.imaging.view import Grey, View
    from ocr.pages import Box

_STROKE = 4
"""Pixels of width and height under which a box shows no print to measure."""

_ENOUGH = 8
"""Heights of a line, along it, that are measured."""

_EDGE_BLUR = 0.4
"""Width of a blurred edge, pixels, times its steepest step as a share of the whole."""


class Measured(NamedTuple):
    """Height of the line in pixels, levels between print and paper, level of the paper, softness of the print.

    Softness is the width of the print's edges as a share of its height: crisp print has 0.02, read well up to 0.04.
    """

    height: float
    contrast: float
    paper: float
    softness: float


def measured(view: View, box: Box) -> Measured | None:
    """What a text box of an upright frame looks like; None where it shows no print."""
    x, y, width, height = box
    piece = view.grey[max(0, y) : max(0, y + height), max(0, x) : max(0, x + min(width, _ENOUGH * height))]
    if min(piece.shape) < _STROKE:
        return None
    dark, light = _level(piece, 0.03), _level(piece, 0.9)
    steps = np.asarray(cv2.absdiff(piece[:, 1:], piece[:, :-1]), np.uint8)
    sharp = max(_level(steps, 0.98) / max(light - dark, 1.0), 0.01)
    return Measured(float(height), light - dark, light, _EDGE_BLUR / (sharp * height))


def _level(levels: Grey, share: float) -> float:
    """The level that a share of the pixels stays below."""
    heaped = np.cumsum(np.bincount(levels.ravel(), minlength=256))
    return float(np.searchsorted(heaped, share * levels.size))
