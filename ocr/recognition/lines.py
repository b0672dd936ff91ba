"""What text boxes say: cut-out lines laid side by side in batches of a bounded set of shapes."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.recognition.decoding import NOTHING, Seen, decode_line
from ocr.recognition.feeding import tinted
from ocr.recognition.models import CENTRED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor

    from ocr.imaging.view import Pixels
    from ocr.recognition.models import RecognitionModel
    from ocr.recognition.runtimes import Floats, Run

_LONGEST = 3200
"""Pixels beyond which a line is squeezed: the longest the networks were made for."""

_LEAST = 96
"""Shortest line, pixels: names of two or three characters in a shorter one lose one."""

_FINE, _COARSE, _COARSE_FROM = 32, 128, 640
"""Steps of length, and from where they are coarse."""

_AREA = 640
"""Pixels of length that one batch holds at most, or a single line: more gains nothing and takes memory."""


class LineReader:
    """Reads cut-out lines in batches; the caller's order is kept."""

    def __init__(self, model: RecognitionModel, run: Run, workers: Executor, room: int = 0) -> None:
        """Keep the weights.

        Args:
            model: the weights.
            run: their network.
            workers: run the batches side by side.
            room: grey that the weights want behind a line's end, pixels.
        """
        self._model, self._run, self._workers, self._room = model, run, workers, room

    def read(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each level picture of a line says."""
        planned = [*batches([padded_length(self._length(crop) + self._room) for crop in crops])][::-1]
        fed = [([crops[index] for index in batch], length) for length, batch in planned]
        seen = [NOTHING] * len(crops)
        for (_, batch), lines in zip(planned, self._workers.map(self._batch, fed), strict=True):
            for index, line in zip(batch, lines, strict=True):
                seen[index] = line
        return tuple(seen)

    def _batch(self, batch: tuple[Sequence[Pixels], int]) -> list[Seen]:
        """What the lines of one batch say, all padded to one length."""
        crops, length = batch
        fed = np.stack([self._fed(crop, length) for crop in crops])
        seen = [decode_line(steps, self._model.characters) for steps in self._run(fed)]
        return [self._placed(line, crop, length) for line, crop in zip(seen, crops, strict=True)]

    def _placed(self, seen: Seen, crop: Pixels, length: int) -> Seen:
        """The line, with how far its characters lie from the middle of the picture."""
        return replace(seen, off=(seen.middle * length - self._length(crop) / 2) / self._model.height)

    def _length(self, crop: Pixels) -> int:
        height, width = crop.shape[:2]
        return int(min(_LONGEST, math.ceil(self._model.height * width / height)))

    def _fed(self, crop: Pixels, length: int) -> Floats:
        """The line at the network's height, grey beyond its end."""
        own = min(length, self._length(crop))
        line = np.asarray(cv2.resize(crop, (own, self._model.height), interpolation=cv2.INTER_LINEAR), np.uint8)
        fed = np.zeros((3, self._model.height, length), np.float32)
        fed[:, :, :own] = tinted(line, CENTRED)
        return fed


def padded_length(length: int) -> int:
    """The length a line is padded to, in steps that grow, so that there are few shapes."""
    wanted = max(_LEAST, length)
    step = _FINE if wanted <= _COARSE_FROM else _COARSE
    return min(_LONGEST, math.ceil(wanted / step) * step)


def batches(lengths: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Lines of the same length together, in batches of 8, 4, 2 or 1, never longer than bounded in sum."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for length, group in groupby(order, key=lengths.__getitem__):
        waiting = list(group)
        while waiting:
            most = max(1, min(len(waiting), _AREA // length, 8))
            size = 1 << (most.bit_length() - 1)
            yield length, waiting[:size]
            waiting = waiting[size:]
