"""Ruled cells, long texts behind labels, and lists of diagnoses in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ocr.extraction.diagnoses import read_diagnoses
from ocr.extraction.fields import find_fields
from ocr.extraction.grid import beside
from ocr.extraction.layout import Sheet, lay_out
from ocr.extraction.paper_wordings import INJURY, REFERRAL
from ocr.extraction.passages import flowing, passage_cell, ruled
from ocr.extraction.wordings import RECEIPT
from ocr.pages import Rule
from tests.papers import Cell, a_text, set_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

Lines = list[list[Cell]]


def a_grid(xs: Sequence[int], ys: Sequence[int]) -> list[Rule]:
    """The rules of a table."""
    return [Rule(xs[0], y, xs[-1], y) for y in ys] + [Rule(x, ys[0], x, ys[-1]) for x in xs]


def a_form(lines: Lines, xs: Sequence[int] = (), ys: Sequence[int] = ()) -> Sheet:
    return lay_out(a_text(set_lines(lines), rules=a_grid(xs, ys) if xs else ()))


def label(sheet: Sheet, text: str) -> list[str]:
    piece = next(p for p in sheet.pieces if p.text == text)
    return [p.text for p in beside(sheet, piece)]


def test_the_cell_beside_a_label_is_read_whole() -> None:
    sheet = a_form([[(200, "在家中")], [(60, "受伤经过")], [(200, "摔倒")]], (50, 190, 600), (90, 250))
    assert label(sheet, "受伤经过") == ["在家中", "摔倒"]


def test_the_cell_of_the_next_row_is_not_read() -> None:
    sheet = a_form([[(60, "诊断"), (200, "肺炎")], [(60, "备注"), (200, "无")]], (50, 190, 600), (90, 138, 185))
    assert label(sheet, "诊断") == ["肺炎"]


def test_only_the_next_cell_of_a_row_is_read() -> None:
    lines: Lines = [[(60, "诊断"), (200, "肺炎"), (620, "科别"), (760, "内科")]]
    assert label(a_form(lines, (50, 190, 600, 740, 900), (90, 138)), "诊断") == ["肺炎"]


def test_without_rules_nothing_stands_in_a_cell() -> None:
    assert label(a_form([[(60, "诊断"), (200, "肺炎")]]), "诊断") == []


def test_a_label_below_a_table_has_no_cell() -> None:
    lines: Lines = [[(60, "科别"), (200, "内科")], [(60, "诊断")]]
    assert label(a_form(lines, (50, 190, 600), (90, 138)), "诊断") == []


def test_a_text_in_a_ruled_cell_is_joined_over_its_lines() -> None:
    sheet = a_form([[(200, "本人在家中")], [(60, "受伤经过")], [(200, "摔倒。")]], (50, 190, 600), (90, 250))
    cell = passage_cell(sheet, ruled(sheet, INJURY, "cause"), 0)
    assert cell
    assert cell.value == "本人在家中摔倒"


def test_a_flowing_text_ends_at_the_next_label() -> None:
    sheet = a_form([[(60, "受伤经过：本人在家中")], [(60, "不慎摔倒。")], [(60, "受伤地点：家中")]])
    cell = passage_cell(sheet, flowing(sheet, INJURY, "cause"), 0)
    assert cell
    assert cell.value == "本人在家中不慎摔倒"


def test_a_flowing_text_ends_at_a_signature() -> None:
    sheet = a_form([[(60, "受伤经过：摔倒"), (700, "")], [(900, "赵小满")], [(60, "无关的一行文字在下面很远的地方")]])
    cell = passage_cell(sheet, flowing(sheet, INJURY, "cause"), 0)
    assert cell
    assert cell.value == "摔倒"


def test_a_text_that_no_label_announces_is_none() -> None:
    sheet = a_form([[(60, "转往上级医院")]])
    assert ruled(sheet, REFERRAL, "to_institution") == flowing(sheet, REFERRAL, "to_institution") == ()
    assert passage_cell(sheet, (), 0) is None


def diagnoses(lines: Lines) -> object:
    cell = read_diagnoses(a_form(lines))
    return cell.value if cell else None


@pytest.mark.parametrize("heading", ["诊断", "临床诊断", "目前诊断", "病情诊断", "疾病名称", "诊断意见", "诊断名称"])
def test_diagnoses_stand_behind_many_headings(heading: str) -> None:
    assert diagnoses([[(60, f"{heading}：1.肺炎 2.高血压病")], [(60, "医师：钱多")]]) == ("肺炎", "高血压病")


@pytest.mark.parametrize(
    "text", ["疾病诊断证明书", "诊断明确，建议手术", "辅助诊断：CT", "疾病诊断专用章", "诊断为肺炎"]
)
def test_words_with_diagnosis_in_them_are_no_heading(text: str) -> None:
    assert diagnoses([[(60, text)], [(60, "1.肺炎")]]) is None


def test_the_discharge_diagnosis_goes_before_the_one_at_admission() -> None:
    lines: Lines = [[(60, "入院诊断：发热待查")], [(60, "出院诊断：肺炎")], [(60, "出院医嘱：休息")]]
    assert diagnoses(lines) == ("肺炎",)


def test_a_diagnosis_at_admission_alone_asks() -> None:
    cell = read_diagnoses(a_form([[(60, "入院诊断：发热待查")]]))
    assert cell
    assert cell.review == "只读到入院诊断，请核对"


def test_a_list_ends_where_a_seal_or_a_signature_stands() -> None:
    lines: Lines = [[(60, "诊断：")], [(60, "1.肺炎")], [(900, "医师 钱多")], [(60, "疾病诊断专用章")]]
    assert diagnoses(lines) == ("肺炎",)


def test_an_empty_heading_gives_way_to_one_with_a_list() -> None:
    assert diagnoses([[(60, "出院诊断：")], [(60, "出院医嘱：休息")], [(60, "临床诊断：肺炎")]]) == ("肺炎",)


def test_diagnoses_in_a_ruled_cell_are_read_over_its_lines() -> None:
    lines: Lines = [[(200, "1.肺炎")], [(60, "诊断")], [(200, "2.高血压病")]]
    cell = read_diagnoses(a_form(lines, (50, 190, 600), (90, 250)))
    assert cell
    assert cell.value == ("肺炎", "高血压病")


def test_a_value_far_from_its_label_is_found_in_the_ruled_cell_beside_it() -> None:
    sheet = a_form([[(60, "住院科别"), (700, "骨科")]], (50, 300, 1200), (90, 138))
    assert [p.text for p in find_fields(sheet, RECEIPT)["department"].pieces] == ["骨科"]


def test_of_two_boxes_in_the_cell_beside_a_label_none_is_taken() -> None:
    sheet = a_form([[(60, "住院科别"), (700, "骨科"), (1000, "二区")]], (50, 300, 1200), (90, 138))
    assert find_fields(sheet, RECEIPT)["department"].pieces == ()
