"""Paper that does not lie flat: how far its lines bend, told by the text boxes themselves.

Nothing is resampled. Text boxes are cut out of the page one by one, each along its own line, so curl does not harm
their reading; it harms rows, whose ends drift apart. So only places are unbent: a smooth surface is fitted to the
slopes of the boxes at first, then to the steps from each box to its neighbour in the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ocr.imaging.crops import quad_size
from ocr.pages import BEND_TERMS, lift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import Quad
    from ocr.pages import Bend

    Points = NDArray[np.float64]

_FEWEST = 12
"""Text boxes, and steps between neighbours, by which a bend is known."""

_LONG = 2.5
"""Length to height from which a box tells the direction of its line."""

_ALIKE = 0.6
"""Share of the usual height by which neighbours may differ in height, and in place before they are in one row."""

_ROUNDS = 4
"""Fits to the rows, each as the one before set them straight."""

_EVEN = 0.05
"""The usual step in a row of flat paper, as a share of a line's height."""

_SEEN = 0.2
"""Share of a line's height by which lines bend before it is worth anything."""

_BETTER, _LEFT = 0.5, 0.12
"""What may be left of the steps in a row: as a share of what they were, and of a line's height."""

_AGREED = 0.7
"""Share of a line's height by which rows may stray from what the slopes alone tell; more is another row."""

_STIFF = 0.002
"""How much a surface without bends is preferred, for each box."""


def bend_of(quads: Sequence[Quad], size: tuple[int, int]) -> Bend:
    """How the paper bends; empty where it lies flat or nothing certain can be said.

    Args:
        quads: text boxes of a level frame.
        size: width and height of that frame, pixels.
    """
    if len(quads) < _FEWEST:
        return ()
    boxes = np.array(quads)
    long = np.array([length > _LONG * high for length, high in map(quad_size, quads)])
    height = float(np.median(np.hypot(*(boxes[:, 3] - boxes[:, 0]).T)))
    rows = _neighbours(boxes, boxes, height)
    if long.sum() < _FEWEST or len(rows) < _FEWEST or _uneven(rows) < _EVEN * height:
        return ()
    bend = told = _fitted(_ends(boxes[long]), size, height)
    for _ in range(_ROUNDS):
        steps = _neighbours(boxes, unbent(boxes.reshape(-1, 2), tuple(bend), size).reshape(-1, 4, 2), height)
        if len(steps) < _FEWEST:
            return ()
        bend = _fitted(steps, size, height)
    found = tuple(float(value) for value in bend)
    strayed = np.abs(_terms(boxes.mean(axis=1), size) @ (bend - told))
    agreed = float(np.percentile(strayed, 90)) < _AGREED * height
    return found if agreed and _earned((rows, steps), found, (size, height)) else ()


def unbent(points: Points, bend: Bend, size: tuple[int, int]) -> Points:
    """Points (n x 2) of the bent frame where they would lie on flat paper."""
    flat = np.array(points, np.float64)
    for _ in range(3 if bend else 0):
        flat[:, 1] = points[:, 1] - lift(bend, size, flat[:, 0], flat[:, 1])
    return flat


def _ends(lines: NDArray[np.float64]) -> NDArray[np.float64]:
    """From the middle of the left side of each box to that of its right side: n x 2 x 2."""
    return np.stack([(lines[:, 0] + lines[:, 3]) / 2, (lines[:, 1] + lines[:, 2]) / 2], axis=1)


def _neighbours(boxes: NDArray[np.float64], flat: NDArray[np.float64], height: float) -> NDArray[np.float64]:
    """From the middle of each box to that of the next one in its row, on the bent paper: n x 2 x 2."""
    middles, levels = boxes.mean(axis=1), flat.mean(axis=1)[:, 1]
    heights = np.hypot(*(boxes[:, 3] - boxes[:, 0]).T)
    left, right = boxes[:, :, 0].min(axis=1), boxes[:, :, 0].max(axis=1)
    near = np.abs(levels[:, None] - levels) < _ALIKE * height
    near &= (np.abs(heights[:, None] - heights) < _ALIKE * height) & (left > right[:, None] - height / 3)
    nearest = np.where(near, left, np.inf).argmin(axis=1)
    followed = near.any(axis=1)
    return np.stack([middles[followed], middles[nearest[followed]]], axis=1)


def _fitted(steps: NDArray[np.float64], size: tuple[int, int], height: float) -> NDArray[np.float64]:
    """The surface whose rises fit the steps, strays weighing little."""
    rises = steps[:, 1, 1] - steps[:, 0, 1]
    surface = _terms(steps[:, 1], size) - _terms(steps[:, 0], size)
    stiff, bend = np.eye(len(BEND_TERMS)) * _STIFF * len(steps) / height, np.zeros(len(BEND_TERMS))
    for _ in range(4):
        weights = 1 / np.maximum(np.abs(rises - surface @ bend), 0.03 * height)
        heavy = surface * weights[:, None]
        bend = np.linalg.solve(heavy.T @ surface + stiff, heavy.T @ rises)
    return bend


def _terms(points: Points, size: tuple[int, int]) -> NDArray[np.float64]:
    """Each term of the surface at each point."""
    across, down = 2 * points[:, 0] / size[0] - 1, 2 * points[:, 1] / size[1] - 1
    return np.stack([across**p * down**q for p, q in BEND_TERMS], axis=1)


def _earned(
    rows: tuple[NDArray[np.float64], NDArray[np.float64]], bend: Bend, scale: tuple[tuple[int, int], float]
) -> bool:
    """Whether lines bend visibly, and unbending them sets the rows, as seen before and after, straight."""
    size, height = scale
    before, after = rows
    rest = _uneven(unbent(after.reshape(-1, 2), bend, size).reshape(-1, 2, 2))
    bends = float(np.ptp(lift(bend, size, after[..., 0], after[..., 1])))
    return bends > _SEEN * height and rest < _BETTER * max(_uneven(before), _uneven(after)) and rest < _LEFT * height


def _uneven(rows: NDArray[np.float64]) -> float:
    """The usual step in a row, pixels."""
    return float(np.median(np.abs(rows[:, 1, 1] - rows[:, 0, 1])))
