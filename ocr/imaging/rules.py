"""Printed table rules of a level page: long thin dark runs, joined where print or folds broke them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from ocr.pages import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.imaging.view import Grey, Pixels
    from ocr.pages import Box

Ink = NDArray[np.uint8]
"""height x width, 255 where something is printed, else 0."""

_REACH = 2.2
"""A rule is longer than this many line heights; strokes of characters are not."""

_THICK = 0.5
"""A rule is thinner than this share of a line height; stamps, photos and black bars are not."""

_PALER = 12
"""Grey levels by which print is darker than the paper around it."""


def ink_of(pixels: Pixels | Grey, line_height: float) -> Ink:
    """Where something is printed, shadows and uneven light taken out by comparing with the paper close by."""
    grey = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)  # noqa: PLR2004  rows, columns
    block = max(15, int(line_height * 1.5)) | 1
    return np.asarray(
        cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, _PALER), np.uint8
    )


def find_rules(ink: Ink, line_height: float) -> tuple[Rule, ...]:
    """Horizontal and vertical rules, each once, from left to right or top to bottom.

    Args:
        ink: the printed pixels of a level page.
        line_height: usual height of a text line on this page, pixels.
    """
    across = _runs(ink, line_height)
    down = _runs(np.asarray(cv2.transpose(ink), np.uint8), line_height)
    level = [Rule(x0, y0, x1, y1) for x0, y0, x1, y1 in across]
    upright = [Rule(y0, x0, y1, x1) for x0, y0, x1, y1 in down]
    return (*level, *upright)


def _runs(ink: Ink, line_height: float) -> list[tuple[int, int, int, int]]:
    """Long runs along the rows as (x0, y0, x1, y1), x0 < x1; a slope of a few pixels is followed."""
    reach = max(20, int(line_height * _REACH))
    thickened = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = np.asarray(cv2.morphologyEx(thickened, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8)), np.uint8)
    bridged = cv2.dilate(runs, np.ones((1, reach // 2), np.uint8))
    found = (_ends(runs, *part) for part in _parts(np.asarray(bridged, np.uint8)))
    return sorted((run for run in found if _thin(runs, run, line_height)), key=lambda run: (run[1], run[0]))


def _parts(bridged: Ink) -> Iterator[tuple[Box, Ink]]:
    """What hangs together: the box of each part, and its pixels there; outlines are found faster than labels."""
    outlines, nesting = cv2.findContours(bridged, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for index, outline in enumerate(outlines):
        if nesting[0, index, 3] >= 0:
            continue
        x, y, width, height = cv2.boundingRect(outline)
        own = np.zeros((height, width), np.uint8)
        cv2.drawContours(own, outlines, index, (1,), cv2.FILLED, hierarchy=nesting, maxLevel=1, offset=(-x, -y))
        yield (x, y, width, height), own


def _ends(runs: Ink, box: Box, own: Ink) -> tuple[int, int, int, int]:
    """The two ends of a part: first and last column, each at the middle of its print."""
    x, y, width, height = box
    rows, columns = np.nonzero(runs[y : y + height, x : x + width] & own)
    first, last = int(columns.min()), int(columns.max())
    margin = max(1, (last - first) // 10)
    left, right = rows[columns <= first + margin].mean(), rows[columns >= last - margin].mean()
    return x + first, y + round(float(left)), x + last + 1, y + round(float(right))


def _thin(runs: Ink, run: tuple[int, int, int, int], line_height: float) -> bool:
    x0, y0, x1, y1 = run
    half = int(line_height)
    top = max(0, min(y0, y1) - half)
    band = runs[top : max(y0, y1) + half, x0:x1] > 0
    return float(np.median(band.sum(axis=0))) <= max(6.0, line_height * _THICK)
