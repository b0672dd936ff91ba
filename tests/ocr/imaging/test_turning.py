from __future__ import annotations

import numpy as np
import pytest

from ocr.imaging.turning import lies_sideways, turned
from ocr.imaging.view import View, moved_points
from tests.ocr.drawing import box_quad, marks_in, with_marks

MARKS = [(30, 40), (200, 100), (350, 250)]


@pytest.mark.parametrize(("degrees", "corner"), [(0, (30, 40)), (90, (259, 30)), (180, (369, 259)), (270, (40, 369))])
def test_a_page_turns_clockwise(degrees: int, corner: tuple[int, int]) -> None:
    view = turned(View.of(with_marks([(30, 40)])), degrees)
    assert marks_in(view) == [pytest.approx((corner[0] + 0.5, corner[1] + 0.5))]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_every_mark_points_back_exactly(degrees: int) -> None:
    view = turned(View.of(with_marks(MARKS)), degrees)
    back = moved_points(np.array(marks_in(view)), view.to_filed)
    assert sorted(map(tuple, back.round(9))) == [(x + 0.5, y + 0.5) for x, y in MARKS]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turning_on_to_a_full_circle_changes_nothing(degrees: int) -> None:
    page = View.of(with_marks(MARKS))
    again = turned(turned(page, degrees), 360 - degrees)
    assert np.array_equal(again.pixels, page.pixels)
    assert again.to_filed == pytest.approx(page.to_filed)


def test_text_that_runs_down_the_page_lies_sideways() -> None:
    standing = [box_quad(50 * n, 10, 20, 200) for n in range(5)]
    assert lies_sideways([*standing, box_quad(300, 10, 200, 20)])


def test_a_column_of_single_characters_does_not_lie_sideways() -> None:
    squares = [box_quad(10, 30 * n, 25, 28) for n in range(20)]
    assert not lies_sideways([*squares, box_quad(100, 10, 200, 20)])


def test_an_empty_page_does_not_lie_sideways() -> None:
    assert not lies_sideways([])
