"""Rows of curled paper come out straight, flat paper is left alone, and places still point into the page as filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.imaging.dewarp import bend_of, unbent
from ocr.pages import BEND_TERMS, PageText, lift, page_from_json, to_json
from tests.ocr.drawing import box_quad

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ocr.imaging.view import Quad
    from ocr.pages import Bend

    Curl = Callable[[float, float], float]

SIZE = (1600, 2200)
COLUMNS = ((100, 420), (620, 160), (880, 90), (1060, 140), (1300, 200))


def hollow(x: float, y: float) -> float:
    """A sheet whose middle sags."""
    return float(30 * np.sin(np.pi * x / 1600) + 0 * y)


def corner(x: float, y: float) -> float:
    """A sheet whose lower right corner hangs."""
    return float(40 * (x / 1600) ** 3 * y / 2200)


def wave(x: float, y: float) -> float:
    return float(22 * np.sin(2 * np.pi * x / 1700 + 0.4) + 0 * y)


def table(curl: Curl, rows: int = 30, *, tilted: bool = True) -> list[Quad]:
    """A table's text boxes on bent paper, each along its own line."""
    boxes = []
    for row in range(rows):
        for x, width in COLUMNS:
            y = 200 + 60 * row
            left, right = curl(x, y), curl(x + width, y)
            slope = float(np.degrees(np.arctan2(right - left, width))) if tilted else 0.0
            boxes.append(box_quad(x, y + (left + right) / 2, width, 30, slope))
    return boxes


def spread(quads: Sequence[Quad], bend: Bend) -> float:
    """How far the boxes of one row lie apart at most, pixels."""
    middles = np.array([quad.mean(axis=0) for quad in quads])
    levels = unbent(middles, bend, SIZE)[:, 1].reshape(-1, len(COLUMNS))
    return float(np.ptp(levels, axis=1).max())


@pytest.mark.parametrize("curl", [hollow, corner, wave])
def test_rows_of_curled_paper_come_out_straight(curl: Curl) -> None:
    quads = table(curl)
    assert spread(quads, ()) > 15
    assert spread(quads, bend_of(quads, SIZE)) < 6


@pytest.mark.parametrize("curl", [hollow, corner])
def test_rows_whose_ends_drift_into_the_next_row_are_not_mixed_up(curl: Curl) -> None:
    quads = table(lambda x, y: 3 * curl(x, y))
    assert spread(quads, ()) > 50
    assert spread(quads, bend_of(quads, SIZE)) < 5


def test_where_rows_and_slopes_contradict_each_other_nothing_is_moved() -> None:
    assert bend_of(table(lambda x, y: 2 * wave(x, y)), SIZE) == ()
    assert bend_of(table(lambda x, y: 2 * wave(x, y), tilted=False), SIZE) == ()


def test_boxes_drawn_level_are_set_straight_by_their_neighbours() -> None:
    quads = table(hollow, tilted=False)
    assert spread(quads, bend_of(quads, SIZE)) < 0.3 * spread(quads, ())


@pytest.mark.parametrize("height", [0, 2])
def test_flat_paper_is_left_alone(height: int) -> None:
    trembling = np.random.default_rng(7)
    quads = [quad + np.array([0, trembling.normal(0, height / 2)]) for quad in table(lambda *_: 0.0)]
    assert bend_of(quads, SIZE) == ()


def test_few_words_say_nothing_of_the_paper() -> None:
    assert bend_of([], SIZE) == ()
    assert bend_of(table(hollow, 2), SIZE) == ()


def test_lines_without_neighbours_say_nothing_certain() -> None:
    assert bend_of([box_quad(100, 100 + 60 * row, 900, 30) for row in range(30)], SIZE) == ()


def test_lines_of_two_directions_are_not_bent_to_one() -> None:
    level = table(lambda *_: 0.0)
    overprint = [box_quad(150 + 300 * n, 230 + 60 * row, 120, 30, 8) for row in range(30) for n in range(4)]
    bend = bend_of([*level, *overprint], SIZE)
    assert spread(level, bend) < 4


def test_a_stamp_and_a_few_strays_do_not_sway_the_bend() -> None:
    stamp = [box_quad(900, 900 + 20 * n, 160, 30, 25) for n in range(4)]
    quads = table(hollow)
    assert spread(quads, bend_of([*quads, *stamp], SIZE)) < 5


@given(
    st.lists(st.floats(-30, 30), min_size=len(BEND_TERMS), max_size=len(BEND_TERMS)), st.floats(0, 1), st.floats(0, 1)
)
def test_an_unbent_point_points_back_at_itself(bend: list[float], across: float, down: float) -> None:
    gentle = tuple(value / 8 for value in bend)
    point = np.array([[across * SIZE[0], down * SIZE[1]]])
    ((x, y),) = unbent(point, gentle, SIZE)
    assert (x, y + lift(gentle, SIZE, x, y)) == pytest.approx(tuple(point[0]), abs=0.05)


def test_no_bend_moves_nothing() -> None:
    points = np.array([[3.0, 4.0], [500.0, 900.0]])
    assert np.array_equal(unbent(points, (), SIZE), points)


def bent_page(bend: Bend) -> PageText:
    return PageText("a", 1700, 2300, to_filed=(1, 0, 50, 0, 1, 40), upright_size=SIZE, bend=bend)


def test_words_of_curled_paper_point_into_the_page_as_filed() -> None:
    quads = table(hollow)
    page = bent_page(bend_of(quads, SIZE))
    for quad in quads[::17]:
        ((x, y),) = unbent(quad.mean(axis=0)[None], page.bend, SIZE)
        assert page.filed_point(x, y) == pytest.approx((quad[:, 0].mean() + 50, quad[:, 1].mean() + 40), abs=0.5)


def test_a_page_keeps_its_bend_in_json() -> None:
    page = bent_page(bend_of(table(wave), SIZE))
    assert page.bend
    assert page_from_json(to_json(page)) == page


def test_a_page_from_before_there_were_bends_is_flat() -> None:
    earlier = to_json(bent_page(())).replace(',"bend":[]', "")
    assert "bend" not in earlier
    assert page_from_json(earlier).bend == ()
