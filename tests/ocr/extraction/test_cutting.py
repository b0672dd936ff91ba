from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.cutting import cut_at_columns
from ocr.extraction.layout import lay_out
from ocr.extraction.matching import Column
from tests.papers import a_text, a_word

if TYPE_CHECKING:
    from ocr.extraction.layout import Piece

COLUMNS = (
    Column("code", 0, 60, 240),
    Column("insurance_class", 0, 256, 280),
    Column("name", 0, 290, 520),
    Column("spec", 0, 540, 660),
    Column("amount", 0, 700, 780),
)


def piece(text: str, left: int) -> Piece:
    (found,) = lay_out(a_text([a_word(text, left, 100)])).pieces
    return found


def texts(text: str, left: int) -> list[str]:
    return [part.text for part in cut_at_columns(piece(text, left), COLUMNS)]


@pytest.mark.parametrize(
    ("text", "left", "parts"),
    [
        ("XJ01DDT045E001  心电监护", 60, ["XJ01DDT045E001", "心电监护"]),
        ("盐酸二甲双胍缓释片0.5g*48片", 330, ["盐酸二甲双胍缓释片", "0.5g*48片"]),
        ("甲党参切片", 258, ["甲", "党参切片"]),
    ],
)
def test_a_box_is_cut_where_each_part_suits_its_column(text: str, left: int, parts: list[str]) -> None:
    assert texts(text, left) == parts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("甲硝唑氯化钠注射液", 300),
        ("彩色多普勒超声常规检查腹部", 300),
        ("0.9% 250ml", 542),
        ("2025-03-01", 60),
        ("165.00", 704),
    ],
)
def test_a_box_of_one_column_or_one_that_only_overflows_stays_whole(text: str, left: int) -> None:
    assert texts(text, left) == [text]


def test_parts_keep_their_place_on_the_page() -> None:
    first, second = cut_at_columns(piece("XJ01DDT045E001  心电监护", 60), COLUMNS)
    assert first.box[0] + first.box[2] <= second.box[0] + 1
    assert first.right <= second.left
