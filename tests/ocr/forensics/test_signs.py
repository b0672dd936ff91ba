"""Changed figures stand out of their own digits, their column, their paper; honest print and damage do not."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from ocr.forensics.signs import signs
from ocr.imaging.stamp import stamps
from ocr.imaging.view import View
from ocr.pages import PageText, Word
from tests.ocr.forensics.sheets import SIZE, Sheet, middle_of, table


def codes(sheet: Sheet, seed: int = 0) -> list[str]:
    return [sign.code for sign in signs(sheet.scanned(seed), sheet.page)]


@pytest.mark.parametrize("seed", range(4))
def test_honest_print_is_silent(seed: int) -> None:
    assert codes(table(), seed) == []


def test_a_digit_of_another_print_is_shown_where_it_stands() -> None:
    sheet = table(skipped=1)
    rest = sheet.print("452.00", 700, middle_of(1))
    sheet.words.pop()
    sheet.print("5", rest[0] + 2, middle_of(1) - 2, size=30, face="bold")
    sheet.words[-1] = Word("5452.00", 0.99, (rest[0] - 18, rest[1], rest[2] + 18, rest[3]))
    (sign,) = signs(sheet.scanned(), sheet.page)
    assert sign.code == "odd-digits"
    assert "“5452.00”中的“5”" in sign.said
    assert abs(sign.box[0] - rest[0] + 18) < 12
    assert 0.5 < sign.score < 1


def test_a_figure_of_three_digits_says_too_little_of_one_of_them() -> None:
    sheet = table(skipped=1)
    rest = sheet.print(".00", 700, middle_of(1))
    sheet.words.pop()
    sheet.print("0", rest[0] + 2, middle_of(1) - 2, size=30, face="bold")
    sheet.words[-1] = Word("0.00", 0.99, (rest[0] - 18, rest[1], rest[2] + 18, rest[3]))
    assert "odd-digits" not in codes(sheet)


def test_a_cell_printed_otherwise_than_its_column_is_shown() -> None:
    sheet = table(skipped=4)
    sheet.print("6640.20", 700, middle_of(4), size=30, face="bold")
    (sign,) = signs(sheet.scanned(), sheet.page)
    assert sign.code == "odd-figure"
    assert sign.box[1] == middle_of(4) - 18


def test_the_row_of_a_sum_may_be_set_apart() -> None:
    sheet = table()
    sheet.print("合计", 200, middle_of(10), size=30, face="bold")
    sheet.print("13314.00", 700, middle_of(10), size=30, face="bold")
    assert codes(sheet) == []


def test_a_column_in_two_prints_is_no_forgery() -> None:
    sheet = table(skipped=4)
    sheet.words = [word for word in sheet.words if word.text != "815.00"]
    for row, amount in ((4, "640.20"), (6, "815.00")):
        ImageDraw.Draw(sheet.image).rectangle(
            (560, middle_of(row) - 18, 720, middle_of(row) + 18), fill=(250, 250, 250)
        )
        sheet.print(amount, 700, middle_of(row), size=30, face="bold")
    sheet.print("27.96", 700, middle_of(5), size=30, face="bold")
    assert codes(sheet) == []


def test_paper_pasted_under_a_figure_is_shown() -> None:
    sheet = table(skipped=3)
    sheet.shade((590, middle_of(3) - 19, 116, 38), 238)
    box = sheet.print("8118.75", 700, middle_of(3))
    (sign,) = signs(sheet.scanned(), sheet.page)
    assert sign.code == "patched-paper"
    assert sign.box == box


@pytest.mark.parametrize("band", [(0, 240, SIZE[0], 80), (560, 0, 160, SIZE[1]), (0, 270, 640, 700)])
def test_folds_and_shadows_are_no_patches(band: tuple[int, int, int, int]) -> None:
    sheet, (x, y, width, height) = table(), band
    light = np.ones((SIZE[1], SIZE[0], 1), np.float32)
    light[y : y + height, x : x + width] = 0.93
    soft = cv2.GaussianBlur(light, (0, 0), 12)[..., None]
    sheet.image = Image.fromarray((np.asarray(sheet.image) * soft).astype(np.uint8))
    assert codes(sheet) == []


def test_figures_under_a_seal_are_left_alone() -> None:
    sheet = table()
    ImageDraw.Draw(sheet.image).ellipse((560, 260, 760, 460), outline=(205, 40, 40), width=7)
    ImageDraw.Draw(sheet.image).regular_polygon((660, 360, 40), 5, fill=(205, 40, 40))
    view = sheet.scanned()
    assert signs(view, sheet.page, stamps(view.source)) == ()


def test_a_sign_of_currency_read_as_a_digit_is_no_digit() -> None:
    sheet = table(skipped=2)
    sheet.print("¥96.30", 700, middle_of(2), read="796.30")
    assert codes(sheet) == []


def test_what_stands_on_half_the_page_is_how_it_is_printed() -> None:
    sheet = Sheet()
    for row in range(9):
        sheet.shade((590, middle_of(row) - 19, 116, 38), 236)
        sheet.print("8118.75", 700, middle_of(row))
    assert codes(sheet) == []


def test_signs_of_a_turned_page_point_at_the_page_as_filed() -> None:
    sheet = table(skipped=3)
    sheet.shade((590, middle_of(3) - 19, 116, 38), 238)
    sheet.print("8118.75", 700, middle_of(3))
    turned = View.of(np.ascontiguousarray(sheet.scanned().source[::-1, ::-1]))
    page = replace(sheet.page, rotation=180, to_filed=(-1, 0, SIZE[0], 0, -1, SIZE[1]))
    (sign,) = signs(turned, page)
    assert sign.box[1] == SIZE[1] - middle_of(3) - 18


@pytest.mark.parametrize(
    "word",
    [
        Word("1280.50", 0.9, (5000, 5000, 90, 30)),
        Word("1280.50", 0.9, (-40, -40, 90, 30)),
        Word("1280.50", 0.9, (10, 10, 0, 0)),
        Word("1280.50", 0.9, (10, 10, 900, 9)),
        Word("", 0.9, (10, 10, 90, 30)),
        Word("12345678901234567890.00", 0.9, (10, 10, 30, 20)),
    ],
)
def test_words_of_any_kind_do_not_raise(word: Word) -> None:
    sheet = table()
    assert signs(sheet.scanned(), replace(sheet.page, words=(*sheet.words, word))) == ()


def test_a_page_without_words_or_pixels_is_silent() -> None:
    assert signs(View.of(np.zeros((1, 1, 3), np.uint8)), PageText("a", 1, 1)) == ()
    assert signs(View.of(np.full((40, 40, 3), 255, np.uint8)), PageText("a", 40, 40)) == ()
