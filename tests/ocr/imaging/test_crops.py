from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.imaging.crops import crop, level_box, quad_size
from tests.ocr.drawing import box_quad, paper

if TYPE_CHECKING:
    import numpy as np


def striped() -> np.ndarray:
    """A dark bar from (100, 100) to (220, 130) on paper."""
    sheet = paper()
    sheet[100:130, 100:220] = 40
    return sheet


def test_a_crop_shows_the_box_with_a_little_margin() -> None:
    cut = crop(striped(), box_quad(100, 100, 120, 30))
    assert cut.shape[:2] == (36, 126)
    assert cut[6:30, 6:120].max() == 40
    assert cut[0].min() == 255


def test_a_tilted_box_is_cut_level() -> None:
    cut = crop(striped(), box_quad(100, 100, 120, 30, 90))
    assert cut.shape[0] < cut.shape[1]


def test_a_box_over_the_edge_repeats_the_edge() -> None:
    cut = crop(striped(), box_quad(-20, -10, 60, 30))
    assert cut.shape[:2] == (36, 66)
    assert cut.min() == 255


def test_vertical_print_is_laid_on_its_side() -> None:
    assert crop(paper(), box_quad(50, 50, 20, 120)).shape[:2] == (24, 124)


def test_a_box_of_no_size_still_gives_a_pixel() -> None:
    assert crop(paper(), box_quad(50, 50, 0, 0)).shape == (1, 1, 3)


def test_a_level_box_keeps_centre_and_size() -> None:
    assert level_box(box_quad(10, 20, 100, 30)) == (10, 20, 100, 30)
    x, y, width, height = level_box(box_quad(10, 20, 100, 30, 3))
    assert (x, y, width, height) == (10, 20, 100, 30)


def test_a_box_is_measured_along_its_own_line() -> None:
    assert quad_size(box_quad(0, 0, 100, 30, 17)) == pytest.approx((100, 30))
