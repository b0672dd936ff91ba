"""The networks a page needs: which way up, where text is, what it says; weights and runtime are chosen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from ocr.imaging.contrast import levelled
from ocr.recognition.careful import CarefulReader
from ocr.recognition.decoding import decode_line
from ocr.recognition.detecting import Detector
from ocr.recognition.feeding import tinted
from ocr.recognition.lines import LineReader
from ocr.recognition.models import detection_model, recognition_model, turn_model
from ocr.recognition.phrases import decode_soft, settled
from ocr.recognition.runtimes import MANY_SHAPES, threads
from ocr.recognition.trust import trust_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ocr.imaging.view import Pixels, Quad
    from ocr.recognition.choice import Choice
    from ocr.recognition.decoding import Decode, Seen
    from ocr.recognition.models import TurnModel
    from ocr.recognition.runtimes import Run, Runtime


_ROOM, _ROOM_QUICK = 16, 64
"""Grey behind a line's end, pixels: with less the quick weights lose a character of a short name, or doubt it."""


class Networks(Protocol):
    """What reading a page needs; the weights behind it may change."""

    def turn(self, pixels: Pixels) -> int:
        """Degrees clockwise that would set the page upright, by its looks alone: 0, 90, 180 or 270."""

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """The text boxes of a page at the scale it is given, corners clockwise from the top left."""

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """What each cut-out text box says."""

    def reconsider(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """The same by other weights: a second opinion."""

    def read_soft(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """The same by weights for print that is small and soft."""


class OnnxNetworks:
    """Networks of official model folders on a runtime; each is loaded when it is first needed."""

    def __init__(self, choice: Choice, runtime: Runtime) -> None:
        """Load what every page needs."""
        self._choice, self._runtime = choice, runtime
        self._workers = ThreadPoolExecutor(threads(), "networks")
        detection = detection_model(choice.detection)
        self._detector = Detector(detection, runtime.load(detection.onnx, 1))
        self._quick = self._reader(choice.second, _ROOM_QUICK)
        self._careful = CarefulReader(self._quick, self._reader(choice.recognition, _ROOM), trust_of(choice.second))

    def turn(self, pixels: Pixels) -> int:
        """See :class:`Networks`; the classifier's label is how far the page lies turned clockwise."""
        model, run = self._turning
        height, width = pixels.shape[:2]
        scale = model.short / min(height, width)
        size = (max(model.side, round(width * scale)), max(model.side, round(height * scale)))
        small = cv2.cvtColor(cv2.resize(pixels, size), cv2.COLOR_BGR2RGB)
        left, top = (size[0] - model.side) // 2, (size[1] - model.side) // 2
        middle = np.asarray(small[top : top + model.side, left : left + model.side], np.uint8)
        return (360 - model.degrees[int(run(tinted(middle, model.tint)[None])[0].argmax())]) % 360

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """See :class:`Networks`."""
        return self._detector.find(pixels)

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """See :class:`Networks`."""
        return self._careful.read(crops)

    def reconsider(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """See :class:`Networks`."""
        return self._quick.read(crops)

    def read_soft(self, crops: Sequence[Pixels]) -> tuple[Seen, ...]:
        """See :class:`Networks`."""
        return settled(self._soft.read([levelled(crop) for crop in crops]))

    @cached_property
    def _soft(self) -> LineReader:
        return self._reader(self._choice.soft_print, _ROOM, decode_soft)

    @cached_property
    def _turning(self) -> tuple[TurnModel, Run]:
        model = turn_model(self._choice.orientation)
        return model, self._runtime.load(model.onnx, 1)

    def _reader(self, folder: Path, room: int, decode: Decode = decode_line) -> LineReader:
        model = recognition_model(folder)
        return LineReader(model, self._runtime.load(model.onnx, threads(), MANY_SHAPES), self._workers, room, decode)
