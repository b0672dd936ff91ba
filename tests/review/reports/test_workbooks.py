"""Excel lists of the queue and of a claim show what the screens show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from review.reports.inputs import QueueLine
from review.reports.workbooks import LINE_HEADS, QUEUE_HEADS, claim_xlsx, queue_xlsx
from tests.builders import a_claim, a_line, a_statement
from tests.review.reports.papers import a_settlement

if TYPE_CHECKING:
    from pathlib import Path


def a_queue_line(number: str, payable: str | None) -> QueueLine:
    return QueueLine(
        number=number,
        state="待签批",
        name="=张小满",
        id_masked="360799********0011",
        scheme="城乡居民",
        hospital="某医院",
        received_on=date(2025, 12, 8),
        due_on=None,
        total=Decimal("100.00"),
        payable=Decimal(payable) if payable else None,
        open_points=2,
    )


def test_the_queue_keeps_types_and_adds_up(tmp_path: Path) -> None:
    out = queue_xlsx([a_queue_line("20251208-0001", "60.00"), a_queue_line("20251208-0002", None)], tmp_path / "q.xlsx")
    sheet = load_workbook(out).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == QUEUE_HEADS
    assert rows[1][2] == "=张小满"
    assert sheet["C2"].data_type == "s"
    assert sheet["G2"].number_format == "yyyy-mm-dd"
    assert rows[3][8:10] == (200, 60)


def test_an_empty_queue_is_a_list_of_nothing(tmp_path: Path) -> None:
    rows = list(load_workbook(queue_xlsx([], tmp_path / "q.xlsx")).worksheets[0].iter_rows(values_only=True))
    assert rows[1][:2] == ("合计", "0 件")


def test_a_claim_lists_its_ladder_and_its_lines(tmp_path: Path) -> None:
    line = a_line("氯化钠注射液", spec="250ml", unit="袋", quantity="2", unit_price="3.20", amount="6.40")
    claim = a_claim(documents=(a_statement(line),))
    book = load_workbook(claim_xlsx(claim, a_settlement(claim), tmp_path / "c.xlsx"))
    ladder, lines, steps, year = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    assert ("统筹基金支付", 3.84, None) in ladder
    assert steps[1][:5] == (1, "基本医保", "统筹基金", "范围内 × 60%", "范围内 6.40")
    assert ("统筹基金", 0, 3.84, None) in year
    assert lines[0] == LINE_HEADS
    assert lines[1][:8] == (1, "氯化钠注射液", "250ml", "袋", 2, 3.2, "甲", 6.4)
    assert lines[2][0] == "合计"
