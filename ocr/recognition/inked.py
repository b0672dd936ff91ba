"""Where the ink of a cut-out line begins and ends; rules and specks are no ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

_HEIGHT = 48
"""Pixels that the line is looked at with."""

_PALE, _DARK, _INK = 75, 2, 0.4
"""Percentiles of paper and ink; how far from the one to the other a pixel counts as ink."""

_ALONG, _UPRIGHT = 0.7, 0.75
"""Share of a row, and of a column, from which its ink is a rule."""

_EDGE, _SPECK = 4, 1
"""Pixels at the top and the bottom where neighbours' ink shows; pixels of a column that are no ink yet."""


def ink_ends(crop: Pixels) -> tuple[float, float] | None:
    """Where ink begins and ends, in line heights from the left edge of a level picture; None where there is none."""
    height, width = crop.shape[:2]
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, (-(-_HEIGHT * width // height), _HEIGHT), interpolation=cv2.INTER_LINEAR)
    pale, dark = np.percentile(small, (_PALE, _DARK))
    inked = small < pale - _INK * (pale - dark)
    inked[inked.mean(axis=1) > _ALONG] = False
    counted = inked[_EDGE:-_EDGE].sum(axis=0)
    found = np.flatnonzero((counted > _SPECK) & (inked.mean(axis=0) <= _UPRIGHT))
    return (float(found[0]) / _HEIGHT, float(found[-1] + 1) / _HEIGHT) if found.size else None
