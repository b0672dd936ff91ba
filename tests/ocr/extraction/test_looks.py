from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.extraction.looks import RIVAL, places_of, readings_of, seen_in, upright_box
from ocr.pages import Look, PageText, Word
from tests.papers import a_text, a_word

if TYPE_CHECKING:
    from ocr.pages import Box

PLACE: Box = (400, 300, 120, 30)


def a_photo(tilt: float, vanishing: tuple[float, float] = (0.0, 0.0)) -> PageText:
    """A page whose upright frame is turned by some degrees in the filed one, perhaps seen at an angle."""
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    return PageText(
        "a", 9000, 9000, to_filed=(c, -s, 2500.0, s, c, 2500.0), upright_size=(1240, 1754), vanishing=vanishing
    )


def a_look(text: str, box: Box = PLACE, *, confidence: float = 0.99, how: str = "scale") -> Look:
    return Look(box, text, confidence, confidence, how)


def page_with(word: Word, *looks: Look) -> PageText:
    return replace(a_text([word, a_word("床位费", 60, 300)]), looks=looks)


@settings(deadline=None)
@given(st.floats(-180, 180), st.tuples(st.integers(50, 900), st.integers(50, 1500)))
def test_the_middle_of_a_place_is_found_again_however_the_page_lay(tilt: float, corner: tuple[int, int]) -> None:
    page, box = a_photo(tilt), (*corner, 100, 100)
    x, y, w, h = upright_box(page, page.filed_box(box))
    assert abs(x + w / 2 - corner[0] - 50) < 4
    assert abs(y + h / 2 - corner[1] - 50) < 4


@pytest.mark.parametrize("vanishing", [(0.0, 0.0), (1e-5, 2e-5), (-2e-5, 1e-5)])
def test_a_box_of_a_photographed_sheet_keeps_about_its_size(vanishing: tuple[float, float]) -> None:
    page = a_photo(1.0, vanishing)
    back = upright_box(page, page.filed_box(PLACE))
    assert all(abs(a - b) < 15 for a, b in zip(back, PLACE, strict=True))


def test_a_page_that_maps_to_nothing_still_gives_a_box() -> None:
    flat = replace(a_photo(0.0), to_filed=(0.0, 0.0, 5.0, 0.0, 0.0, 5.0))
    assert len(upright_box(flat, PLACE)) == 4


def test_a_cell_is_looked_at_where_its_word_stands() -> None:
    word = a_word("12.00", 400, 300)
    assert places_of(page_with(word), word.box) == (word.box,)


def test_a_word_that_holds_several_cells_is_looked_at_only_where_the_cell_is() -> None:
    word = a_word("注射用头孢曲松钠12.00", 100, 300)
    x, y, w, h = word.box
    ((left, _, width, _),) = places_of(page_with(word), (x + w - 60, y, 60, h))
    assert left > x + w / 2
    assert left + width <= x + w


def test_a_place_tells_everything_that_was_read_there() -> None:
    word = replace(a_word("72.00", 400, 300), rivals=((0, "1", 0.2),))
    assert readings_of(page_with(word, a_look("77.00", word.box)), word.box) == ("72.00", "77.00", "12.00")


def test_a_look_at_another_place_says_nothing_of_this_one() -> None:
    word = a_word("72.00", 400, 300)
    assert seen_in(page_with(word, a_look("9", (400, 500, 60, 30))), word.box, "72.00") == ()


def test_a_runner_up_character_reaches_the_cell_that_shares_its_word() -> None:
    word = replace(a_word("氢化钠 2", 400, 300), rivals=((0, "氯", 0.3),))
    page = page_with(word)
    assert [seen.text for seen in seen_in(page, word.box, "氢化钠")] == ["氯化钠"]
    assert seen_in(page, word.box, "2") == ()


def test_a_wrapped_cell_is_read_anew_line_by_line() -> None:
    upper, lower = a_word("注射用氢", 400, 300), a_word("化钠", 400, 340)
    page = replace(a_text([upper, lower]), looks=(a_look("注射用氯", upper.box),))
    around = (400, 300, upper.box[2], 70)
    assert [seen.text for seen in seen_in(page, around, "注射用氢化钠")] == ["注射用氯化钠"]


def test_a_look_and_a_rival_say_how_they_were_come_by() -> None:
    word = replace(a_word("72.00", 400, 300), rivals=((0, "1", 0.2),))
    found = seen_in(page_with(word, a_look("12.00", word.box, how="binary")), word.box, "72.00")
    assert [seen.how for seen in found] == ["binary", RIVAL]


def test_a_look_at_a_whole_word_gives_a_cell_only_its_part() -> None:
    word = a_word("44.64 4/次", 400, 300)
    x, y, w, h = word.box
    page = page_with(word, a_look("44.64 4/次", word.box), a_look("44.64 4/坎", word.box))
    found = [seen.text for seen in seen_in(page, (x + w - 24, y, 24, h), "次")]
    assert found == ["次", "坎"]


def test_a_look_at_the_part_of_a_word_is_the_cells_own() -> None:
    word = a_word("注射用头孢曲松钠12.00", 100, 300)
    x, y, w, h = word.box
    cell = (x + w - 60, y, 60, h)
    (place,) = places_of(page_with(word), cell)
    assert [seen.text for seen in seen_in(page_with(word, a_look("72.00", place)), cell, "12.00")] == ["72.00"]
