"""A photographed sheet is laid flat; a scan, a doubtful outline or a busy desk is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.sheet import find_sheet, flattened
from ocr.imaging.view import View, moved_points
from tests.ocr.drawing import marks_in, paper, printed_page, with_marks

if TYPE_CHECKING:
    from ocr.imaging.view import Matrix, Pixels, Quad

CORNERS = np.array([[150, 120], [1080, 180], [1040, 860], [90, 800]], np.float64)
MARKS = [(100, 90), (500, 350), (900, 600)]


def photo(sheet: Pixels, corners: Quad = CORNERS, ground: int = 70) -> tuple[Pixels, Matrix]:
    """The sheet as a camera sees it on a plain desk, and how its coordinates moved."""
    height, width = sheet.shape[:2]
    own = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = np.asarray(cv2.getPerspectiveTransform(own, corners.astype(np.float32)), np.float64)
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    matrix = np.linalg.inv(half) @ moved @ half
    desk = np.full((1000, 1200, 3), ground, np.uint8)
    seen = cv2.warpPerspective(sheet, matrix, (1200, 1000), desk, borderMode=cv2.BORDER_TRANSPARENT)
    return np.asarray(seen, np.uint8), moved


def test_the_corners_of_a_sheet_are_found() -> None:
    found = find_sheet(photo(printed_page())[0])
    assert found is not None
    assert found == pytest.approx(CORNERS, abs=3)


def test_every_mark_of_a_flattened_sheet_points_back_at_itself() -> None:
    seen, moved = photo(with_marks(MARKS, 1000, 700))
    view = flattened(View.of(seen))
    back = moved_points(np.array(marks_in(view)), view.to_filed)
    expected = moved_points(np.array(MARKS) + 0.5, moved)
    assert np.array(sorted(map(tuple, back))) == pytest.approx(expected, abs=0.3)


def test_a_flattened_sheet_fills_the_picture_and_is_straight() -> None:
    view = flattened(View.of(photo(with_marks([(100, 100), (900, 100), (100, 600)], 1000, 700))[0]))
    (x0, y0), (x1, y1), (x2, y2) = sorted(marks_in(view), key=lambda mark: mark[0] + mark[1])
    top, left = sorted([(x1, y1), (x2, y2)], key=lambda mark: mark[1])
    assert top[1] == pytest.approx(y0, abs=2)
    assert left[0] == pytest.approx(x0, abs=2)
    assert view.pixels[:5].min() > 200


def test_the_tilt_of_a_photographed_sheet_is_told() -> None:
    angle = np.radians(5)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([[-400, -300], [400, -300], [400, 300], [-400, 300]]) @ turn.T + [600, 500]
    assert flattened(View.of(photo(printed_page(), corners)[0])).lean == pytest.approx(5, abs=0.3)


@pytest.mark.parametrize("pixels", [paper(1200, 1000), printed_page(), np.zeros((1000, 1200, 3), np.uint8)])
def test_a_scan_is_no_photo_of_a_sheet(pixels: Pixels) -> None:
    assert find_sheet(pixels) is None
    view = View.of(pixels)
    assert flattened(view) is view


def test_a_sheet_that_leaves_the_picture_is_not_cut() -> None:
    assert find_sheet(photo(printed_page(), CORNERS + np.array([300, 0]))[0]) is None


def test_a_second_paper_beside_the_sheet_is_not_lost() -> None:
    seen, _ = photo(printed_page(), np.array([[60, 120], [700, 120], [700, 860], [60, 860]], np.float64))
    seen[200:700, 760:1120] = 240
    assert find_sheet(seen) is None


def test_a_small_patch_of_light_is_no_sheet() -> None:
    assert (
        find_sheet(photo(printed_page(), np.array([[500, 400], [700, 400], [700, 520], [500, 520]], np.float64))[0])
        is None
    )


def test_a_round_plate_is_no_sheet() -> None:
    desk = np.full((1000, 1200, 3), 70, np.uint8)
    cv2.circle(desk, (600, 500), 420, (250, 250, 250), -1)
    assert find_sheet(desk) is None


@pytest.mark.parametrize("scale", [0.35, 0.5, 0.8, 2.3])
def test_a_sheet_is_found_in_a_picture_of_any_size(scale: float) -> None:
    seen = np.asarray(cv2.resize(photo(printed_page())[0], None, fx=scale, fy=scale), np.uint8)
    found = find_sheet(seen)
    assert found is not None
    assert found == pytest.approx(CORNERS * scale, abs=max(3, 4 * scale))


def test_a_flattened_sheet_is_drawn_from_the_photo_in_one_step() -> None:
    view = flattened(View.of(photo(printed_page())[0]))
    small = view.drawn(0.5)
    assert small.shape[:2] == (round(view.size[1] * 0.5), round(view.size[0] * 0.5))
    full = cv2.resize(view.pixels, small.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - full).mean() < 4


@pytest.mark.parametrize("shape", [(1, 1, 3), (40, 30, 3), (20, 3000, 3)])
def test_odd_sizes_do_no_harm(shape: tuple[int, int, int]) -> None:
    assert find_sheet(np.full(shape, 255, np.uint8)) is None
