"""Columns are named by their headings, and cells say what stands over them."""

from __future__ import annotations

import pytest

from review.catalogue.importing.national.columns import Columns, columns_of, is_numbered
from review.catalogue.importing.national.grid import Cell, Table
from review.catalogue.importing.national.lines import Line

WIDE = 100.0


def cell(text: str, at: int, span: int = 1) -> Cell:
    left = at * WIDE
    lines = tuple(Line(t, left + 2, left + 20, 10.0 * n, 10.0) for n, t in enumerate(text.split("|")) if t)
    return Cell(left, left + span * WIDE, lines)


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(cell(text, at) for at, text in enumerate(texts))


def named(*headings: str) -> Columns:
    columns = columns_of(row(*headings))
    assert columns is not None
    return columns


WESTERN = named("药品分类代码", "药品分类", "编号", "药品名称", "剂型", "备注")


def said(columns: Columns, *texts: str) -> list[dict[str, str]]:
    return [{role: found.text for role, found in fields.items()} for fields in columns.fields(row(*texts), 0.0)]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("药品分类|代码", "code"),
        ("药品分类", "category"),
        ("药品名称", "name"),
        ("饮片名称", "name"),
        ("通用名", "name"),
        ("剂 型", "form"),
        ("备 注", "remark"),
        ("限定支付范围", "remark"),
        ("医保支付标准", "standard"),
        ("支付标准有效期", "agreement"),
        ("协议有效期", "agreement"),
        ("甲乙类", "class"),
        ("医保类别", "class"),
        ("序 号", "number"),
    ],
)
def test_headings_say_what_their_columns_hold(heading: str, role: str) -> None:
    others = [text for text in ("编号", "药品名称") if not (role == "number" and text == "编号") and role != "name"]
    others += ["编号"] if role == "name" else ["药品名称"] if role == "number" and "药品名称" not in others else []
    assert role in {column.role for column in named(heading, *others).columns}


@pytest.mark.parametrize(
    "headings", [("规格", "阶梯内单价", "计算举例"), ("编号", "剂型"), ("药品名称", "备注"), ("", "")]
)
def test_a_row_without_number_and_name_is_no_heading(headings: tuple[str, ...]) -> None:
    assert columns_of(row(*headings)) is None


def test_a_row_of_the_list_is_no_heading() -> None:
    assert columns_of(row("甲", "12", "样例编号药品名称片", "注射剂", "限成人。")) is None


def test_headings_that_repeat_are_lists_side_by_side() -> None:
    columns = named("序号", "饮片名称", "备注", "序号", "饮片名称", "备注")
    assert said(columns, "1", "样草", "□", "43", "样香", "") == [
        {"number": "1", "name": "样草", "remark": "□"},
        {"number": "43", "name": "样香"},
    ]


def test_cells_are_read_by_their_columns() -> None:
    assert said(WESTERN, "", "甲", "12", "样例片", "片剂", "限成人。") == [
        {"class": "甲", "number": "12", "name": "样例片", "form": "片剂", "remark": "限成人。"}
    ]


def test_words_cut_off_above_a_class_are_those_of_the_category() -> None:
    [fields] = said(WESTERN, "", "溶液|乙", "7", "样例液", "", "")
    assert (fields["category"], fields["class"]) == ("溶液", "乙")


def test_a_code_opens_a_category_wherever_its_name_reaches() -> None:
    wide = (cell("XA02B", 0), cell("治疗样例病的药物", 1, span=3), cell("", 4), cell("", 5))
    assert WESTERN.category(wide, 0.0) == ("XA02B", "治疗样例病的药物")


def test_a_category_beside_a_number_is_its_own_cell_alone() -> None:
    assert WESTERN.category(row("XA02B", "样例类", "12", "样例片", "片剂", ""), 0.0) == ("XA02B", "样例类")


def test_words_in_the_column_of_codes_are_no_code() -> None:
    assert WESTERN.category(row("说明", "样例", "", "", "", ""), 0.0) is None


@pytest.mark.parametrize(
    ("text", "numbered"),
    [("12", True), ("★(12)", True), ("★（12）", True), ("(12)", True), ("", False), ("编号", False), ("1.2", False)],
)
def test_numbers_are_told_from_words(text: str, numbered: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_numbered({"number": cell(text, 0)}) is numbered


def test_a_table_goes_on_where_its_rules_stand_as_before() -> None:
    shifted = Table(0, 10, (), tuple(30 + n * WIDE for n in range(7)))
    narrower = Table(0, 10, (), tuple(n * 60.0 for n in range(7)))
    assert WESTERN.fit(shifted)
    assert not WESTERN.fit(narrower)


def test_a_table_moved_aside_is_read_by_its_own_place() -> None:
    moved = tuple(Cell(c.left + 30, c.right + 30, c.lines) for c in row("", "乙", "3", "样例片", "", ""))
    [fields] = WESTERN.fields(moved, 30.0)
    assert fields["name"].text == "样例片"
