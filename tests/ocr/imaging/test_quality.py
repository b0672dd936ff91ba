"""Bad captures say why and where; good ones keep quiet."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from ocr.imaging.deskew import levelled
from ocr.imaging.quality import judged
from ocr.imaging.turning import turned
from ocr.imaging.view import View
from ocr.pages import PageText, Word
from tests.ocr.drawing import LINES, paper, printed_page, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from ocr.imaging.view import Pixels

    Damage = Callable[[Pixels], Pixels]

ROWS, COLUMNS = 16, 4


@cache
def _printed() -> Pixels:
    word = write(paper(290, 60), "床位费 480.00", (40, 30), 24)
    return np.asarray(np.pad(np.tile(word, (ROWS, COLUMNS, 1)), ((0, 40), (0, 40), (0, 0)), constant_values=255))


def full_page() -> Pixels:
    """A page full of print: four columns of sixteen words."""
    return _printed().copy()


def page_of(view: View, words: tuple[Word, ...]) -> PageText:
    width, height = view.filed_size
    return PageText("a", width, height, to_filed=view.affine, upright_size=view.size, words=words)


def words_of_full_page(size: int = 24, confidence: float = 0.99) -> tuple[Word, ...]:
    places = [(38 + 290 * column, 28 + 60 * row) for row in range(ROWS) for column in range(COLUMNS)]
    return tuple(Word("床位费 480.00", confidence, (x, y, size * 7, size * 4 // 3)) for x, y in places)


def codes(pixels: Pixels, words: tuple[Word, ...] | None = None) -> list[str]:
    view = View.of(pixels)
    return [flaw.code for flaw in judged(view, page_of(view, words or words_of_full_page()))]


def blurred(pixels: Pixels, by: float = 3.0) -> Pixels:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), by), np.uint8)


def faint(pixels: Pixels) -> Pixels:
    return np.asarray(255 - (255 - pixels) // 24, np.uint8)


def dark(pixels: Pixels) -> Pixels:
    return np.asarray(pixels // 7, np.uint8)


def test_a_good_page_gives_no_reason() -> None:
    assert codes(full_page()) == []


@pytest.mark.parametrize("damage", [lambda p: blurred(p, 0.8), lambda p: 255 - (255 - p) // 9, lambda p: p // 4])
def test_a_page_that_is_not_quite_good_gives_no_reason_either(damage: Damage) -> None:
    assert codes(damage(full_page())) == []


@pytest.mark.parametrize(
    ("damage", "code", "word"),
    [(blurred, "blurred", "模糊"), (faint, "too-faint", "太浅"), (dark, "too-dark", "太暗")],
)
def test_each_fault_of_a_whole_page_has_its_reason(damage: Damage, code: str, word: str) -> None:
    view = View.of(damage(full_page()))
    flaws = judged(view, page_of(view, words_of_full_page()))
    assert [(flaw.code, flaw.boxes) for flaw in flaws] == [(code, ())]
    assert word in flaws[0].said


@pytest.mark.parametrize(("damage", "code"), [(blurred, "blurred"), (faint, "too-faint"), (dark, "too-dark")])
def test_a_fault_of_one_corner_says_where(damage: Damage, code: str) -> None:
    pixels = full_page()
    pixels[600:, 600:] = damage(pixels)[600:, 600:]
    words = tuple(replace(w, confidence=0.6) if min(w.box[:2]) > 590 else w for w in words_of_full_page())
    view = View.of(pixels)
    (flaw,) = judged(view, page_of(view, words))
    assert flaw.code == code
    assert flaw.said.startswith("局部")
    assert all(x > 500 and y > 500 for x, y, _, _ in flaw.boxes)


def test_a_soft_corner_that_reads_clearly_gives_no_reason() -> None:
    pixels = full_page()
    pixels[600:, 600:] = blurred(pixels, 2)[600:, 600:]
    assert codes(pixels) == []


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_places_of_a_turned_page_are_those_of_the_page_as_filed(degrees: int) -> None:
    pixels = full_page()
    pixels[500:, :600] = blurred(pixels)[500:, :600]
    words = tuple(replace(w, confidence=0.6) if w.box[0] < 590 and w.box[1] > 490 else w for w in words_of_full_page())
    filed = turned(View.of(pixels), 360 - degrees).pixels
    view = turned(View.of(filed), degrees)
    (flaw,) = judged(view, page_of(view, words))
    assert all(blurred_there(filed, box) for box in flaw.boxes)


def blurred_there(filed: Pixels, box: tuple[int, int, int, int]) -> bool:
    x, y, width, height = box
    return int(np.abs(np.diff(filed[y : y + height, x : x + width, 0].astype(int), axis=1)).max()) < 90


@pytest.mark.parametrize("degrees", [-2.0, 3.5])
def test_a_tilted_page_is_judged_like_a_level_one(degrees: float) -> None:
    upright = View.of(full_page())
    tilted = levelled(upright, -degrees)
    back = np.asarray(np.linalg.inv(tilted.to_filed), np.float64)
    view = View(tilted.pixels, back, upright.size, tilted.size)
    assert judged(view, page_of(view, words_of_full_page())) == ()


def test_small_print_is_small() -> None:
    words = tuple(replace(word, box=(*word.box[:3], 9)) for word in words_of_full_page())
    assert codes(full_page(), words)[0] == "too-small"


def test_a_page_of_unsure_words_is_unclear() -> None:
    assert "unclear" in codes(full_page(), words_of_full_page(confidence=0.5))


def test_words_at_the_edge_are_cut_off_and_say_where() -> None:
    cut = tuple(replace(word, box=(0, *word.box[1:])) for word in words_of_full_page()[:8:4])
    view = View.of(full_page())
    (flaw,) = judged(view, page_of(view, (*cut, *words_of_full_page())))
    assert (flaw.code, flaw.boxes) == ("cut-off", tuple(word.box for word in cut))
    assert "左边" in flaw.said


@pytest.mark.parametrize("sheet", [paper(1200, 1000), np.full((1000, 1200, 3), 215, np.uint8)])
def test_a_blank_page_is_said_to_be_blank(sheet: Pixels) -> None:
    (flaw,) = judged(View.of(sheet), page_of(View.of(sheet), ()))
    assert flaw.code == "no-text"
    assert "空白页" in flaw.said


def scenery() -> Pixels:
    """Sky above, a wood below."""
    rng = np.random.default_rng(3)
    picture = np.zeros((900, 1200, 3), np.float32)
    picture[:400] = np.linspace((235, 160, 90), (240, 200, 160), 400)[:, None, :]
    wood = cv2.GaussianBlur(rng.uniform(0, 255, (500, 1200)).astype(np.float32), (0, 0), 2)
    picture[400:] = wood[:, :, None] * np.array([0.4, 0.9, 0.5])
    return picture.astype(np.uint8)


@pytest.mark.parametrize("words", [(), (Word("木", 0.3, (10, 500, 40, 40)), Word("a", 0.9, (90, 500, 40, 40)))])
def test_a_picture_of_something_else_shows_no_paper(words: tuple[Word, ...]) -> None:
    view = View.of(scenery())
    assert [flaw.code for flaw in judged(view, page_of(view, words))] == ["no-paper"]


def test_a_desk_without_a_page_shows_no_paper() -> None:
    view = View.of(np.full((900, 1200, 3), (60, 90, 120), np.uint8))
    assert [flaw.code for flaw in judged(view, page_of(view, ()))] == ["no-paper"]


def test_boxes_without_pixels_are_not_measured() -> None:
    words = (Word("x", 0.9, (5000, 5000, 10, 10)), Word("y", 0.9, (40, 40, 2, 2)), Word("z", 0.9, (50, 50, 2, 2)))
    assert codes(paper(), words) == []


def test_a_few_clear_words_are_enough_for_a_good_page() -> None:
    boxes = [(80, 85 + row * 90, 300, 30) for row in range(len(LINES))]
    assert codes(printed_page(), tuple(Word(t, 0.99, b) for t, b in zip(LINES, boxes, strict=True))) == []
