"""Text boxes cut out of a page, each straightened to its own line."""

from __future__ import annotations

from math import dist, hypot
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels, Quad
    from ocr.pages import Box

_STANDING = 1.5

_MARGIN = 0.1
"""Share of the line's height taken along on every side: detectors draw small print too tight."""


def quad_size(quad: Quad) -> tuple[float, float]:
    """Length and height of a text box along its own line, pixels."""
    top_left, top_right, bottom_right, bottom_left = quad.tolist()
    along = max(dist(top_left, top_right), dist(bottom_left, bottom_right))
    return along, max(dist(top_left, bottom_left), dist(top_right, bottom_right))


def level_box(quad: Quad) -> Box:
    """The level box of the same size and centre as a nearly level text box."""
    (x, y), (width, height) = quad.mean(axis=0), quad_size(quad)
    return round(x - width / 2), round(y - height / 2), max(1, round(width)), max(1, round(height))


def crop(pixels: Pixels, quad: Quad) -> Pixels:
    """The text box as a level picture; a box that stands upright (vertical text) is laid on its side."""
    roomy = _widened(quad)
    width, height = (max(1, round(side)) for side in quad_size(roomy))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(roomy.astype(np.float32), corners)
    cut = cv2.warpPerspective(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.rot90(cut) if height >= _STANDING * width else cut, np.uint8)


def _widened(quad: Quad) -> Quad:
    along, down = quad[1] - quad[0], quad[3] - quad[0]
    length, height = hypot(*along.tolist()) or 1.0, hypot(*down.tolist()) or 1.0
    margin = _MARGIN * min(length, height)
    right, below = along / length * margin, down / height * margin
    return np.asarray(quad + np.array([-right - below, right - below, right + below, below - right]), np.float64)
