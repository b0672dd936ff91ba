"""What shines through from the back of a page is left out; pale or blurred print of this side is not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.imaging.bleed import of_this_side
from ocr.imaging.view import View
from ocr.pages import Word
from tests.ocr.drawing import LINES, paper, write

FRONT = tuple(Word(text, 0.99, (76, 66 + row * 90, 480, 40)) for row, text in enumerate(LINES))
GHOST = Word("呦呦", 0.4, (76, 521, 480, 40))


def front() -> np.ndarray:
    sheet = paper(1000, 700)
    for row, text in enumerate(LINES):
        sheet = write(sheet, text, (80, 70 + row * 90))
    return sheet


def with_line(ink: int, blur: float, *, mirrored: bool = False) -> View:
    """The page with one more line, of that ink and blur."""
    line = write(paper(480, 40), "个人现金支付 2421.58 元", (4, 2), 30, ink)
    soft = np.asarray(cv2.GaussianBlur(line, (0, 0), blur) if blur else line, np.uint8)
    sheet = front().copy()
    sheet[521:561, 76:556] = soft[:, ::-1] if mirrored else soft
    return View.of(sheet)


def test_print_that_shines_through_is_left_out() -> None:
    assert of_this_side(with_line(205, 2.5, mirrored=True), (*FRONT, GHOST)) == FRONT


def test_the_order_of_the_other_words_stays() -> None:
    view = with_line(205, 2.5, mirrored=True)
    assert of_this_side(view, (*FRONT[:2], GHOST, *FRONT[2:])) == FRONT


@pytest.mark.parametrize(
    ("ink", "blur"),
    [(205, 0.0), (0, 2.5), (120, 1.0)],
    ids=["pale but sharp", "soft but black", "a little of both"],
)
def test_doubtful_print_of_this_side_is_kept(ink: int, blur: float) -> None:
    words = (*FRONT, GHOST)
    assert of_this_side(with_line(ink, blur), words) == words


def test_a_word_that_is_read_clearly_is_print_of_this_side() -> None:
    words = (*FRONT, Word("2421.58", 0.97, GHOST.box))
    assert of_this_side(with_line(205, 2.5), words) == words


def test_a_page_on_which_nothing_is_clear_is_left_as_it_is() -> None:
    words = (GHOST, *(Word(w.text, 0.5, w.box) for w in FRONT))
    assert of_this_side(with_line(205, 2.5), words) == words


def test_words_without_pixels_are_kept() -> None:
    words = (*FRONT, Word("远", 0.3, (5000, 5000, 30, 30)))
    assert of_this_side(View.of(front()), words) == words


def test_a_page_without_words_has_none_on_either_side() -> None:
    assert of_this_side(View.of(paper()), ()) == ()
