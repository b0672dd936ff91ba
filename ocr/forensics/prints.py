"""What printed figures look like, digit by digit: height, foot, ink, stroke, edge and colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.forensics.cutting import Ends, Floats, cut_signs
from ocr.imaging.crops import crop
from ocr.pages import lift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import Pixels, Quad, View
    from ocr.pages import Box, PageText, Word

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
"""Figures whose digits are printed at one go; days are not, whose years may stand on the form."""

_SIDE = re.compile(rf"(?P<last>(?<![\d.,\-/]){_FIGURE.pattern})元?$|^(?P<first>{_FIGURE.pattern})(?= )")
"""A figure at the end or at the beginning of what was read as one word, such as a label with its amount."""

_LEAST, _LONG = 3, 5
"""Digits from which they can be held against each other: of an amount with its point, of a number that stands alone."""

_LOW = 8
"""Height of a figure's box, pixels, under which its digits are too few pixels to measure."""

_EDGE = 0.5
"""Share of the way from paper to ink at which a sign begins and ends."""

_COLOURED = 40
"""Levels between the channels of a pixel from which it is coloured."""

_DOT = 3
"""Pixels of ink that make no difference."""

_UNLIKE = 0.28
"""How much higher or lower than the others a digit can be: beyond it, it is something else."""

_UNEVEN = 0.4
"""How much broader or narrower: beyond it, two digits touch or one is broken."""

_LOWEST = 8.0
"""Height of digits in pixels from which they are measured."""

_SQUARE = 1.15
"""Width of a digit in heights of it, at most."""

