"""Ink begins and ends where something is printed; rules around it and specks do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.recognition.inked import ink_ends
from tests.ocr.drawing import paper

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

INK = pytest.approx((1.0, 2.0), abs=0.03)


@pytest.fixture
def line() -> Pixels:
    """A line 48 high and 144 wide, with print from one line height to two."""
    crop = paper(144, 48)
    crop[14:34, 48:96] = 30
    return crop


def test_ink_begins_and_ends_with_what_is_printed(line: Pixels) -> None:
    assert ink_ends(line) == INK


@pytest.mark.parametrize("scale", [0.5, 2.0, 3.3])
def test_it_is_told_in_line_heights_whatever_the_size(line: Pixels, scale: float) -> None:
    sized = np.asarray(cv2.resize(line, None, fx=scale, fy=scale), np.uint8)
    assert ink_ends(sized) == INK


def test_a_rule_beside_the_print_is_no_ink(line: Pixels) -> None:
    line[:, 130:133] = 20
    assert ink_ends(line) == INK


def test_a_rule_under_the_print_is_no_ink(line: Pixels) -> None:
    line[40:42] = 20
    assert ink_ends(line) == INK


def test_the_next_lines_feet_and_single_pixels_are_no_ink(line: Pixels) -> None:
    line[:3, 5:40] = 20
    line[24, 120] = 20
    assert ink_ends(line) == INK


def test_a_stroke_before_the_print_is_ink(line: Pixels) -> None:
    line[23:26, 20:36] = 30
    assert ink_ends(line) == pytest.approx((20 / 48, 2.0), abs=0.03)


def test_pale_print_on_grey_paper_is_found_as_well(line: Pixels) -> None:
    pale = (line // 3 + 150).astype(np.uint8)
    assert ink_ends(pale) == INK


def test_bare_paper_has_no_ink() -> None:
    assert ink_ends(np.full((20, 60, 3), 255, np.uint8)) is None


@given(st.integers(1, 60), st.integers(1, 90), st.integers(0, 99))
def test_any_picture_has_ink_within_it_or_none(height: int, width: int, seed: int) -> None:
    crop = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    found = ink_ends(crop)
    assert found is None or 0 <= found[0] < found[1] <= -(-48 * width // height) / 48
