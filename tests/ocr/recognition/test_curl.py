"""What was found on curled paper lies in straight rows, and its places still point at the paper as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from ocr.imaging.crops import level_box
from ocr.pages import PageText, Rule, Word
from ocr.recognition.curl import bent, laid_flat
from ocr.recognition.looking import quad_of
from tests.ocr.drawing import box_quad

if TYPE_CHECKING:
    from ocr.imaging.view import Quad

SIZE = (1600, 2200)


def sag(x: float) -> float:
    """How far the paper hangs down at a place across."""
    return 50 * (1 - ((x - 800) / 800) ** 2)


def quads(*, curled: bool) -> tuple[Quad, ...]:
    """Rows of boxes, each along the paper."""
    made = []
    for row in range(20):
        for column in range(7):
            x, y = 80 + 210 * column, 120 + 95 * row
            quad = box_quad(x, y, 180, 30)
            made.append(quad + np.array([[0, sag(px)] for px in quad[:, 0]]) if curled else quad)
    return tuple(made)


def page_of(found: tuple[Quad, ...]) -> PageText:
    words = tuple(Word(str(n), 1.0, level_box(quad)) for n, quad in enumerate(found))
    rule = Rule(100, 100 + round(sag(100)), 800, 150)
    return PageText("a", *SIZE, upright_size=SIZE, words=words, rules=(rule,))


def test_rows_of_a_curled_page_come_out_straight() -> None:
    found = quads(curled=True)
    flat = laid_flat(page_of(found), found)
    assert flat.bend
    rows = np.array([word.box[1] for word in flat.words]).reshape(20, 7)
    assert np.ptp(rows, axis=1).max() <= 4
    assert abs(flat.rules[0].y1 - flat.rules[0].y0) <= 6


def test_places_of_the_flat_page_point_at_the_paper_as_it_was() -> None:
    found = quads(curled=True)
    flat = laid_flat(page_of(found), found)
    for quad, word in zip(found, flat.words, strict=True):
        assert bent(quad_of(word.box), flat).mean(axis=0) == pytest.approx(quad.mean(axis=0), abs=4)


def test_a_flat_page_stays_as_it_is() -> None:
    found = quads(curled=False)
    page = page_of(found)
    assert laid_flat(page, found) is page
    assert bent(found[0], page) is found[0]
