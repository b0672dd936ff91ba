from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.categories import CATEGORIES, known_category
from ocr.extraction.cells import day_cell, figure, join, money_cell, split_quantity, split_spec, text_cell
from ocr.extraction.layout import lay_out
from ocr.extraction.merging import merge_fields
from ocr.extraction.tokens import unseam
from ocr.pages import Word
from ocr.reading import Cell
from tests.papers import a_text, a_word, set_lines


@pytest.mark.parametrize(
    ("text", "name", "spec"),
    [
        ("盐酸二甲双胍片0.5g*48片", "盐酸二甲双胍片", "0.5g*48片"),
        ("氯化钠注射液 0.9% 250ml", "氯化钠注射液", "0.9% 250ml"),
        ("静注人免疫球蛋白(pH4) 2.5g 50ml", "静注人免疫球蛋白(pH4)", "2.5g 50ml"),
        ("银杏叶提取物注射液5ml:17.5mg", "银杏叶提取物注射液", "5ml:17.5mg"),
        ("可吸收性外科缝线3-0", "可吸收性外科缝线", "3-0"),
        ("一次性使用导尿包 16F", "一次性使用导尿包", "16F"),
        ("六味地黄丸200丸", "六味地黄丸", "200丸"),
        ("血细胞分析(五分类)", "血细胞分析(五分类)", ""),
        ("C-反应蛋白测定(CRP)", "C-反应蛋白测定(CRP)", ""),
        ("25-羟基维生素D3", "25-羟基维生素D3", ""),
        ("D-二聚体测定", "D-二聚体测定", ""),
        ("床位费(3人间)", "床位费(3人间)", ""),
    ],
)
def test_a_specification_is_split_off_only_where_it_is_one(text: str, name: str, spec: str) -> None:
    assert split_spec(text) == (name, spec)


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("14/支", "14", "支"),
        ("2支", "2", "支"),
        ("1 项", "1", "项"),
        ("4/2小时", "4", "2小时"),
        ("-1/次", "-1", "次"),
        ("1.0", "1.0", ""),
        ("项", "", "项"),
        ("盒/3", "3", "盒"),
    ],
)
def test_quantities_part_from_units(text: str, quantity: str, unit: str) -> None:
    assert split_quantity(text) == (quantity, unit)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("880.00甲", ["880.00", "甲"]),
        ("10.08 丙", ["10.08", "丙"]),
        ("2支", ["2", "支"]),
        ("4 12.50", ["4", "12.50"]),
        ("支 4 12.50", ["支", "4", "12.50"]),
        ("2024-05-06 XAE956BB45FBE", ["2024-05-06", "XAE956BB45FBE"]),
        ("6 40分钟/次", ["6", "40分钟/次"]),
        ("52025-06-09", ["5", "2025-06-09"]),
        ("232025/6/10", ["23", "2025/6/10"]),
        ("20250609", ["20250609"]),
        ("84.48 2025-06 193363841", ["84.48", "2025-06", "193363841"]),
        ("5468.042025-06", ["5468.04", "2025-06"]),
        ("2025-06140950816", ["2025-06", "140950816"]),
        ("9.20 HE染色切片", ["9.20", "HE染色切片"]),
        ("774.37卫生材料费", ["774.37", "卫生材料费"]),
        ("28.50 1次", ["28.50", "1", "次"]),
        ("411.40 6把", ["411.40", "6", "把"]),
        ("化验费 碱性磷酸酶测定(ALP)", ["化验费", "碱性磷酸酶测定(ALP)"]),
        ("治疗费用清单 一", ["治疗费用清单 一"]),
        ("0.9% 250ml", ["0.9% 250ml"]),
        ("10ml", ["10ml"]),
        ("心电监护", ["心电监护"]),
    ],
)
def test_cells_run_together_come_apart_only_at_seams(text: str, parts: list[str]) -> None:
    (piece,) = lay_out(a_text([a_word(text, 100, 100)])).pieces
    assert [part.text for part in unseam(piece)] == parts


def test_parts_are_no_wider_than_their_print_where_a_box_spans_the_white_between() -> None:
    word = replace(a_word("3360.00护理", 100, 100), box=(100, 100, 300, 30))
    (piece,) = lay_out(a_text([word])).pieces
    first, rest = unseam(piece, 24.0)
    assert first.right < 210
    assert rest.left > 330


@given(st.from_regex(r"\A-?[1-9][0-9]{0,3}\.[0-9][0-9][甲乙丙]\Z"))
def test_what_comes_apart_joins_again_as_it_was(text: str) -> None:
    (piece,) = lay_out(a_text([a_word(text, 100, 100)])).pieces
    assert join(unseam(piece)) == text


def test_lines_of_a_wrapped_cell_join_without_blanks_and_words_with_them() -> None:
    pieces = lay_out(a_text([*set_lines([[(100, "0.9%"), (180, "250ml")], [(100, "软袋")]])])).pieces
    assert join(pieces) == "0.9% 250ml软袋"


def test_a_figure_is_as_sure_as_its_weakest_character() -> None:
    page = a_text([Word("12.50", 0.99, (100, 100, 60, 30), 0.59)])
    pieces = lay_out(page).pieces
    assert money_cell(page, pieces).confidence == pytest.approx(0.79)
    assert text_cell(page, pieces).confidence == 0.99


def test_an_impossible_day_asks() -> None:
    page = a_text([a_word("2024-02-", 100, 100)])
    assert day_cell(page, lay_out(page).pieces).review == "读作“2024-02-”，不是日期"


def test_only_filled_cells_have_figures() -> None:
    assert figure(Cell("12.50")) == 12.5
    assert figure(Cell("")) is None
    assert figure(None) is None


@pytest.mark.parametrize("name", CATEGORIES)
def test_every_category_is_known_as_itself(name: str) -> None:
    assert known_category(name) == name


@pytest.mark.parametrize(
    ("read", "meant"), [("环位费", "床位费"), ("中成药资", "中成药费"), ("卫生材料需", "卫生材料费")]
)
def test_a_misread_category_is_put_right(read: str, meant: str) -> None:
    assert known_category(read) == meant


@pytest.mark.parametrize("read", ["心电监护", "费", "", "救护车"])
def test_other_names_are_left_alone(read: str) -> None:
    assert known_category(read) == ""


def test_what_most_pages_print_wins() -> None:
    pages = [{"patient": Cell(name, confidence=0.9)} for name in ("赵小满", "赵小满", "赵小蒲")]
    assert merge_fields(pages)["patient"].value == "赵小满"


def test_pages_that_disagree_evenly_ask() -> None:
    pages = [{"patient": Cell(name, confidence=0.9)} for name in ("赵小满", "赵小蒲")]
    assert merge_fields(pages)["patient"].review == "各页不一致：赵小满、赵小蒲"


def test_the_last_total_counts() -> None:
    pages = [{"total_amount": Cell(value)} for value in ("10.00", "30.00", "")]
    assert merge_fields(pages)["total_amount"].value == "30.00"
