"""Where text is: the detector's map of probabilities, and the boxes cut from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.recognition.feeding import tinted

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels, Quad
    from ocr.recognition.models import DetectionModel
    from ocr.recognition.runtimes import Floats, Run

_STRIDE = 32
"""The network wants sides that are multiples of this."""

_SMALLEST = 3
"""Pixels of the map under which a patch is no text."""


class Detector:
    """Finds the text boxes of a page, at the scale it is given."""

    def __init__(self, model: DetectionModel, run: Run) -> None:
        """``run``: the model's network."""
        self._model, self._run = model, run

    def find(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Boxes in the page's own pixels, corners clockwise from the top left."""
        height, width = pixels.shape[:2]
        size = (_strided(width), _strided(height))
        small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), np.uint8)
        chances = self._run(tinted(small, self._model.tint)[None])[0, 0]
        stretch = np.array([width / size[0], height / size[1]])
        return tuple(quad * stretch for quad in text_boxes(chances, self._model))


def text_boxes(chances: Floats, model: DetectionModel) -> list[Quad]:
    """The boxes of a map of probabilities (height x width), in its own pixels."""
    mask = (chances > model.threshold).astype(np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = (_box(chances, outline, model) for outline in outlines[: model.most])
    return [box for box in found if box is not None]


def _strided(side: float) -> int:
    return max(_STRIDE, round(side / _STRIDE) * _STRIDE)


def _box(chances: Floats, outline: np.ndarray, model: DetectionModel) -> Quad | None:
    """The slanted box around a patch, grown to the whole height of its text; None where it is none."""
    centre, (wide, high), angle = cv2.minAreaRect(outline)
    if min(wide, high) < _SMALLEST or _certainty(chances, cv2.boxPoints((centre, (wide, high), angle))) < model.sure:
        return None
    grown = wide * high * model.unclip / (wide + high)
    return _clockwise(cv2.boxPoints((centre, (wide + grown, high + grown), angle)).astype(np.float64) + 0.5)


def _certainty(chances: Floats, corners: np.ndarray) -> float:
    """Mean probability inside a box."""
    height, width = chances.shape
    left, top = (int(v) for v in np.clip(np.floor(corners.min(axis=0)), 0, (width - 1, height - 1)))
    right, bottom = (int(v) for v in np.clip(np.ceil(corners.max(axis=0)), 0, (width - 1, height - 1)))
    inside = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(inside, [(corners - (left, top)).astype(np.int32)], (1,))
    return float(cv2.mean(chances[top : bottom + 1, left : right + 1], inside)[0])


def _clockwise(corners: Quad) -> Quad:
    """Top left first: of the two left corners the upper one, then along the text."""
    order = np.argsort(corners[:, 0], kind="stable")
    left, right = corners[order[:2]], corners[order[2:]]
    top_left, bottom_left = left[np.argsort(left[:, 1], kind="stable")]
    top_right, bottom_right = right[np.argsort(right[:, 1], kind="stable")]
    return np.array([top_left, top_right, bottom_right, bottom_left])
