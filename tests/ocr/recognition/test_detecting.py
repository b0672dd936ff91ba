"""Boxes are cut from the detector's map where it is sure, grown to the whole height of the text, corners in order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.recognition.detecting import Detector, text_boxes
from ocr.recognition.models import CENTRED, DetectionModel
from tests.ocr.drawing import box_quad, paper

if TYPE_CHECKING:
    from ocr.imaging.view import Quad
    from ocr.recognition.runtimes import Floats

MODEL = DetectionModel(Path("none"), CENTRED, threshold=0.2, sure=0.5, unclip=1.5, most=100)


def map_of(*quads: Quad, chance: float = 0.9) -> Floats:
    chances = np.zeros((200, 400), np.float32)
    for quad in quads:
        cv2.fillPoly(chances, [quad.round().astype(np.int32)], (chance,))
    return chances


def test_a_patch_becomes_a_box_grown_on_all_sides() -> None:
    (box,) = text_boxes(map_of(box_quad(100, 80, 120, 20)), MODEL)
    wide, high = box[2] - box[0]
    assert high == pytest.approx(20 + 120 * 20 * 1.5 / 140, abs=2)
    assert wide - high == pytest.approx(100, abs=2)
    assert box.mean(axis=0) == pytest.approx((160.5, 90.5), abs=1)


@pytest.mark.parametrize("degrees", [-12, -3, 0, 3, 12])
def test_corners_run_clockwise_from_the_top_left(degrees: float) -> None:
    (box,) = text_boxes(map_of(box_quad(100, 80, 150, 20, degrees)), MODEL)
    along, down = box[1] - box[0], box[3] - box[0]
    assert np.degrees(np.arctan2(along[1], along[0])) == pytest.approx(degrees, abs=1.5)
    assert down[1] > abs(down[0])


def test_what_the_detector_doubts_is_no_text() -> None:
    assert text_boxes(map_of(box_quad(100, 80, 120, 20), chance=0.4), MODEL) == []


def test_specks_are_no_text() -> None:
    assert text_boxes(map_of(box_quad(100, 80, 2, 2)), MODEL) == []


def test_no_more_boxes_are_looked_at_than_bounded() -> None:
    quads = [box_quad(20 * column, 20 * row, 10, 8) for column in range(18) for row in range(9)]
    assert len(text_boxes(map_of(*quads), replace(MODEL, most=30))) == 30


@pytest.mark.parametrize(("size", "fed"), [((640, 320), (320, 640)), ((650, 310), (320, 640)), ((1, 1), (32, 32))])
def test_the_network_is_fed_sides_it_can_take(size: tuple[int, int], fed: tuple[int, int]) -> None:
    shapes = []

    def network(batch: Floats) -> Floats:
        shapes.append(batch.shape[1:3])
        return np.zeros((1, 1, *batch.shape[1:3]), np.float32)

    assert Detector(MODEL, network).find(paper(*size)) == ()
    assert shapes == [fed]


def test_boxes_are_told_in_the_pages_own_pixels() -> None:
    def network(batch: Floats) -> Floats:
        return (batch[None, ..., 0] < 0).astype(np.float32)

    sheet = paper(650, 330)
    sheet[100:130, 200:500] = 0
    (box,) = Detector(MODEL, network).find(sheet)
    assert box.mean(axis=0) == pytest.approx((350, 115), abs=2)
