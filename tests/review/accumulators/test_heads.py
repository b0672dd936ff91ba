"""The table in a sheet: where its headings stand, what each is, what the lines above them say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from review.accumulators.heads import Head, day_in, head_of
from review.sheets.sheet import Sheet

PLAIN = ["姓名", "身份证号", "统筹累计支付"]


def a_sheet(*rows: list[Any], name: str = "Sheet1") -> Sheet:
    return Sheet(name=name, rows=lambda: iter(enumerate(rows, start=1)), count=len(rows))


def head(*rows: list[Any], **told: str) -> Head | None:
    return head_of(a_sheet(*rows), "累计", told)


def test_headings_are_found_wherever_they_begin() -> None:
    found = head(["某县医疗保障局"], [], ["", *PLAIN], ["", "张小满", "x", 1])
    assert found is not None
    assert (found.row, found.columns) == (3, {"name": 1, "id_number": 2, "basic_fund": 3})


@pytest.mark.parametrize(
    "rows", [[], [["姓名", "身份证号"]], [["统筹累计支付"]], [["身份证号", "余额"]], [[1, 2], [3]]]
)
def test_without_people_or_figures_there_is_no_table(rows: list[list[Any]]) -> None:
    assert head(*rows) is None


def test_far_below_nothing_is_looked_for() -> None:
    assert head(*[[""]] * 60, PLAIN) is None


def test_a_heading_over_several_columns_goes_with_each_below_it() -> None:
    found = head(["身份证号", "统筹基金", "", "大病保险", ""], ["", "起付线累计", "累计支付", "累计合规", "累计支付"])
    assert found is not None
    assert found.row == 2
    assert set(found.columns) == {
        "id_number",
        "deductible",
        "basic_fund",
        "serious_illness_base",
        "serious_illness_fund",
    }


def test_a_row_of_people_is_never_read_as_headings_below_headings() -> None:
    found = head(PLAIN, ["张小满", "360799198501010011", "统筹累计支付 5"])
    assert found is not None
    assert found.row == 1


def test_two_headings_of_one_name_are_rivals_until_one_is_said() -> None:
    rows = ["身份证号", "统筹累计支付", "统筹基金已付"]
    open_head, said = head(rows), head(rows, 统筹累计支付="basic_fund")
    assert open_head is not None
    assert said is not None
    assert open_head.rivals == {"basic_fund": ("统筹累计支付", "统筹基金已付")}
    assert (said.rivals, said.columns["basic_fund"]) == ({}, 1)


def test_a_column_can_be_left_out() -> None:
    found = head([*PLAIN, "大病累计"], 大病累计="")
    assert found is not None
    assert "serious_illness_fund" not in found.columns
    assert found.unread == ("大病累计",)


def test_units_stand_in_headings_or_above_them() -> None:
    above = head(["单位：万元"], [*PLAIN, "大病累计(元)"])
    assert above is not None
    assert above.ten_thousands >= {"basic_fund"}
    assert "serious_illness_fund" not in above.ten_thousands
    own = head([*PLAIN[:2], "统筹累计支付（万元）"])
    assert own is not None
    assert own.ten_thousands == {"basic_fund"}


def test_a_label_of_what_is_not_there_is_empty() -> None:
    found = head(PLAIN)
    assert found is not None
    assert (found.label("basic_fund"), found.label("stays")) == ("统筹累计支付", "")


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["累计_20250301"], date(2025, 3, 1)),
        (["2025-03-01导出"], date(2025, 3, 1)),
        (["打印日期：2025年3月9日", "数据截至2025年3月1日"], date(2025, 3, 1)),
        (["打印日期：2025年3月9日"], date(2025, 3, 9)),
        (["截止日期:2025/3/1"], date(2025, 3, 1)),
        (["截至2025年2月30日，导出日期2025-03-02"], date(2025, 3, 2)),
        (["2025年度累计"], None),
        (["编号20259901"], None),
        (["电话13920250301"], None),
        ([], None),
    ],
)
def test_the_day_that_is_called_so_comes_before_one_that_only_stands_there(texts: list[str], day: date | None) -> None:
    assert day_in(texts) == day
