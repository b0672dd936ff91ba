"""Print so pale that text is not even found: paper made even and white, print dark.

Measured on faded, dark and shadowed pages: networks read print of 26 levels as well as black; below that they miss
boxes. Shadows, fax and uneven light alone cost them nothing, so that nothing is done about these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.imaging.crops import level_box
from ocr.imaging.measures import measured
from ocr.imaging.view import reduced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels, Quad, View

_PALE = 26.0
"""Levels between print and paper under which print is made darker before text is looked for again."""

_SAMPLE = 40
"""Text boxes that are measured."""

_COARSE = 8
"""Pixels of the page to one of the picture in which its paper is found."""

_GAIN = 14.0
"""The most that print is made darker; more would turn the grain of paper into print."""

_INKED = 0.6
"""Percent of a page's pixels that are dark print, at least."""

_BAND = 128
"""Rows worked on at a time: fractions take four times the memory of pixels."""


_ENDS, _WHITE, _SPAN, _STRETCH = (1, 95), 250.0, 225.0, 6.0
"""Percent of a line's levels that are its print and its paper, the level its paper gets, how far its print lies below,
and the most that levels are spread: what the weights for soft print were tuned with."""


def is_faint(view: View, quads: Sequence[Quad]) -> bool:
    """Whether the print in the text boxes that were found is so pale that others will have been missed."""
    step = -(-len(quads) // _SAMPLE) or 1
    contrasts = [seen.contrast for quad in quads[::step] if (seen := measured(view, level_box(quad)))]
    return bool(contrasts) and float(np.median(contrasts)) < _PALE


def enhanced(pixels: Pixels) -> Pixels:
    """The page on even white paper, its darkest black print black; a strong coloured seal does not count as print."""
    paper = _paper(pixels)
    darkest = float(np.percentile(_ink(pixels[::4, ::4], paper[::4, ::4]).min(axis=2), 100 - _INKED))
    gain = min(_GAIN, 0.9 / max(darkest, 1e-3))
    strong = np.empty_like(pixels)
    for top in range(0, len(pixels), _BAND):
        rows = slice(top, top + _BAND)
        strong[rows] = 255 - np.clip(_ink(pixels[rows], paper[rows]) * gain, 0, 1) * 255
    return strong


def levelled(piece: Pixels) -> Pixels:
    """A cut-out line with its paper nearly white and its darkest print nearly black, as far as its grain allows."""
    dark, light = np.percentile(piece, _ENDS)
    gain = min(_STRETCH, _SPAN / max(1.0, float(light - dark)))
    return np.asarray(np.clip((piece.astype(np.float32) - light) * gain + _WHITE, 0, 255), np.uint8)


def _ink(pixels: Pixels, paper: Pixels) -> NDArray[np.float32]:
    """How much darker than its paper each pixel is, as a share, by channel."""
    return np.asarray(1 - pixels.astype(np.float32) / paper, np.float32)


def _paper(pixels: Pixels) -> Pixels:
    """The level of the paper at every pixel and channel, as if nothing were printed on it; 1 at least."""
    height, width = pixels.shape[:2]
    small = reduced(pixels, max(1, min(_COARSE, height, width)))
    light = cv2.medianBlur(np.asarray(cv2.dilate(small, np.ones((5, 5), np.uint8)), np.uint8), 9)
    paper = cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.maximum(paper, 1), np.uint8)
