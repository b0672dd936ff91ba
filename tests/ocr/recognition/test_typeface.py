"""Letters are drawn where they are said to stand, at any size, and in the page's own shapes where it has them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ocr.recognition.typeface import ANY, Typeface, fitted, resized

FACE = Typeface(20.0, 1.0)


def middle_of(ink: np.ndarray) -> float:
    columns = ink.sum(axis=0)
    return float((columns * (np.arange(columns.size) + 0.5)).sum() / columns.sum())


def test_a_character_stands_where_its_place_says() -> None:
    (place, _) = FACE.places("中")
    assert middle_of(FACE.drawn("中")) == pytest.approx(place, abs=0.6)


def test_a_text_has_blank_on_both_sides() -> None:
    drawn = FACE.drawn("中国")
    assert drawn[:, :5].max() < 0.05
    assert drawn[:, -5:].max() < 0.05
    assert drawn.shape == (24, 60)


@pytest.mark.parametrize("em", [7.3, 20.0, 31.0])
def test_a_text_is_as_long_as_its_characters(em: float) -> None:
    face = FACE.sized(em)
    assert face.places("12.50")[-1] == pytest.approx((0.5 + 4 * face.digit) * em + face.advance("."))


def test_softer_print_is_drawn_paler() -> None:
    assert replace(FACE, soft=3.0).drawn("8").max() < 0.7 * FACE.drawn("8").max()


def test_an_unknown_digit_is_the_mean_of_all() -> None:
    every = np.mean([FACE.glyph(digit) for digit in "0123456789"], axis=0)
    assert np.allclose(FACE.glyph(ANY), every)


def test_own_shapes_take_the_place_of_drawn_ones_at_every_size() -> None:
    blank = np.zeros_like(FACE.glyph("7"))
    own = replace(FACE, own={"7": blank})
    assert own.drawn("7").max() == 0
    assert own.sized(12.0).drawn("7").max() == 0
    assert own.drawn("8").max() > 0


def test_shapes_are_cut_and_padded_alike_above_and_below() -> None:
    shape = np.arange(6, dtype=np.float32).reshape(6, 1)
    assert fitted(shape, 4).ravel().tolist() == [1, 2, 3, 4]
    assert fitted(shape, 8).ravel().tolist() == [0, 0, 1, 2, 3, 4, 5, 0]
    assert fitted(shape, 9).shape == (9, 1)


def test_ink_is_brought_to_another_size() -> None:
    assert resized(np.ones((10, 20), np.float32), 0.5).shape == (5, 10)
