"""A photographed sheet of paper: found on its darker ground, and laid flat.

Scans pass untouched: the ground around the sheet must be plain, darker than the paper, and visible on all sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.imaging.view import reduced

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels, Quad, View

_SIGHT = 640
"""Pixels of the long side at which, at most, the sheet is looked for."""

_BRIGHTER = 25.0
"""Steps of lightness (0 to 255) by which paper stands out from the ground."""

_PLAIN = 0.9
"""Share of what lies outside the sheet that must be ground, so that no print is ever cut away."""

_SMALLEST = 0.25
"""Share of the photo below which a bright patch is no sheet."""

_EDGE = 0.012
"""Share of the diagonal within which a point of the outline belongs to a side."""


_MIDDLE = 0.4
"""Share of a side to either side of its middle that is fitted; corners may be round or bent."""

_INSET = 0.008
"""Share of the way to its middle by which the sheet is cut inside its edge, so that the edge is no table rule."""


def flattened(view: View) -> View:
    """The view cut to its sheet and freed of perspective, or the same view where no sheet is seen."""
    outer = find_sheet(view.pixels)
    if outer is None:
        return view
    quad = outer + (outer.mean(axis=0) - outer) * _INSET
    width = max(np.hypot(*(quad[1] - quad[0])), np.hypot(*(quad[2] - quad[3])))
    height = max(np.hypot(*(quad[3] - quad[0])), np.hypot(*(quad[2] - quad[1])))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = np.asarray(cv2.getPerspectiveTransform(quad.astype(np.float32), corners), np.float64)
    return view.moved(moved, (round(width), round(height)))


def find_sheet(pixels: Pixels) -> Quad | None:
    """The corners of the sheet in a photo, clockwise from its top left; None for a scan or a doubtful outline."""
    step = -(-max(pixels.shape[:2]) // _SIGHT)
    if min(pixels.shape[:2]) // step < _SIGHT // 8:
        return None
    small = reduced(pixels, step)
    lightness = np.asarray(cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2LAB)[:, :, 0], (5, 5), 0), np.float32)
    bright = _paper(lightness)
    outline = _outline(bright)
    corners = None if outline is None else _corners(outline)
    if corners is None or not _stands_alone(bright, corners):
        return None
    return np.asarray((corners + 0.5) * step, np.float64)


def _paper(lightness: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Where it is clearly lighter than the ground along the edges of the photo."""
    ring = np.r_[lightness[:4].ravel(), lightness[-4:].ravel(), lightness[:, :4].ravel(), lightness[:, -4:].ravel()]
    mask = (lightness > float(np.percentile(ring, 90)) + _BRIGHTER).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)), np.uint8)


def _outline(bright: NDArray[np.uint8]) -> NDArray[np.float64] | None:
    contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(contours, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < _SMALLEST * bright.size:
        return None
    return np.asarray(largest.reshape(-1, 2), np.float64)


def _corners(outline: NDArray[np.float64]) -> Quad | None:
    """Four straight sides fitted to the outline, and where they meet."""
    hull = cv2.convexHull(outline.astype(np.int32))
    rough = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, closed=True), closed=True).reshape(-1, 2)
    if len(rough) != 4:  # noqa: PLR2004  a sheet has four corners
        return None
    quad = _clockwise(rough.astype(np.float64))
    sides = [_side(outline, quad[n], quad[(n + 1) % 4]) for n in range(4)]
    met = [np.cross(sides[n - 1], sides[n]) for n in range(4)]
    return np.array([point[:2] / point[2] for point in met]) if all(abs(point[2]) > 0 for point in met) else None


def _side(outline: NDArray[np.float64], start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """The line through the outline's points between two corners, as (a, b, c) with a*x + b*y + c = 0."""
    along = (end - start) / np.hypot(*(end - start))
    offset = outline - start
    distance = np.abs(offset[:, 0] * along[1] - offset[:, 1] * along[0])
    place = offset @ along / np.hypot(*(end - start))
    near = outline[(distance < _EDGE * np.hypot(*np.ptp(outline, axis=0))) & (np.abs(place - 0.5) < _MIDDLE)]
    chosen = near if len(near) > 1 else np.array([start, end])
    vx, vy, x, y = (float(v) for v in cv2.fitLine(chosen.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel())
    return np.array([vy, -vx, vx * y - vy * x])


def _clockwise(corners: NDArray[np.float64]) -> Quad:
    """Corners in the order top left, top right, bottom right, bottom left."""
    centre = corners.mean(axis=0)
    around = corners[np.argsort(np.arctan2(corners[:, 1] - centre[1], corners[:, 0] - centre[0]))]
    return np.roll(around, -int(np.argmin(around.sum(axis=1))), axis=0)


def _stands_alone(bright: NDArray[np.uint8], corners: Quad) -> bool:
    """Whether the sheet lies within the photo and what is outside it is ground."""
    height, width = bright.shape
    if corners.min() < 1 or corners[:, 0].max() > width - 2 or corners[:, 1].max() > height - 2:
        return False
    inside = cv2.fillConvexPoly(np.zeros_like(bright), corners.round().astype(np.int32), (1,)) > 0
    return bool((bright[~inside] == 0).mean() > _PLAIN and bright[inside].mean() > _PLAIN)
