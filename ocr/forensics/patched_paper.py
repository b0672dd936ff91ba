"""Paper of another shade under a figure than on all four sides of it: a patch laid over, or pasted into the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.forensics.prints import figure_of, meets
from ocr.pages import Anomaly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from ocr.imaging.view import Grey, Pixels, Quad, View
    from ocr.pages import Box, PageText, Word

CODE = "patched-paper"

_LOW = 8
"""Pixels of the height of a figure under which its paper is not looked at."""

_NEAR, _FAR = 0.38, 0.8
"""Where the paper around a figure begins and ends, in heights of it from its edges."""

_STEP = 5.0
"""Levels between the paper under a figure and that on each side from which it is told of."""

_EVEN = 4.0
"""Levels by which the paper of the four sides may differ: more is a fold or a shadow."""

_FLAT = 2.5
"""Levels by which the two halves of the paper under a figure may differ."""

_ENOUGH = 12
"""Blank pixels by which paper is judged."""


def patched_paper(filed: View, page: PageText, covered: Sequence[Box]) -> Iterator[Anomaly]:
    """Figures whose paper is darker, or lighter, than the paper on each of their four sides."""
    shrunk = filed.source.shape[1] / max(1, page.width)
    for word in page.words:
        if (figure := figure_of(word)) is None:
            continue
        box = page.filed_box(stands(word, figure[0], last=figure[1]))
        x, y, width, height = (round(side * shrunk) for side in box)
        if min(width, height) < _LOW or meets(_corners(x, y, width, height), covered):
            continue
        step = _step(filed.source, (x, y, width, height))
        if abs(step) >= _STEP:
            said = f"“{figure[0]}”处的纸面比四周{'暗' if step < 0 else '亮'}{abs(step):.0f}级，像是另贴上去的。"
            yield Anomaly(CODE, said, box, round(1 - 1 / (1 + abs(step) / _STEP), 3))


def stands(word: Word, figure: str, *, last: bool) -> Box:
    """About where the figure at a word's end or beginning stands: a Chinese sign is twice as wide as a digit."""
    x, y, width, height = word.box
    share = len(figure) / sum(1 if sign.isascii() else 2 for sign in word.text)
    own = max(1, round(width * min(1.0, share)))
    return (x + width - own if last else x), y, own, height


def _corners(x: int, y: int, width: int, height: int) -> Quad:
    """The corners of a box with the paper that is looked at around it."""
    far = _FAR * min(width, height)
    return np.array([[x - far, y - far], [x + width + far, y + height + far]], np.float64)


def _step(pixels: Pixels, box: Box) -> float:
    """How much the paper under a figure differs at least from that on each side; 0 where it does not on one of them.

    Boxes are level on the page as filed; a tilt of few degrees makes no difference to paper.
    """
    x, y, width, height = box
    near, far = (round(share * min(width, height)) for share in (_NEAR, _FAR))
    top, left = y - far, x - far
    if top < 0 or left < 0 or y + height + far > pixels.shape[0] or x + width + far > pixels.shape[1]:
        return 0.0
    grey = np.asarray(
        cv2.cvtColor(pixels[top : y + height + far, left : x + width + far], cv2.COLOR_BGR2GRAY), np.uint8
    )
    blank = _blank(grey)
    across, down = slice(far, far + width), slice(far, far + height)
    sides = (
        (slice(0, far - near), across),
        (slice(far + height + near, None), across),
        (down, slice(0, far - near)),
        (down, slice(far + width + near, None)),
    )
    inside = _level(grey[down, across], blank[down, across])
    middle = far + width // 2
    halves = [_level(grey[down, half], blank[down, half]) for half in (slice(far, middle), slice(middle, far + width))]
    if not abs(halves[0] - halves[1]) <= _FLAT:
        return 0.0
    steps = np.array([inside - _level(grey[side], blank[side]) for side in sides])
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
