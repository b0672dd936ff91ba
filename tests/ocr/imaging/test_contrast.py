"""Faint print comes out dark on even paper; a good page is not called faint."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.contrast import enhanced, is_faint
from ocr.imaging.view import View
from tests.ocr.drawing import LINES, box_quad, paper, printed_page, sealed, write

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

QUADS = [box_quad(76, 76 + row * 90, 480, 40) for row in range(len(LINES))]


def faded(share: float, ground: int = 255) -> Pixels:
    """The page with its print at a share of its darkness, on paper of that level."""
    ink = (255 - printed_page().astype(np.float32)) * share
    return np.asarray((255 - ink) * ground / 255, np.uint8)


def contrast(pixels: Pixels) -> float:
    """Levels between paper and print."""
    return float(np.median(pixels)) - float(np.percentile(pixels, 0.5))


@pytest.mark.parametrize("share", [0.05, 0.08])
def test_faint_print_is_faint(share: float) -> None:
    assert is_faint(View.of(faded(share)), QUADS)


@pytest.mark.parametrize("share", [1.0, 0.5, 0.2])
def test_print_that_reads_well_is_not_faint(share: float) -> None:
    assert not is_faint(View.of(faded(share)), QUADS)


def test_print_on_a_page_so_dark_that_it_hardly_shows_is_faint() -> None:
    assert is_faint(View.of(faded(1.0, 20)), QUADS)


def test_one_pale_line_does_not_make_a_page_faint() -> None:
    sheet = write(printed_page(), "盖章处", (80, 560), 30, 240)
    assert not is_faint(View.of(sheet), [*QUADS, box_quad(76, 556, 120, 40)])


def test_a_page_without_text_boxes_is_not_called_faint() -> None:
    assert not is_faint(View.of(paper()), [])
    assert not is_faint(View.of(paper()), [box_quad(5000, 5000, 90, 20)])


@pytest.mark.parametrize("share", [0.05, 0.1, 0.3])
@pytest.mark.parametrize("ground", [255, 120])
def test_faint_print_becomes_dark_on_white_paper(share: float, ground: int) -> None:
    clear = enhanced(faded(share, ground))
    assert np.median(clear) > 250
    assert contrast(clear) > 5 * contrast(faded(share, ground)) or contrast(clear) > 200


def test_a_shadow_is_taken_off() -> None:
    shadow = 0.35 + 0.65 / (1 + np.exp(-(np.arange(1000) - 500) / 60))
    lit = np.asarray(printed_page() * shadow[None, :, None], np.uint8)
    clear = enhanced(lit)
    blank = clear[560:680]
    assert np.ptp(blank[:, 60:940].astype(int)) < 20
    assert contrast(clear[:, :500]) == pytest.approx(contrast(clear[:, 500:]), abs=40)


def test_coloured_paper_becomes_white() -> None:
    yellow = np.asarray(printed_page() * np.array([0.6, 0.9, 0.95]), np.uint8)
    assert np.median(enhanced(yellow).reshape(-1, 3), axis=0) == pytest.approx((255, 255, 255), abs=3)


def test_a_strong_seal_does_not_keep_faint_print_pale() -> None:
    page = sealed(faded(0.08), (760, 520))
    clear = enhanced(page)
    assert contrast(clear[:420, :600]) > 5 * contrast(page[:420, :600])


def test_good_print_stays_as_it_is() -> None:
    assert np.abs(enhanced(printed_page()).astype(int) - printed_page()).mean() < 2


def test_the_grain_of_blank_paper_does_not_become_print() -> None:
    grain = np.random.default_rng(4).normal(250, 1.2, (600, 400, 1)).repeat(3, axis=2)
    blank = enhanced(np.asarray(np.clip(grain, 0, 255), np.uint8))
    assert np.percentile(blank, 1) > 120
    assert cv2.blur(blank, (9, 9)).min() > 190


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 900, 3), (900, 2, 3)])
def test_odd_sizes_do_no_harm(shape: tuple[int, int, int]) -> None:
    assert enhanced(np.full(shape, 255, np.uint8)).shape == shape
    assert enhanced(np.zeros(shape, np.uint8)).shape == shape


def test_a_large_page_takes_little_memory() -> None:
    page = np.ascontiguousarray(np.tile(printed_page(), (3, 3, 1)))
    tracemalloc.start()
    enhanced(page)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * page.nbytes


@pytest.mark.parametrize("height", [300, 511, 512])
def test_rows_worked_on_apart_give_the_same_page(height: int, monkeypatch: pytest.MonkeyPatch) -> None:
    page = faded(0.1)[:height]
    apart = enhanced(page)
    monkeypatch.setattr("ocr.imaging.contrast._BAND", 10_000)
    assert np.array_equal(apart, enhanced(page))
