"""Lines of text as the engine cuts them out of a page: 48 pixels high, set, shrunk, worn and cut."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.imaging.contrast import levelled
from tools.soft_print.chances import happens
from tools.soft_print.clutter import cluttered, needled
from tools.soft_print.faces import EM
from tools.soft_print.setting import framed, laid
from tools.soft_print.wear import Worn, coloured, shaded, softened

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from ocr.imaging.view import Pixels
    from tools.soft_print.faces import Case
    from tools.soft_print.setting import Frame, Ink

HEIGHT = 48
"""Pixels of a line, as recognisers take it."""

_MARGIN = 6
"""Pixels around a line while it is worn, so that its edges are worn as its middle is."""


class Press:
    """Makes pictures of lines; the same chance makes the same picture."""

    def __init__(self, faces: Case, neighbour: Callable[[], str], soft: float) -> None:
        """Keep what lines are made of.

        Args:
            faces: what they are set in.
            neighbour: texts of lines above and below.
            soft: share of lines in small soft print, 0 to 1.
        """
        self._faces, self._neighbour, self._soft = faces, neighbour, soft

    def line(self, text: str, rng: Random) -> Pixels | None:
        """A picture of a text, 48 x any x 3 levels (BGR); none when no face has its signs or nothing is seen."""
        setting = laid(text, self._faces, rng)
        if setting is None:
            return None
        soft = rng.random() < self._soft
        frame = framed(setting, rng, soft=soft)
        ink = cluttered(setting.ink, frame, lambda: self._beside(rng), rng)
        if not soft and happens(rng, "needles"):
            ink = needled(ink, rng)
        small, value = shrunk(ink, frame, setting.value, rng)
        worn = Worn(frame.em, soft, rng, np.random.default_rng(rng.getrandbits(64)))
        return cut(shaded(coloured(softened(small, worn), value, worn), worn), rng)

    def _beside(self, rng: Random) -> Ink | None:
        setting = laid(self._neighbour(), self._faces, rng)
        return setting.ink if setting else None


def shrunk(ink: Ink, frame: Frame, value: float, rng: Random) -> tuple[Ink, float]:
    """The frame's part at its size, slightly turned and slanted, with a margin; and where the value begins there."""
    scale = frame.em / EM
    across = scale * frame.stretch
    width, height = int((frame.right - frame.left) * across) + 2 * _MARGIN, int(frame.high * scale) + 2 * _MARGIN
    angle, slant = math.radians(rng.gauss(0, 0.5)), rng.gauss(0, 0.03)
    turn = np.array(
        [
            [math.cos(angle) * across, (slant - math.sin(angle)) * scale],
            [math.sin(angle) * scale, math.cos(angle) * scale],
        ]
    )
    centre = np.array([(frame.left + frame.right) / 2, frame.top + frame.high / 2])
    shift = np.array([width / 2 + rng.uniform(-0.5, 0.5), height / 2 + rng.uniform(-0.5, 0.5)]) - turn @ centre
    fine = cv2.GaussianBlur(ink, (0, 0), 0.42 / scale) if scale < 1 else ink
    small = cv2.warpAffine(fine, np.column_stack([turn, shift]), (width, height), flags=cv2.INTER_LINEAR)
    return np.asarray(small, np.float32), _MARGIN + (value - frame.left) * across if value else 0.0


def cut(picture: Pixels, rng: Random) -> Pixels:
    """The line without its margin, moved by a part of a pixel, at its height, mostly levelled as second looks do."""
    height, width = picture.shape[:2]
    along, down = (rng.uniform(-0.5, 0.5) - _MARGIN for _ in range(2))
    size = (max(4, width - 2 * _MARGIN), max(4, height - 2 * _MARGIN))
    move = np.array([[1, 0, along], [0, 1, down]])
    line = cv2.warpAffine(picture, move, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    length = max(16, math.ceil(HEIGHT * size[0] / size[1]))
    level = np.asarray(cv2.resize(line, (length, HEIGHT), interpolation=cv2.INTER_LINEAR), np.uint8)
    return levelled(level) if happens(rng, "levelled") else level
