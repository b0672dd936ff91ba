"""Values of OFD attributes, as the standard writes them and as careless and hostile files do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.capture import ofd_values as values


@pytest.mark.parametrize(
    ("text", "found"),
    [("1 2.5 -3", [1.0, 2.5, -3.0]), ("1,2", [1.0, 2.0]), ("", []), ("1 x 2", [1.0]), ("nan 1", []), ("1e99 1", [])],
)
def test_numbers_end_where_sense_ends(text: str, found: list[float]) -> None:
    assert values.numbers(text) == found


@pytest.mark.parametrize("text", ["", "1 2 3", "0 0 -5 9", "0 0 9"])
def test_what_encloses_nothing_is_no_box(text: str) -> None:
    assert values.box(text) is None


def test_a_box_is_place_and_size() -> None:
    assert values.box("0 0 210 140") == (0.0, 0.0, 210.0, 140.0)


@pytest.mark.parametrize(
    ("text", "count", "found"),
    [
        ("3 4 5", 4, [3.0, 4.0, 5.0]),
        ("g 3 1.5", 4, [1.5, 1.5, 1.5]),
        ("2 g 2 1.5 4", 5, [2.0, 1.5, 1.5, 4.0]),
        ("3", 4, [3.0, 3.0, 3.0]),
        ("", 4, []),
        ("g", 2, []),
        ("g 900000 1", 3, [1.0] * 20_000),
        ("g 999999999 1", 3, []),
    ],
)
def test_steps_between_characters(text: str, count: int, found: list[float]) -> None:
    assert values.steps(text, count) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("255 0 10", (255, 0, 10)),
        ("128", (128, 128, 128)),
        ("0 0 0 255", (0, 0, 0)),
        ("0 255 255 0", (255, 0, 0)),
        ("", (0, 0, 0)),
        ("900 -4 3", (255, 0, 3)),
    ],
)
def test_colours_of_every_space(text: str, found: tuple[int, int, int]) -> None:
    assert values.ink(text) == found


def test_a_matrix_moves_points_as_the_standard_says() -> None:
    turned = values.matrix("0 1 -1 0 10 20")
    assert values.moved(turned, (1, 0)) == (10, 21)
    assert values.moved(turned, (0, 1)) == (9, 20)
    assert values.matrix("1 2") == values.UNMOVED


def test_a_path_gives_its_lines() -> None:
    assert values.outlines("M 0 0 L 10 0 L 10 5 C M 1 1 L 2 2") == [
        [(0, 0), (10, 0), (10, 5), (0, 0)],
        [(1, 1), (2, 2)],
    ]


def test_curves_end_where_they_should() -> None:
    [line] = values.outlines("M 0 0 B 0 10 10 10 10 0 Q 15 5 20 0 A 5 5 0 0 1 30 0")
    assert line[0] == (0, 0)
    assert (10, 0) in line
    assert (20, 0) in line
    assert line[-1] == (30, 0)
    assert max(y for _, y in line) == pytest.approx(7.5)


@pytest.mark.parametrize("text", ["", "L 1 1", "M", "M 1", "X 1 2", "C", "M 0 0 L x y"])
def test_broken_paths_give_what_they_have(text: str) -> None:
    assert all(len(line) == 1 for line in values.outlines(text))


@given(st.text(max_size=60))
def test_no_text_breaks_them(text: str) -> None:
    values.numbers(text)
    values.steps(text, 9)
    values.outlines(text)
    assert values.matrix(text)
    assert all(0 <= part <= 255 for part in values.ink(text))
