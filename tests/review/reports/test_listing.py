"""Lists as they are shown, written to Excel."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from review.errors import StoreError
from review.reports.listing import listing_xlsx

if TYPE_CHECKING:
    from pathlib import Path

HEADS = ("差异", "名称", "限价")


def _rows(path: Path) -> list[tuple[object, ...]]:
    [sheet] = load_workbook(path).worksheets
    return list(sheet.iter_rows(values_only=True))


def test_rows_stand_under_their_headings(tmp_path: Path) -> None:
    rows = (("新增", "蓝泉丹参片", Decimal("12.50")), ("取消", "青禾注射液", None))
    assert _rows(listing_xlsx("对比", HEADS, rows, tmp_path / "a.xlsx")) == [
        HEADS,
        ("新增", "蓝泉丹参片", 12.5),
        ("取消", "青禾注射液", None),
    ]


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = listing_xlsx("问题", ("内容",), (("=1+1",),), tmp_path / "a.xlsx")
    cell = load_workbook(path).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("name", "sheet"),
    [("2024/2025 对比", "2024-2025 对比"), ("目" * 40, "目" * 31), ("[旧]:新?", "-旧--新-"), ("", "Sheet")],
)
def test_names_of_sheets_are_made_such_as_excel_takes(name: str, sheet: str, tmp_path: Path) -> None:
    path = listing_xlsx(name, HEADS, (), tmp_path / "a.xlsx")
    assert load_workbook(path).sheetnames == [sheet]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        listing_xlsx("对比", HEADS, (), tmp_path / "missing" / "a.xlsx")
