"""Pictures as networks want them: channels first, each level mapped to the network's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels
    from ocr.recognition.models import Tint
    from ocr.recognition.runtimes import Floats

_LEVELS = np.arange(256, dtype=np.float32)


def tinted(pixels: Pixels, tint: Tint) -> Floats:
    """The picture as 3 x height x width."""
    planes = np.empty((3, *pixels.shape[:2]), np.float32)
    for channel, (gain, shift) in enumerate(zip(tint.gain, tint.shift, strict=True)):
        np.take((_LEVELS * gain + shift).astype(np.float32), pixels[:, :, channel], out=planes[channel])
    return planes
