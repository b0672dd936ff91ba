"""Bad captures say why; good ones keep quiet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.quality import WORST, Measures, flaws_of, measure
from ocr.pages import PageText, Word
from tests.ocr.drawing import LINES, paper, printed_page

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels

GOOD = Measures(words=50, unclear=0.02, height=30, contrast=180, paper=250, sharpness=0.6, cut=0)


def read(pixels: Pixels, *, size: int = 30, confidence: float = 0.99, left: int = 80) -> PageText:
    """What a recogniser would say of ``printed_page``."""
    boxes = [(left, 85 + row * size * 3, 300, size) for row in range(len(LINES))]
    words = tuple(Word(text, confidence, box) for text, box in zip(LINES, boxes, strict=True))
    height, width = pixels.shape[:2]
    return PageText("a", width, height, upright_size=(width, height), words=words)


def said(pixels: Pixels, **how: float) -> str:
    return "".join(flaw.said for flaw in flaws_of(measure(pixels, read(pixels, **how))))  # type: ignore[arg-type]


def test_a_good_page_gives_no_reason() -> None:
    assert flaws_of(GOOD) == ()
    assert said(printed_page()) == ""


def test_the_worst_that_passes_passes() -> None:
    assert flaws_of(WORST) == ()


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        ({"unclear": 0.4}, "看不清"),
        ({"height": 12.0}, "字太小"),
        ({"contrast": 30.0}, "太浅"),
        ({"paper": 80.0}, "太暗"),
        ({"sharpness": 0.2}, "模糊"),
        ({"cut": 3}, "切掉"),
        ({"words": 0}, "没有识别到文字"),
    ],
)
def test_each_fault_has_its_reason(fault: dict[str, float], word: str) -> None:
    (flaw,) = flaws_of(replace(GOOD, **fault))  # type: ignore[arg-type]
    assert word in flaw.said


def test_a_blurred_page_is_blurred() -> None:
    assert "模糊" in said(cv2.GaussianBlur(printed_page(), (0, 0), 5))  # type: ignore[arg-type]


def test_a_dark_page_is_dark() -> None:
    assert "太暗" in said((printed_page() // 3).astype(np.uint8))


def test_a_faint_page_is_faint() -> None:
    assert "太浅" in said((255 - (255 - printed_page()) // 8).astype(np.uint8))


def test_small_print_is_small() -> None:
    assert "字太小" in said(printed_page(size=10), size=10)


def test_words_at_the_edge_are_cut_off() -> None:
    assert "切掉" in said(printed_page(), left=0)


def test_an_empty_page_is_said_to_be_empty() -> None:
    page = PageText("a", 400, 300, upright_size=(400, 300))
    assert measure(paper(), page) == Measures(words=0)


def test_boxes_without_pixels_are_not_measured() -> None:
    page = PageText("a", 400, 300, words=(Word("x", 0.9, (500, 500, 10, 10)), Word("y", 0.9, (0, 0, 2, 2))))
    assert measure(paper(), page).words == 0
