"""Two cells the detector took for one word are cut at the rule between them, and nothing else is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from ocr.imaging.columns import cut_at_rules, line_height, standing_free
from ocr.imaging.crops import level_box
from ocr.imaging.rules import find_rules, ink_of
from ocr.pages import Rule
from tests.ocr.drawing import box_quad, ruled, write

if TYPE_CHECKING:
    from ocr.imaging.view import Pixels, Quad
    from ocr.pages import Box


def cut(pixels: Pixels, *quads: Quad) -> list[Box]:
    ink = ink_of(pixels, 24)
    return [level_box(quad) for quad in cut_at_rules(quads, find_rules(ink, 24), ink)]


def two_cells() -> Pixels:
    table = ruled((100, 300, 500), (50, 350))
    return write(write(table, "5", (270, 100), 24), "盒", (315, 100), 24)


def test_a_word_across_a_rule_becomes_two() -> None:
    left, right = cut(two_cells(), box_quad(262, 100, 86, 36))
    assert left[0] + left[2] == pytest.approx(301, abs=3)
    assert right[0] == pytest.approx(301, abs=3)
    assert (left[1], left[3]) == (right[1], right[3])


def test_a_word_across_two_rules_becomes_three() -> None:
    assert len(cut(two_cells(), box_quad(60, 200, 280, 36))) == 3


def test_a_word_inside_its_cell_stays_whole() -> None:
    assert cut(two_cells(), box_quad(110, 100, 180, 36)) == [(110, 100, 180, 36)]


def test_a_rule_at_the_end_of_a_box_is_its_frame() -> None:
    assert len(cut(two_cells(), box_quad(205, 100, 100, 36))) == 1


def test_a_character_printed_over_a_rule_is_not_cut() -> None:
    over = write(ruled((100, 300, 500), (50, 350)), "氯化钠注射液", (228, 96), 30)
    assert len(cut(over, box_quad(224, 96, 190, 40))) == 1


def test_a_rule_that_ends_above_the_word_does_not_cut_it() -> None:
    assert len(cut(two_cells(), box_quad(262, 360, 86, 30))) == 1


def test_a_sloping_rule_cuts_where_it_passes() -> None:
    ink = np.zeros((400, 600), np.uint8)
    for y in range(400):
        ink[y, 280 + y // 10 : 283 + y // 10] = 255
    top, bottom = (cut_at_rules([box_quad(250, y, 100, 30)], [Rule(281, 0, 321, 400)], ink) for y in (20, 340))
    assert level_box(top[0])[2] == pytest.approx(34, abs=2)
    assert level_box(bottom[0])[2] == pytest.approx(66, abs=2)


def test_strokes_of_large_print_are_no_rules() -> None:
    title = box_quad(100, 50, 400, 40)
    stroke, column = Rule(200, 55, 200, 85), Rule(300, 40, 300, 300)
    assert standing_free([stroke, column], [title]) == (column,)


def test_the_usual_height_is_the_median() -> None:
    assert line_height([box_quad(0, 0, 90, 20), box_quad(0, 0, 90, 22), box_quad(0, 0, 90, 80)]) == pytest.approx(22)
    assert line_height([]) == 20.0
