"""Whatever moves pixels keeps the way back: a mark found later points at the same mark on the page as filed."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.imaging.deskew import levelled
from ocr.imaging.turning import turned
from ocr.imaging.view import View, moved_points, reduced
from tests.ocr.drawing import marks_in, paper, printed_page, with_marks

MARK = (120, 70)


def test_a_new_view_is_the_page_as_filed() -> None:
    view = View.of(with_marks([MARK]))
    assert view.size == (400, 300)
    assert view.affine == (1, 0, 0, 0, 1, 0)
    assert view.vanishing == (0, 0)


@pytest.mark.parametrize(
    "moved",
    [
        [[1, 0, 25], [0, 1, -12], [0, 0, 1]],
        [[2, 0, 0], [0, 2, 0], [0, 0, 1]],
        [[0.95, -0.1, 40], [0.1, 0.95, 5], [0, 0, 1]],
        [[0.9, 0.02, 10], [0.03, 0.95, 6], [0.0003, 0.0002, 1]],
    ],
)
def test_a_moved_mark_points_back_at_itself(moved: list[list[float]]) -> None:
    view = View.of(with_marks([MARK])).moved(np.array(moved), (800, 600))
    (found,) = marks_in(view)
    back = moved_points(np.array([found]), view.to_filed)[0]
    assert back == pytest.approx((MARK[0] + 0.5, MARK[1] + 0.5), abs=0.1)


def test_two_moves_point_back_through_both() -> None:
    shift, grow = np.array([[1, 0, 30], [0, 1, 20], [0, 0, 1.0]]), np.array([[1.5, 0, 0], [0, 1.5, 0], [0, 0, 1.0]])
    view = View.of(with_marks([MARK])).moved(shift, (450, 350)).moved(grow, (675, 525))
    assert moved_points(np.array([[45.0, 30.0]]), view.to_filed)[0] == pytest.approx((0, 0))


def test_a_photo_keeps_its_perspective_terms() -> None:
    view = View.of(with_marks([])).moved(np.array([[1, 0, 0], [0, 1, 0], [0.001, 0, 1]]), (400, 300))
    assert view.vanishing == pytest.approx((-0.001, 0))


def test_what_comes_into_the_picture_has_the_colour_of_paper() -> None:
    view = View.of(with_marks([MARK])).moved(np.array([[1, 0, 100], [0, 1, 100], [0, 0, 1.0]]), (600, 500))
    assert view.pixels[:90, :90].min() > 250


def test_steps_only_move_the_frame() -> None:
    page = View.of(printed_page())
    assert levelled(turned(page, 90), 1.5).source is page.source


def test_a_page_turned_and_levelled_is_resampled_once() -> None:
    page = View.of(printed_page())
    at_once = levelled(turned(page, 90), 2.0)
    in_steps = levelled(View.of(turned(page, 90).pixels), 2.0)
    assert np.abs(at_once.pixels.astype(int) - in_steps.pixels).max() <= 16


def test_a_whole_page_is_not_resampled_at_all() -> None:
    page = View.of(printed_page())
    assert page.pixels is page.source
    assert np.array_equal(turned(page, 180).pixels, page.source[::-1, ::-1])


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("scale", [0.2, 0.45, 0.8, 1.6])
def test_a_frame_is_drawn_at_any_scale(degrees: int, scale: float) -> None:
    view = turned(View.of(with_marks([MARK, (300, 220)])), degrees)
    small = View.of(view.drawn(scale))
    assert small.size == tuple(round(side * scale) for side in view.size)
    found = np.array(marks_in(small)) / scale
    assert found == pytest.approx(np.array(marks_in(View.of(view.pixels))), abs=0.8 / scale)


@pytest.mark.parametrize("scale", [0.3, 0.5, 1.4])
def test_a_levelled_frame_is_drawn_at_any_scale(scale: float) -> None:
    view = levelled(View.of(with_marks([MARK, (300, 220)])), 3.0)
    found = np.array(marks_in(View.of(view.drawn(scale)))) / scale
    assert found == pytest.approx(np.array(marks_in(View.of(view.pixels))), abs=0.8 / scale)


@pytest.mark.parametrize("degrees", [0.0, 2.5])
def test_the_grey_picture_shows_the_same_without_colours(degrees: float) -> None:
    view = levelled(View.of(printed_page()), degrees)
    expected = cv2.cvtColor(view.pixels, cv2.COLOR_BGR2GRAY)
    assert view.grey.shape == expected.shape
    assert np.abs(view.grey.astype(int) - expected).mean() < 1.5


def test_a_page_read_at_half_its_size_points_into_the_page_as_filed() -> None:
    filed = with_marks([MARK], 401, 301)
    half = View.of(reduced(filed, 2), (401, 301))
    view = levelled(turned(half, 90), 1.0)
    ((x, y),) = moved_points(np.array(marks_in(view)), view.to_filed)
    assert (x, y) == pytest.approx((MARK[0] + 0.5, MARK[1] + 0.5), abs=1.2)
    assert view.filed_size == (401, 301)


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 8])
def test_a_reduced_picture_keeps_its_light(step: int) -> None:
    page = printed_page()
    small = reduced(page, step)
    assert small.shape[:2] == (page.shape[0] // step, page.shape[1] // step)
    assert small.mean() == pytest.approx(page.mean(), abs=1.5)


def test_thin_rules_are_not_lost_when_a_picture_is_reduced() -> None:
    sheet = paper(800, 800)
    sheet[:, ::50] = 0
    columns = reduced(sheet, 4).min(axis=0)[:, 0]
    assert (columns < 230).sum() >= 16


def test_a_picture_smaller_than_the_step_stays_as_it_is() -> None:
    assert reduced(paper(3, 40), 8).shape == (40, 3, 3)
