"""A printed figure cut into its signs: what is ink, which columns each sign takes, whether other ink crosses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.imaging.view import Grey

Floats = NDArray[np.float32]
Ends = NDArray[np.int64]
Marks = NDArray[np.uint8]

_CONTRAST = 40.0
"""Levels between paper and ink from which signs stand out well enough to be measured."""

_INKED = 0.4
"""Share of the way from paper to ink from which a pixel is inked."""

_SHADE = 24.0
"""Levels by which paper may differ along a figure."""

_BROAD, _SPECK, _DOT = 1.6, 0.12, 3
"""Breadth from which ink is a rule, height under which it is a speck, in heights of the cut; pixels of a dot."""

_DOUBLE, _PITCH, _ASIDE = 1.5, 1.12, 0.2
"""Widths of a digit from which a run is several, how far digits stand from each other, how far aside a run is cut."""

_DIGIT = 0.78
"""Width of a digit in its heights, at most."""


class Cut(NamedTuple):
    """The darkness of the signs alone, zero elsewhere, and the first and the last column of each sign."""

    dark: Floats
    lefts: Ends
    rights: Ends


def cut_signs(grey: Grey, count: int, after: Sequence[int] | None) -> Iterator[Cut]:
    """The ways in which so many signs of a cut-out word can be cut, likeliest first.

    There is none where the word shows no clear print, the signs touch too closely, or other ink crosses them.

    Args:
        grey: the word.
        count: how many signs are wanted.
        after: how many runs of ink may follow them to the word's end; None where the signs stand at its beginning.
    """
    paper, ink = _levels(grey)
    if paper - ink < _CONTRAST or _shaded(grey):
        return
    marks, foreign = _marks((grey < paper - _INKED * (paper - ink)).astype(np.uint8))
    near = cv2.dilate(marks, np.ones((3, 3), np.uint8)) > foreign
    dark = np.where(near, np.maximum(paper - grey, 0), 0).astype(np.float32)
    lefts, rights = _parted(grey, marks)
    ends = [count] if after is None else [len(lefts) - runs for runs in after]
    for end in ends:
        own = slice(end - count, end)
        if count <= end <= len(lefts) and _clear(foreign, marks, lefts[own], rights[own]):
            yield Cut(dark, lefts[own], rights[own])


def _levels(grey: Grey) -> tuple[float, float]:
    """The level of the paper and that of the ink; the same where a cut shows no print."""
    level, _ = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    bright, dark = grey[grey > level], grey[grey <= level]
    if bright.size < grey.size // 4 or not dark.size:
        return 0.0, 0.0
    return float(np.median(bright)), float(np.median(dark))


def _shaded(grey: Grey) -> bool:
    """Whether the paper changes its shade along a figure: a fold, a shadow, the edge of another sheet."""
    light = np.percentile(grey, 85, axis=0)
    return float(light.max() - light.min()) > _SHADE


def _marks(inked: Marks) -> tuple[Marks, Marks]:
    """The ink of signs, and that of others: rules of the form, what enters from beyond the cut. Specks are neither."""
    height, width = inked.shape
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    x, y, w, h, area = boxes.T
    foreign = (w > _BROAD * height) | (y == 0) | (y + h == height) | (x == 0) | (x + w == width)
    foreign &= area > _DOT
    kept = ~foreign & ((h > _SPECK * height) | (area > _DOT))
    kept[0] = foreign[0] = False
    return kept[labels].astype(np.uint8), foreign[labels].astype(np.uint8)


def _clear(foreign: Marks, marks: Marks, lefts: Ends, rights: Ends) -> bool:
    """Whether no other ink lies where the signs stand."""
    rows = np.flatnonzero(marks[:, lefts[0] : rights[-1]].any(axis=1))
    return int(foreign[rows[0] : rows[-1] + 1, lefts[0] : rights[-1]].sum()) <= _DOT


def _parted(grey: Grey, marks: Marks) -> tuple[Ends, Ends]:
    """Where runs of inked columns begin and end; those as wide as several digits are cut, since digits may touch."""
    steps = np.diff(np.concatenate(([0], marks.any(axis=0).astype(np.int8), [0])))
    lefts, rights = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    if not len(lefts):
        return lefts, rights
    rows = np.flatnonzero(marks.any(axis=1))
    widths = (rights - lefts)[(rights - lefts) > _SPECK * len(grey)]
    usual = min(float(np.median(widths)) if len(widths) else 1.0, _DIGIT * (rows[-1] - rows[0] + 1))
    light = grey.sum(axis=0, dtype=np.int64)
    cuts = [cut for ends in zip(lefts, rights, strict=True) for cut in _cuts(light, ends, usual)]
    return np.sort(np.append(lefts, cuts)).astype(np.int64), np.sort(np.append(rights, cuts)).astype(np.int64)


def _cuts(light: NDArray[np.int64], ends: tuple[int, int], usual: float) -> list[int]:
    """Where a run is cut: at its lightest columns near equal parts."""
    left, right = ends
    parts = round((right - left) / max(1.0, _PITCH * usual)) if right - left > _DOUBLE * usual else 1
    step = (right - left) / max(1, parts)
    near = [(round(left + step * (n - _ASIDE)), round(left + step * (n + _ASIDE)) + 1) for n in range(1, parts)]
    return [low + int(np.argmax(light[low:high])) for low, high in near]
