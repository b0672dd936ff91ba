"""Pictures as networks want them: each level mapped to the network's number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels
    from ocr.recognition.models import Tint
    from ocr.recognition.runtimes import Floats


def tinted(pixels: Pixels, tint: Tint) -> Floats:
    """The picture in the network's numbers, height x width x 3."""
    return np.asarray(cv2.LUT(pixels, _numbers(tint)), np.float32)


@cache
def _numbers(tint: Tint) -> Floats:
    """The number of each level, by channel."""
    levels = np.arange(256, dtype=np.float32)
    numbers = [levels * gain + shift for gain, shift in zip(tint.gain, tint.shift, strict=True)]
    return np.stack(numbers, axis=-1)[None].astype(np.float32)
