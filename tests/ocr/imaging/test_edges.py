"""What runs into the edge of the page as filed was cut off; what only comes near was not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ocr.imaging.edges import cut_sides
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from ocr.pages import PageText, Rule, Word

WHOLE = PageText(
    "a",
    1000,
    700,
    upright_size=(1000, 700),
    words=tuple(Word("床位费", 0.99, (100, 40 * n, 90, 30)) for n in range(1, 9)),
    rules=tuple(Rule(50, 60 * n, 950, 60 * n) for n in range(1, 9)),
)


def word(x: int, y: int) -> Word:
    return Word("480.00", 0.99, (x, y, 90, 30))


def with_words(*words: Word) -> PageText:
    return replace(WHOLE, words=(*WHOLE.words, *words))


def with_rules(*rules: Rule) -> PageText:
    return replace(WHOLE, rules=(*WHOLE.rules, *rules))


def test_a_whole_page_is_not_cut() -> None:
    assert cut_sides(WHOLE) == {}


@pytest.mark.parametrize(
    ("side", "places"),
    [
        ("左", [(0, 300), (1, 400)]),
        ("右", [(910, 300), (909, 400)]),
        ("上", [(300, 0), (500, 0)]),
        ("下", [(300, 670), (500, 669)]),
    ],
)
def test_words_at_an_edge_tell_the_side(side: str, places: list[tuple[int, int]]) -> None:
    words = [word(x, y) for x, y in places]
    assert cut_sides(with_words(*words)) == {side: tuple(w.box for w in words)}


def test_one_word_at_an_edge_is_an_accident() -> None:
    assert cut_sides(with_words(word(0, 300))) == {}
    assert cut_sides(with_words(word(0, 300), word(910, 300))) == {}


def test_words_near_the_edge_are_whole() -> None:
    assert cut_sides(with_words(word(4, 300), word(4, 400))) == {}


def test_a_table_that_runs_out_of_the_page_is_cut() -> None:
    page = with_rules(*(Rule(50, y, 999, y) for y in (130, 190, 250)))
    assert cut_sides(page) == {"右": ((999, 130, 1, 1), (999, 190, 1, 1), (999, 250, 1, 1))}


def test_columns_that_run_out_below_are_cut() -> None:
    assert list(cut_sides(with_rules(*(Rule(x, 60, x, 699) for x in (100, 300, 500))))) == ["下"]


def test_streaks_of_a_scanner_cut_nothing() -> None:
    assert cut_sides(with_rules(*(Rule(x, 0, x, 699) for x in (100, 300, 500)))) == {}


def test_a_line_along_the_edge_cuts_nothing() -> None:
    assert cut_sides(with_rules(*(Rule(50, 699, 950, 699) for _ in range(3)))) == {}


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_the_side_is_that_of_the_upright_page(degrees: int) -> None:
    upright = View.of(np.full((700, 1000, 3), 255, np.uint8))
    filed = turned(upright, 360 - degrees).pixels
    view = turned(View.of(filed), degrees)
    height, width = filed.shape[:2]
    page = with_words(word(0, 300), word(0, 400))
    assert list(cut_sides(replace(page, width=width, height=height, to_filed=view.affine))) == ["左"]
