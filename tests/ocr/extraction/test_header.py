from __future__ import annotations

import pytest

from ocr.extraction.columns import guess_column, scan_columns
from ocr.extraction.header import find_headers
from ocr.extraction.layout import lay_out
from tests.papers import Cell, a_text, set_lines


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("项目名称", "name"),
        ("项目名称/规格", "name_spec"),
        ("规格型号", "spec"),
        ("计价单位", "unit"),
        ("单价(元)", "unit_price"),
        ("金额(元)", "amount"),
        ("应收金额", "amount"),
        ("医保等级", "insurance_class"),
        ("数量/单位", "quantity_unit"),
        ("序号", "index"),
        ("国家医保编码", "code"),
        ("自付比例", "self_pay_ratio"),
    ],
)
def test_usual_headings_name_their_columns(heading: str, key: str) -> None:
    assert [word.key for word in scan_columns(heading)] == [key]


def test_headings_run_together_are_told_apart() -> None:
    assert [w.key for w in scan_columns("数量/单位 金额(元)备注")] == ["quantity_unit", "amount", "other"]


def test_text_that_merely_contains_a_heading_is_none() -> None:
    assert scan_columns("合计金额大写壹元") == ()


def test_one_misread_character_is_guessed() -> None:
    assert guess_column("项同名称") == "name"
    assert guess_column("全额(元)") == "amount"
    assert guess_column("心电监护") is None


def headers_of(*lines: list[Cell]) -> list[tuple[str, int]]:
    (header,) = find_headers(lay_out(a_text(set_lines(lines))))
    return [(h.key, h.group) for h in header.headings]


def test_repeated_columns_form_groups() -> None:
    line = [
        (60, "项目名称"),
        (300, "金额（元）"),
        (500, "备注"),
        (640, "项目名称"),
        (900, "金额（元）"),
        (1100, "备注"),
    ]
    assert headers_of(line) == [
        ("name", 0), ("amount", 0), ("other", 0), ("name", 1), ("amount", 1), ("other", 1),
    ]  # fmt: skip


def test_a_second_column_of_the_same_name_is_other() -> None:
    line = [(60, "项目名称"), (300, "数量"), (500, "应收金额"), (700, "实收金额")]
    assert headers_of(line) == [("name", 0), ("quantity", 0), ("amount", 0), ("other", 0)]


def test_a_line_of_labels_is_no_heading() -> None:
    page = a_text(set_lines([[(60, "单位：元"), (300, "姓名：张三")], [(60, "金额合计（大写）：壹元整")]]))
    assert find_headers(lay_out(page)) == ()


def test_characters_one_above_the_other_are_one_heading() -> None:
    words = set_lines([[(60, "项目名称"), (400, "数量"), (700, "金额")]])
    words += [*set_lines([[(560, "单")]], top=92), *set_lines([[(560, "位")]], top=108)]
    (header,) = find_headers(lay_out(a_text(words)))
    assert header.keys == ("name", "quantity", "unit", "amount")
