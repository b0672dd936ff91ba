"""Whatever moves pixels keeps the way back: a mark found later points at the same mark on the page as filed."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.imaging.view import View, moved_points
from tests.ocr.drawing import marks_in, with_marks

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
