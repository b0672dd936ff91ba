"""What text boxes say: cut-out lines of a small set of shapes, read side by side, each on its own."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.recognition.decoding import NOTHING, Seen, decode_line
from ocr.recognition.feeding import tinted
from ocr.recognition.models import CENTRED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from ocr.imaging.view import Pixels
    from ocr.recognition.decoding import Decode
    from ocr.recognition.models import RecognitionModel
    from ocr.recognition.runtimes import Floats, Run

_LONGEST = 3200
"""Pixels beyond which a line is squeezed: the longest the networks were made for."""

_LEAST = 96
"""Shortest line, pixels: names of two or three characters in a shorter one lose one."""

_STEPS = ((320, 32), (640, 64), (_LONGEST, 128))
"""Steps of length, each with the length up to which it holds. Finer ones save padding, but each shape keeps kernels of
its own: with steps of 32 up to 640 and lines in batches reading took no less time and 150 MiB more."""


class LineReader:
    """Reads cut-out lines; the caller's order is kept."""

    def __init__(
        self, model: RecognitionModel, run: Run, workers: Executor, room: int = 0, decode: Decode = decode_line
    ) -> None:
        """Keep the weights.

        Args:
            model: the weights.
            run: their network.
            workers: read lines side by side.
            room: grey that the weights want behind a line's end, pixels.
            decode: makes a line of the network's probabilities.
        """
        self._model, self._run, self._workers, self._room = model, run, workers, room
        self._decode = decode

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each level picture of a line says; the longest are begun first."""
        seen = [NOTHING] * len(crops)
        order = sorted(range(len(crops)), key=lambda index: -self._length(crops[index]))
        for index, line in zip(order, self._workers.map(self._line, [crops[index] for index in order]), strict=True):
            seen[index] = line
        return tuple(seen)

    def _line(self, crop: Pixels) -> Seen:
        """What one line says, and where in the picture its characters lie."""
        length = padded_length(self._length(crop) + self._room)
        seen = self._decode(self._run(self._fed(crop, length)[None])[0], self._model.characters)
        begin, end = (share * length / self._model.height for share in seen.reach)
        return replace(seen, off=(begin + end) / 2 - self._length(crop) / 2 / self._model.height, ends=(begin, end))

    def _length(self, crop: Pixels) -> int:
        height, width = crop.shape[:2]
        return int(min(_LONGEST, math.ceil(self._model.height * width / height)))

    def _fed(self, crop: Pixels, length: int) -> Floats:
        """The line at the network's height, grey beyond its end."""
        own = min(length, self._length(crop))
        line = np.asarray(cv2.resize(crop, (own, self._model.height), interpolation=cv2.INTER_LINEAR), np.uint8)
        fed = np.zeros((self._model.height, length, 3), np.float32)
        fed[:, :own] = tinted(line, CENTRED)
        return fed


def padded_length(length: int) -> int:
    """The length a line is padded to, in steps that grow, so that there are few shapes."""
    wanted = min(_LONGEST, max(_LEAST, length))
    step = next(step for until, step in _STEPS if wanted <= until)
    return min(_LONGEST, math.ceil(wanted / step) * step)
