from __future__ import annotations

import numpy as np
import pytest

from ocr.imaging.deskew import levelled
from ocr.imaging.rules import find_rules, ink_of
from ocr.imaging.view import View
from tests.ocr.drawing import paper, printed_page, ruled, write

COLUMNS, ROWS = (50, 250, 400, 550), (60, 120, 180, 300)
HEIGHT = 24.0


def places(pixels: np.ndarray) -> tuple[list[int], list[int]]:
    """X of the upright rules and y of the level ones."""
    rules = find_rules(ink_of(pixels, HEIGHT), HEIGHT)
    return sorted(r.x0 for r in rules if not r.horizontal), sorted(r.y0 for r in rules if r.horizontal)


def test_every_rule_of_a_table_is_found_once() -> None:
    upright, level = places(ruled(COLUMNS, ROWS))
    assert upright == pytest.approx(COLUMNS, abs=2)
    assert level == pytest.approx(ROWS, abs=2)


def test_rules_run_from_end_to_end() -> None:
    rules = find_rules(ink_of(ruled(COLUMNS, ROWS), HEIGHT), HEIGHT)
    assert all((r.x0, r.x1) == pytest.approx((50, 552), abs=3) for r in rules if r.horizontal)
    assert all((r.y0, r.y1) == pytest.approx((60, 302), abs=3) for r in rules if not r.horizontal)


def test_a_slightly_sloping_rule_is_one_rule_with_its_slope() -> None:
    tilted = levelled(View.of(ruled((50, 550), (60, 300))), 0.8)
    level = [r for r in find_rules(ink_of(tilted.pixels, HEIGHT), HEIGHT) if r.horizontal]
    assert len(level) == 2
    assert all(r.y0 - r.y1 == pytest.approx(7, abs=3) for r in level)


def test_sloping_rules_close_to_each_other_keep_their_own_ends() -> None:
    tilted = levelled(View.of(ruled((50, 550), (60, 68, 300))), 0.8)
    level = [r for r in find_rules(ink_of(tilted.pixels, HEIGHT), HEIGHT) if r.horizontal]
    assert [r.y0 - level[0].y0 for r in level] == pytest.approx((0, 8, 240), abs=2)
    assert all(r.y0 - r.y1 == pytest.approx(7, abs=3) for r in level)


def test_a_rule_broken_by_a_fold_is_one_rule() -> None:
    table = ruled(COLUMNS, ROWS)
    table[:, 300:308] = 255
    _, level = places(table)
    assert level == pytest.approx(ROWS, abs=2)


def test_pale_rules_are_found() -> None:
    table = ruled(COLUMNS, ROWS)
    table[table == 0] = 205
    upright, level = places(table)
    assert (len(upright), len(level)) == (4, 4)


def test_print_has_no_rules() -> None:
    assert places(printed_page()) == ([], [])


def test_a_black_bar_is_no_rule() -> None:
    sheet = paper(600, 400)
    sheet[100:160, 50:550] = 0
    assert places(sheet)[1] == []


def test_a_fold_is_no_rule() -> None:
    sheet = paper(600, 400)
    shade = 255 - 60 * np.exp(-(((np.arange(600) - 300) / 14) ** 2))
    sheet[:] = np.minimum(sheet, shade.astype(np.uint8)[None, :, None])
    assert places(sheet) == ([], [])


def test_an_empty_page_has_no_rules() -> None:
    assert places(paper()) == ([], [])
    assert places(write(paper(), "一", (100, 100), 24)) == ([], [])
