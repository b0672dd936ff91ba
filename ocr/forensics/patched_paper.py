"""Paper of another shade under a figure than on all four sides of it: a patch laid over, or pasted into the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.forensics.prints import figure_of, meets, quad_as_filed
from ocr.imaging.crops import crop
from ocr.pages import Anomaly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import Grey, Quad, View
    from ocr.pages import Box, PageText, Word

CODE = "patched-paper"

_ROOM = 0.8
"""How far around a figure its paper is looked at, in heights of it."""

_INSIDE, _NEAR, _FAR = 0.55, 0.85, 1.25
"""How far from the middle of a figure its paper reaches, and where that above and below lies, in heights of it."""

_MIDDLE = 0.5
"""The upper and lower edge of a figure, in heights from its middle."""

_BESIDE = 0.4
"""How far from its ends the paper on both sides of it lies, in heights."""

_STEP = 3.6
"""Levels between the paper under a figure and that on each side from which it is told of."""

_EVEN = 4.0
"""Levels by which the paper of the four sides may differ: more is a fold or a shadow."""

_ENOUGH = 12
"""Blank pixels by which paper is judged."""


def patched_paper(filed: View, page: PageText, covered: Sequence[Box]) -> Iterator[Anomaly]:
    """Figures whose paper is darker, or lighter, than the paper on each of their four sides."""
    shrunk = filed.source.shape[1] / max(1, page.width)
    for word in page.words:
        if (figure := figure_of(word)) is None:
            continue
        box = _stands(word, *figure)
        around = quad_as_filed(page, _widened(box)) * shrunk
        if meets(around, covered):
            continue
        step = _step(filed, around, box)
        if abs(step) >= _STEP:
            said = f"“{figure[0]}”处的纸面比四周{'暗' if step < 0 else '亮'}{abs(step):.0f}级，像是另贴上去的。"
            yield Anomaly(CODE, said, page.filed_box(box), round(1 - 1 / (1 + abs(step) / _STEP), 3))


def _stands(word: Word, figure: str, last: bool) -> Box:  # noqa: FBT001 - as figure_of tells it
    """About where the figure of a word stands: a Chinese sign is twice as wide as a digit."""
    x, y, width, height = word.box
    share = len(figure) / sum(1 if sign.isascii() else 2 for sign in word.text)
    own = max(1, round(width * min(1.0, share)))
    return (x + width - own if last else x), y, own, height


def _widened(box: Box) -> Box:
    x, y, width, height = box
    room = round(_ROOM * height)
    return x - room, y - room, width + 2 * room, height + 2 * room


def _step(filed: View, around: Quad, box: Box) -> float:
    """How much the paper under a figure differs at least from that on each side; 0 where it does not on one of them."""
    grey = np.asarray(cv2.cvtColor(crop(filed.source, around), cv2.COLOR_BGR2GRAY), np.uint8)
    rows, columns = grey.shape
    unit = rows / (1.2 * (1 + 2 * _ROOM))
    down = (np.arange(rows) - rows / 2 + 0.5)[:, None] / unit
    across = (np.arange(columns) - columns / 2 + 0.5)[None] / unit
    half = box[2] / box[3] / 2
    blank = _blank(grey)
    beside, above = np.abs(down) < _MIDDLE, np.abs(across) < half
    inside = _level(grey, blank & (np.abs(down) < _INSIDE) & above)
    sides = (
        (down < -_NEAR) & (down > -_FAR) & above,
        (down > _NEAR) & (down < _FAR) & above,
        (across < -half - _BESIDE) & beside,
        (across > half + _BESIDE) & beside,
    )
    steps = np.array([inside - _level(grey, blank & side) for side in sides])
    if np.isnan(steps).any() or np.ptp(steps) > _EVEN or np.ptp(np.sign(steps)):
        return 0.0
    return float(steps[np.argmin(np.abs(steps))])


def _blank(grey: Grey) -> NDArray[np.bool_]:
    """Where paper shows, away from ink."""
    _, inked = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    near = np.asarray(cv2.dilate(inked, np.ones((5, 5), np.uint8)), np.uint8)
    return np.asarray(near == 0, np.bool_)


def _level(grey: Grey, where: NDArray[np.bool_]) -> float:
    """The middle level of some pixels; not a number where there are too few."""
    levels = grey[where]
    return float(np.mean(levels)) if levels.size >= _ENOUGH else float("nan")
