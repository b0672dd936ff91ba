"""An image together with the way back to the page as filed.

Coordinates are continuous: (0, 0) is the outer corner of the first pixel, (width, height) that of the last. Each step
that moves pixels multiplies its own matrix in, so that any box found later can be shown on the filed page exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ocr.pages import Affine

Pixels = NDArray[np.uint8]
"""height x width x 3, blue-green-red."""

Matrix = NDArray[np.float64]
"""3 x 3, homogeneous."""

Quad = NDArray[np.float64]
"""4 x 2: the corners of a text box or sheet, clockwise from its top left."""

_HALF = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]], np.float64)
_UNHALF = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]], np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Pixels, and the matrix from their coordinates to those of the page as filed."""

    pixels: Pixels
    to_filed: Matrix

    @classmethod
    def of(cls, pixels: Pixels) -> View:
        """The page as filed."""
        return cls(pixels, np.eye(3))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.pixels.shape[:2]
        return width, height

    def replaced(self, pixels: Pixels, moved: Matrix) -> View:
        """The view after its pixels were moved by ``moved`` (old coordinates to new)."""
        return View(pixels, self.to_filed @ np.linalg.inv(moved))

    def warped(self, moved: Matrix, size: tuple[int, int]) -> View:
        """The view resampled by ``moved`` (old coordinates to new) onto a canvas of ``size``, paper outside."""
        matrix = _UNHALF @ moved @ _HALF
        paper = tuple(float(v) for v in np.median(self.pixels[::16, ::16].reshape(-1, 3), axis=0))
        pixels = cv2.warpPerspective(self.pixels, matrix, size, flags=cv2.INTER_CUBIC, borderValue=paper)
        return self.replaced(np.asarray(pixels, np.uint8), moved)

    @property
    def affine(self) -> Affine:
        """The way back to the filed page, normalised so that its last element is 1."""
        a, b, c, d, e, f = (float(v) for v in (self.to_filed / self.to_filed[2, 2])[:2].ravel())
        return a, b, c, d, e, f

    @property
    def vanishing(self) -> tuple[float, float]:
        """The perspective terms of the way back; (0, 0) for a flat scan."""
        g, h = (float(v) for v in (self.to_filed / self.to_filed[2, 2])[2, :2])
        return g, h

    @property
    def lean(self) -> float:
        """The direction of this view's lines on the page as filed, at its middle: degrees, clockwise, -180 to 180."""
        width, height = self.size
        ends = np.array([[width / 2 - 1, height / 2], [width / 2 + 1, height / 2]])
        (x0, y0), (x1, y1) = moved_points(ends, self.to_filed)
        return float(np.degrees(np.arctan2(y1 - y0, x1 - x0)))


def moved_points(points: NDArray[np.float64], matrix: Matrix) -> NDArray[np.float64]:
    """Points (n x 2) after a matrix."""
    mapped = np.c_[points, np.ones(len(points))] @ matrix.T
    return np.asarray(mapped[:, :2] / mapped[:, 2:], np.float64)
