"""The workbook of supplements and recoveries: every hand, every fund, and sums of what really left or came back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl

from review.claim.adjustment import AdjustmentKind, AdjustmentState
from review.reports.adjustment_book import HEADS, adjustment_xlsx
from review.reports.inputs import Imprint
from tests.review.reports.test_adjustment_sheet import SUPPLEMENT

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.adjustment import Adjustment

RECOVERY = replace(
    SUPPLEMENT,
    number="20260320-A2",
    kind=AdjustmentKind.RECOVERY,
    amount=Decimal("100.00"),
    funds={"basic_fund": Decimal("-100.00")},
)


def rows_of(path: Path) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path)["补支追回台账"].iter_rows(values_only=True))


def written(tmp_path: Path, *found: Adjustment) -> list[tuple[Any, ...]]:
    people = Imprint(people={"lin": "林晓", "chen": "陈立"})
    return rows_of(adjustment_xlsx(found, tmp_path / "a.xlsx", people))


def test_each_adjustment_is_a_row_with_hands_and_funds(tmp_path: Path) -> None:
    heads, row, _ = written(tmp_path, SUPPLEMENT)
    told = dict(zip(heads, row, strict=True))
    assert heads == HEADS
    assert (told["种类"], told["进度"], told["金额（补支为正）"]) == ("补支", "已送出", 370)
    assert (told["统筹基金增减"], told["医疗救助增减"], told["经办人"]) == (740, -370, "林晓、zhou")
    assert (told["审核人"], str(told["送出日"])[:10], told["送出单号"]) == ("陈立", "2026-03-20", "20260320-T1")


def test_recoveries_are_negative_and_sums_leave_out_what_was_not_sent(tmp_path: Path) -> None:
    waiting = replace(RECOVERY, number="20260320-A3", state=AdjustmentState.AUDITED)
    *_, sums = written(tmp_path, SUPPLEMENT, RECOVERY, waiting)
    assert sums[1] == "2 笔"
    assert (sums[4], sums[5], sums[7]) == (270, 640, -370)


def test_a_reason_is_never_run_as_a_formula(tmp_path: Path) -> None:
    _, row, _ = written(tmp_path, replace(SUPPLEMENT, reason='=HYPERLINK("x")'))
    assert row[HEADS.index("理由")].startswith(("'=", "="))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["补支追回台账"]
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def test_without_adjustments_there_is_still_a_workbook(tmp_path: Path) -> None:
    assert written(tmp_path)[-1][1] == "0 笔"
