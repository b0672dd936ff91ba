"""A frame laid over the page's own pixels, together with the way back to the page as filed.

Coordinates are continuous: (0, 0) is the outer corner of the first pixel, (width, height) that of the last. Steps that
move a page (flattening, turning, levelling) only move the frame; pixels are resampled when they are asked for, once,
however many steps there were, and any box found in a frame can be shown on the filed page exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ocr.pages import Affine

Pixels = NDArray[np.uint8]
"""height x width x 3, blue-green-red."""

Grey = NDArray[np.uint8]
"""height x width, 255 is white."""

Matrix = NDArray[np.float64]
"""3 x 3, homogeneous."""

Quad = NDArray[np.float64]
"""4 x 2: the corners of a text box or sheet, clockwise from its top left."""

_HALF = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]], np.float64)
_UNHALF = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]], np.float64)

_TURNS = (None, cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)
"""How pixels are turned clockwise, by the number of quarters."""

_QUARTERS = tuple(np.array([[c, s], [-s, c]], np.float64) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1)))
"""The linear part of the way back from a frame so turned."""


@dataclass(frozen=True, eq=False)
class View:
    """A frame over a page.

    Attributes:
        source: the page's pixels, as filed or shrunk evenly.
        to_source: the matrix from the frame's coordinates to those of ``source``.
        size: width and height of the frame, pixels.
        filed_size: width and height of the page as filed, pixels.
    """

    source: Pixels
    to_source: Matrix
    size: tuple[int, int]
    filed_size: tuple[int, int]

    @classmethod
    def of(cls, pixels: Pixels, filed_size: tuple[int, int] | None = None) -> View:
        """The whole page; ``filed_size`` where the pixels are an evenly shrunk copy of the filed ones."""
        height, width = pixels.shape[:2]
        return cls(pixels, np.eye(3), (width, height), filed_size or (width, height))

    def moved(self, moved: Matrix, size: tuple[int, int]) -> View:
        """Another frame of ``size``, to whose coordinates ``moved`` leads from this one's."""
        return View(self.source, self.to_source @ np.linalg.inv(moved), size, self.filed_size)

    @cached_property
    def pixels(self) -> Pixels:
        """What the frame shows, in full, with the colour of paper where it leaves the page."""
        return self.drawn()

    @cached_property
    def grey(self) -> Grey:
        """The same without its colours: for what needs no more, at a sixth of the time."""
        return self._drawn(np.asarray(cv2.cvtColor(self.source, cv2.COLOR_BGR2GRAY), np.uint8), 1.0, cv2.INTER_LINEAR)

    def drawn(self, scale: float = 1.0) -> Pixels:
        """What the frame shows, ``scale`` times as large, resampled once."""
        return self._drawn(self.source, scale, cv2.INTER_CUBIC if scale >= 1 else cv2.INTER_LINEAR)

    def _drawn(self, source: NDArray[np.uint8], scale: float, smooth: int) -> NDArray[np.uint8]:
        width, height = (max(1, round(side * scale)) for side in self.size)
        quarters = self._quarters()
        if quarters is not None:
            return _turned(_resized(source, (height, width) if quarters % 2 else (width, height)), quarters)
        grain = max(1, int(1 / scale))
        back = np.diag([1 / grain, 1 / grain, 1]) @ self.to_source @ np.diag([1 / scale, 1 / scale, 1])
        return _warped(reduced(source, grain), _UNHALF @ back @ _HALF, (width, height), smooth)

    def _quarters(self) -> int | None:
        """How many quarter turns the frame is from the whole source; None where it is moved otherwise."""
        height, width = self.source.shape[:2]
        for quarters, turn in enumerate(_QUARTERS):
            size = (height, width) if quarters % 2 else (width, height)
            if self.size == size and np.allclose(self.to_source[:2, :2], turn, atol=1e-9) and not any(self.vanishing):
                return quarters
        return None

    @property
    def to_filed(self) -> Matrix:
        """The matrix from the frame's coordinates to those of the page as filed."""
        height, width = self.source.shape[:2]
        grown = np.diag([self.filed_size[0] / width, self.filed_size[1] / height, 1.0])
        return np.asarray(grown @ self.to_source, np.float64)

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


def reduced(pixels: NDArray[np.uint8], step: int) -> NDArray[np.uint8]:
    """Pixels shrunk ``step`` times, none left out; what is over at the right and at the bottom is dropped.

    Halved again and again: several times as fast as taking the mean of each ``step`` x ``step`` pixels.
    """
    height, width = (side // step for side in pixels.shape[:2])
    if step == 1 or not height * width:
        return pixels
    small = pixels[: height * step, : width * step]
    while small.shape[1] > 2 * width:
        small = _linear(small, (small.shape[1] // 2, small.shape[0] // 2))
    return _linear(small, (width, height))


def _linear(pixels: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _resized(pixels: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Pixels at another size, without the flicker of left-out ones."""
    if pixels.shape[1::-1] == size:
        return pixels
    grain = max(1, pixels.shape[1] // max(1, size[0]))
    smooth = cv2.INTER_LINEAR if size[0] < pixels.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(reduced(pixels, grain), size, interpolation=smooth), np.uint8)


def _turned(pixels: NDArray[np.uint8], quarters: int) -> NDArray[np.uint8]:
    turn = _TURNS[quarters]
    return pixels if turn is None else np.asarray(cv2.rotate(pixels, turn), np.uint8)


def _warped(pixels: NDArray[np.uint8], back: Matrix, size: tuple[int, int], smooth: int) -> NDArray[np.uint8]:
    """Pixels seen through a frame; ``back`` leads from its pixels to theirs. Paper outside."""
    paper = np.median(pixels[::16, ::16], axis=(0, 1)).tolist()
    how = {"flags": smooth | cv2.WARP_INVERSE_MAP, "borderValue": paper}
    if np.allclose(back[2, :2], 0, atol=1e-12):
        return np.asarray(cv2.warpAffine(pixels, back[:2] / back[2, 2], size, **how), np.uint8)
    return np.asarray(cv2.warpPerspective(pixels, back, size, **how), np.uint8)
