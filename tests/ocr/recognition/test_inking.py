"""Ink is what is darker than the paper around it; drawings are found in it where they stand."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.imaging.view import View
from ocr.recognition.inking import Fit, extent, fit, likeness, piece, printed


def view(pixels: np.ndarray) -> View:
    return View.of(np.asarray(pixels, np.uint8))


def test_paper_has_no_ink_whatever_its_light() -> None:
    slope = np.tile(np.linspace(255, 120, 200)[None, :, None], (60, 1, 3))
    assert printed(view(slope), 10.0, 1.0).ink[:, 30:-30].max() < 12


def test_coloured_print_counts_as_dark_as_black() -> None:
    sheet = np.full((60, 120, 3), 250)
    sheet[28:32, 20:40] = (20, 20, 20)
    sheet[28:32, 70:90] = (30, 30, 240)
    ink = printed(view(sheet), 10.0, 1.0).ink
    assert ink[30, 80] > 0.9 * ink[30, 30]


def test_the_ink_around_a_box_holds_a_little_more_than_the_box() -> None:
    whole = printed(view(np.full((100, 200, 3), 250)), 10.0, 2.0)
    around = whole.around((50, 40, 60, 12))
    assert around.shape == (((12 + 7) * 2), ((60 + 12) * 2))
    first, last = extent(around, 20.0)
    assert last - first == pytest.approx(120, abs=1)


def test_a_box_at_the_edge_of_the_page_is_cut_there() -> None:
    whole = printed(view(np.full((30, 40, 3), 250)), 10.0, 1.0)
    assert whole.around((0, 0, 40, 30)).shape == (30, 40)


def test_a_drawing_is_found_where_it_stands() -> None:
    ink = np.zeros((20, 60), np.float32)
    drawn = np.random.default_rng(1).random((8, 10), np.float32)
    ink[5:13, 33:43] = 40 * drawn
    found = fit(ink, drawn)
    assert (found.x, found.y) == (33, 5)
    assert found.likeness == pytest.approx(1, abs=1e-4)
    assert likeness(piece(ink, found, drawn), drawn) == pytest.approx(1, abs=1e-4)


def test_ink_smaller_than_a_drawing_is_blank_beyond_its_edges() -> None:
    drawn = np.ones((10, 30), np.float32)
    assert fit(np.ones((4, 5), np.float32), drawn).likeness <= 1
    assert piece(np.ones((4, 5), np.float32), Fit(0.0, 2, 1), drawn).shape == (10, 30)


def test_blank_ink_is_like_nothing() -> None:
    assert likeness(np.zeros((4, 4), np.float32), np.eye(4, dtype=np.float32)) == 0
