from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.imaging.deskew import levelled, tilt
from ocr.imaging.view import View, moved_points
from tests.ocr.drawing import box_quad, marks_in, with_marks

MARKS = [(40, 60), (200, 150), (360, 250)]


@given(st.floats(min_value=-10, max_value=10))
def test_the_tilt_is_that_of_the_text_lines(degrees: float) -> None:
    lines = [box_quad(50, 40 * n, 300, 20, degrees) for n in range(6)]
    assert tilt(lines) == pytest.approx(degrees, abs=0.001)


def test_a_stamp_and_short_words_do_not_sway_the_tilt() -> None:
    lines = [box_quad(50, 40 * n, 300, 20, 1.5) for n in range(6)]
    stamp = [box_quad(200, 200, 150, 20, 25), box_quad(200, 230, 150, 20, -28)]
    short = [box_quad(10 + 40 * n, 10, 30, 20, -6) for n in range(30)]
    assert tilt([*lines, *stamp, *short]) == pytest.approx(1.5, abs=0.001)


def test_a_long_line_weighs_more_than_a_short_one() -> None:
    assert tilt(
        [box_quad(0, 0, 900, 20, 1), box_quad(0, 50, 120, 20, 4), box_quad(0, 90, 120, 20, 5)]
    ) == pytest.approx(1)


def test_a_page_without_lines_is_level() -> None:
    assert tilt([]) == 0.0
    assert tilt([box_quad(0, 0, 20, 20, 7)]) == 0.0


@pytest.mark.parametrize("degrees", [-7.5, -1.3, 0.4, 2.0, 12.0])
def test_levelled_marks_point_back_at_themselves(degrees: float) -> None:
    view = levelled(View.of(with_marks(MARKS)), degrees)
    back = moved_points(np.array(marks_in(view)), view.to_filed)
    expected = [(x + 0.5, y + 0.5) for x, y in MARKS]
    assert np.array(sorted(map(tuple, back))) == pytest.approx(np.array(expected), abs=0.1)


@pytest.mark.parametrize("degrees", [-5.0, 5.0])
def test_no_corner_is_lost(degrees: float) -> None:
    corners = [(3, 3), (396, 3), (3, 296), (396, 296)]
    assert len(marks_in(levelled(View.of(with_marks(corners)), degrees))) == len(corners)


def test_a_tilted_line_comes_out_level() -> None:
    quad = box_quad(100, 100, 200, 20, 3)
    view = levelled(View.of(with_marks([])), tilt([quad]))
    upright = np.asarray(np.linalg.inv(view.to_filed), np.float64)
    assert tilt([moved_points(quad, upright)]) == pytest.approx(0, abs=1e-6)
