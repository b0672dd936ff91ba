"""Networks that see a drawn page without weights: text is where the ink is, and reads well only the right way up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.recognition.decoding import Seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.imaging.view import Pixels, Quad


@dataclass
class InkNetworks:
    """Implements ``ocr.recognition.networks.Networks`` over bars of ink that are thick at their left end.

    Attributes:
        guess: what the orientation classifier says, right or wrong.
        found: how often boxes were looked for.
    """

    guess: int = 0
    found: int = field(default=0)

    def turn(self, pixels: Pixels) -> int:
        """Always the same guess."""
        assert pixels.size
        return self.guess

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """A tilted box around each bar, corners clockwise from its top left."""
        self.found += 1
        ink = (pixels.max(axis=2) < 128).astype(np.uint8)
        contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        return tuple(_ordered(cv2.boxPoints(cv2.minAreaRect(contour))) for contour in contours)

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """Sure of bars whose thick end is on the left."""
        return tuple(Seen("bar", 0.99, 0.98) if _heavy_left(crop) else Seen("?", 0.3, 0.1) for crop in crops)

    def reconsider(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """Of the same opinion."""
        return self.recognise(crops)

    def read_soft(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """Of the same opinion."""
        return self.recognise(crops)


def _heavy_left(crop: Pixels) -> bool:
    darkness = 255.0 - crop.mean(axis=2)
    half = darkness.shape[1] // 2
    return bool(darkness[:, :half].sum() > darkness[:, -half:].sum())


def _ordered(corners: np.ndarray) -> Quad:
    by_x = corners[np.argsort(corners[:, 0])].astype(np.float64)
    left, right = by_x[:2][np.argsort(by_x[:2, 1])], by_x[2:][np.argsort(by_x[2:, 1])]
    return np.array([left[0], right[0], right[1], left[1]])
