"""Quarter turns: which way up a page lies, and a frame turned to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Quad, View

_STANDING = 1.5
"""A box this much higher than wide holds a line of text lying on its side (single characters are about square)."""


def turned(view: View, degrees: int) -> View:
    """The view turned clockwise by 0, 90, 180 or 270 degrees."""
    width, height = view.size
    moves = {
        0: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        90: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }
    size = (width, height) if degrees % 180 == 0 else (height, width)
    return view.moved(np.array(moves[degrees], np.float64), size)


def lies_sideways(quads: Sequence[Quad]) -> bool:
    """Whether most of the text, by length, runs up or down the page."""
    spans = [np.ptp(quad, axis=0) for quad in quads]
    upright = sum(float(w) for w, h in spans if w > _STANDING * h)
    standing = sum(float(h) for w, h in spans if h > _STANDING * w)
    return standing > upright
