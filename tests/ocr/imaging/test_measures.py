"""The measures of a word tell its height, its contrast, its paper and its softness."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.imaging.measures import Measured, measured
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from tests.ocr.drawing import paper, write

BOX = (60, 96, 330, 40)


def word(size: int = 30, ink: int = 0, ground: int = 255, blur: float = 0.0) -> View:
    sheet = write(paper(440, 240), "金额 480.00 元合计", (64, 100), size, ink)
    lit = (sheet.astype(np.float32) * ground / 255).astype(np.uint8)
    return View.of(np.asarray(cv2.GaussianBlur(lit, (0, 0), blur) if blur else lit, np.uint8))


def seen(view: View) -> Measured:
    found = measured(view, BOX)
    assert found is not None
    return found


def test_black_print_on_white_paper_is_crisp() -> None:
    found = seen(word())
    assert (found.height, found.paper) == (40, 255)
    assert found.contrast > 230
    assert found.softness < 0.02


@pytest.mark.parametrize("ink", [80, 160, 230])
def test_paler_print_has_less_contrast_and_is_as_sharp(ink: int) -> None:
    assert seen(word(ink=ink)).contrast == pytest.approx(255 - ink, abs=12)
    assert seen(word(ink=ink)).softness == pytest.approx(seen(word()).softness, rel=0.25)


@pytest.mark.parametrize("ground", [60, 140, 220])
def test_the_level_of_the_paper_is_told(ground: int) -> None:
    assert seen(word(ground=ground)).paper == pytest.approx(ground, abs=2)


def test_softness_grows_with_the_blur() -> None:
    found = [seen(word(blur=blur)).softness for blur in (0.5, 1.0, 2.0, 4.0)]
    assert found == sorted(found)
    assert found[-1] > 0.055


def test_the_same_blur_harms_large_print_less() -> None:
    small = measured(word(16, blur=1.2), (60, 98, 200, 22))
    large = measured(word(40, blur=1.2), (60, 98, 330, 54))
    assert small is not None
    assert large is not None
    assert small.softness > 1.5 * large.softness


def test_a_turned_page_is_measured_upright() -> None:
    upright = word()
    filed = turned(upright, 90).pixels
    assert seen(turned(View.of(filed), 270)) == seen(upright)


@pytest.mark.parametrize("box", [(5000, 10, 30, 30), (10, 10, 2, 30), (10, 10, 30, 3), (-90, -90, 30, 30)])
def test_a_box_without_print_is_not_measured(box: tuple[int, int, int, int]) -> None:
    assert measured(word(), box) is None


def test_a_box_over_the_edge_is_measured_by_what_is_there() -> None:
    assert measured(word(), (-20, 96, 330, 40)) is not None