_POINT = 0.55
"""Height of a point or comma, as a share of the digits', at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """One printed figure.

    Attributes:
        word: what was read.
        signs: the figure in it, sign by sign.
        box: where the figure stands, in the upright frame.
        measures: a column for each sign; rows are height, foot (pixels of the cut, downwards), depth (levels), stroke
            (pixels), edge (share of the depth in one pixel), and how much bluer and redder than green (levels).
    """

    word: Word
    signs: str
    box: Box
    measures: Floats

    @property
    def digits(self) -> NDArray[np.bool_]:
        """Which signs are digits."""
        return np.array([sign.isdigit() for sign in self.signs])

    @property
    def alone(self) -> bool:
        """Whether the word is the figure and nothing else, as in a cell of a table."""
        return self.word.text.strip() == self.signs


def prints(filed: View, page: PageText, covered: Sequence[Box] = ()) -> tuple[Print, ...]:
    """The figures of a page that can be measured digit by digit.

    Args:
        filed: the page as filed.
        page: what was recognised on it.
        covered: places in the pixels of ``filed`` where seals lie; figures they touch are left out.
    """
    shrunk = filed.source.shape[1] / max(1, page.width)
    found = []
    for word in page.words:
        figure = figure_of(word)
        if figure is None:
            continue
        quad = quad_as_filed(page, word.box) * shrunk
        piece = crop(filed.source, quad)
        if meets(quad, covered) and _two_inks(piece):
            continue
        if (seen := _print(word, figure, piece)) is not None:
            found.append(seen)
    return tuple(found)


def figure_of(word: Word) -> tuple[str, bool] | None:
    """The figure of a word that can be measured, and whether it stands at its end."""
    _, _, width, height = word.box
    found = _SIDE.search(word.text.strip()) if width > height >= _LOW else None
    if found is None:
        return None
    last = found["last"] is not None
    figure = found["last"] if last else found["first"]
    alone, digits = figure == word.text.strip(), sum(sign.isdigit() for sign in figure)
    return (figure, last) if digits >= _LEAST and ("." in figure or (alone and digits >= _LONG)) else None


def quad_as_filed(page: PageText, box: Box) -> Quad:
    """The corners of an upright box on the page as filed."""
    x, y, width, height = box
    corners = np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]], np.float64)
    if page.bend:
        corners[:, 1] += lift(page.bend, page.upright_size, corners[:, 0], corners[:, 1])
    (a, b, c, d, e, f), (g, h) = page.to_filed, page.vanishing
    moved = np.c_[corners, np.ones(4)] @ np.array([[a, b, c], [d, e, f], [g, h, 1.0]]).T
    return np.asarray(moved[:, :2] / moved[:, 2:], np.float64)


def meets(quad: Quad, boxes: Sequence[Box]) -> bool:
    """Whether the level rectangle around some corners meets one of some boxes."""
    (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
    return any(left < x + w and x < right and top < y + h and y < bottom for x, y, w, h in boxes)


def _two_inks(piece: Pixels) -> bool:
    """Whether a cut near a seal shows its colour."""
    spread = piece.max(axis=2).astype(np.int16) - piece.min(axis=2)
    return bool((spread > _COLOURED).sum() > _DOT)


def _print(word: Word, figure: tuple[str, bool], piece: Pixels) -> Print | None:
    """What a cut-out figure looks like; None where its signs cannot be told apart."""
    signs, last = figure
    grey = np.asarray(cv2.cvtColor(piece, cv2.COLOR_BGR2GRAY), np.uint8)
    after = (1, 2) if word.text.rstrip().endswith("元") else (0,)
    for dark, lefts, rights in cut_signs(grey, len(signs), after if last else None):
        first, end = max(0, int(lefts[0]) - 2), int(rights[-1]) + 2
        measures = _measured(piece[:, first:end], dark[:, first:end], lefts - first)
        if _likely(signs, measures[0], (rights - lefts).astype(np.float32)):
            return Print(word, signs, _part(word.box, piece.shape[1], first, end), measures)
    return None


def _part(box: Box, length: int, first: int, end: int) -> Box:
    """The part of a box that some columns of its cut show; the cut has a tenth of the height more on each side."""
    x, y, width, height = box
    scale = (width + 0.2 * height) / max(1, length)
    left = x - 0.1 * height + first * scale
    return round(left), y, max(1, round((end - first) * scale)), height


def _likely(signs: str, heights: Floats, widths: Floats) -> bool:
    """Whether what was cut out can be the signs that were read: points are low, digits alike in size."""
    digits = np.array([sign.isdigit() for sign in signs])
    usual = float(np.median(heights[digits]))
    if usual < _LOWEST or bool((heights[~digits] > _POINT * usual).any()):
        return False
    broad = np.array([sign.isdigit() and sign != "1" for sign in signs])
    narrow = bool((widths[digits] < _SQUARE * usual).all())
    return narrow and _even(heights[digits], _UNLIKE) and _even(widths[broad], _UNEVEN)


def _even(sizes: Floats, most: float) -> bool:
    """Whether no size is further off the usual one than a share of it."""
    return sizes.size == 0 or bool((np.abs(sizes / np.median(sizes) - 1.0) < most).all())


def _measured(piece: Pixels, dark: Floats, lefts: Ends) -> Floats:
    """The measures of each sign."""
    sums = np.add.reduceat(dark, lefts, axis=1).sum(axis=0) + 1e-6
    depth = np.add.reduceat(dark * dark, lefts, axis=1).sum(axis=0) / sums
    across = np.abs(np.diff(dark, axis=1, append=0))
    down = np.abs(np.diff(dark, axis=0, append=0))
    turns = np.add.reduceat(across + down, lefts, axis=1).sum(axis=0) + 1e-6
    edge = np.maximum.reduceat(across, lefts, axis=1).max(axis=0) / depth
    profile = np.maximum.reduceat(dark, lefts, axis=1) / (_EDGE * depth)
    top, foot = _crossing(profile), dark.shape[0] - _crossing(profile[::-1])
    blue, green, red = (piece[:, :, channel].astype(np.float32) for channel in range(3))
    tints = [np.add.reduceat(dark * (other - green), lefts, axis=1).sum(axis=0) / sums for other in (blue, red)]
    return np.stack([foot - top, foot, depth, 2 * sums / turns, edge, *tints]).astype(np.float32)


def _crossing(profile: Floats) -> Floats:
    """How far down each column first reaches 1, between rows."""
    first = np.argmax(profile >= 1, axis=0)
    columns = np.arange(profile.shape[1])
    here, before = profile[first, columns], profile[np.maximum(first - 1, 0), columns]
    part = np.where(here > before, (1 - before) / np.maximum(here - before, 1e-6), 0.0)
    return np.asarray(np.where(first > 0, first - 1 + np.clip(part, 0, 1), 0.0), np.float32)
