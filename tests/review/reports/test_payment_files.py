"""Payment files keep every digit, add up, and can carry no formula."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from review.errors import InputError
from review.reports.cells import Table, csv_bytes, xlsx_bytes
from review.reports.payment import payment_csv, payment_xlsx

if TYPE_CHECKING:
    from pathlib import Path

ACCOUNT = "0062170000000000023055"
FORMULAS = pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝", "＋", "－", "＠"])


@dataclass(frozen=True)
class Line:
    claim: str = "20251208-0001"
    holder: str = "张小满"
    account: str = ACCOUNT
    bank: str = "某某银行"
    amount: Decimal = Decimal("1234.50")


@dataclass(frozen=True)
class Order:
    rows: tuple[Line, ...] = (Line(), Line(claim="20251208-0002", amount=Decimal("0.10")))
    total: Decimal = Decimal("1234.60")
    batch: str = "20251210-B1"


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_csv_has_a_mark_for_excel_and_every_digit_of_the_account(tmp_path: Path) -> None:
    out = payment_csv(Order(), tmp_path / "a.csv")
    rows = read_csv(out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows[1][3] == ACCOUNT
    assert rows[1][5] == "1234.50"
    assert rows[-1][:2] == ["合计", "2 笔"]
    assert rows[-1][5] == "1234.60"


def test_the_workbook_keeps_accounts_as_text_and_amounts_as_numbers(tmp_path: Path) -> None:
    sheet = load_workbook(payment_xlsx(Order(), tmp_path / "a.xlsx")).active
    assert sheet is not None
    assert (sheet["D2"].value, sheet["D2"].data_type, sheet["D2"].number_format) == (ACCOUNT, "s", "@")
    assert (sheet["F2"].value, sheet["F2"].data_type) == (1234.5, "n")
    assert sheet["F4"].value == pytest.approx(1234.6)
    assert sheet.freeze_panes == "A2"


@FORMULAS
def test_a_name_that_begins_like_a_formula_is_defused_in_csv(tmp_path: Path, start: str) -> None:
    order = Order(rows=(Line(holder=f"{start}HYPERLINK(1)", amount=Decimal("1234.60")),))
    assert read_csv(payment_csv(order, tmp_path / "a.csv"))[1][2].startswith("'")


@FORMULAS
def test_a_name_that_begins_like_a_formula_is_text_in_the_workbook(tmp_path: Path, start: str) -> None:
    order = Order(rows=(Line(holder=f"{start}HYPERLINK(1)", amount=Decimal("1234.60")),))
    sheet = load_workbook(payment_xlsx(order, tmp_path / "a.xlsx")).active
    assert sheet is not None
    assert (sheet["C2"].data_type, sheet["C2"].quotePrefix) == ("s", True)


@pytest.mark.parametrize("write", [payment_csv, payment_xlsx])
def test_rows_that_do_not_add_up_are_never_written(tmp_path: Path, write: type[payment_csv]) -> None:  # type: ignore[valid-type]
    with pytest.raises(InputError, match="金额不符"):
        write(Order(total=Decimal("1234.61")), tmp_path / "a")  # type: ignore[misc]
    assert list(tmp_path.iterdir()) == []


def test_an_empty_order_is_a_file_with_a_head_and_a_sum_of_nothing(tmp_path: Path) -> None:
    rows = read_csv(payment_csv(Order(rows=(), total=Decimal("0.00")), tmp_path / "a.csv"))
    assert [len(row) for row in rows] == [7, 7]
    assert rows[1][:2] == ["合计", "0 笔"]


@given(st.text())
def test_any_text_survives_both_files_without_breaking_the_table(text: str) -> None:
    table = Table(name="试", heads=("甲", "乙"), rows=((text, Decimal("1.00")),))
    rows = list(csv.reader(csv_bytes(table).decode("utf-8-sig").split("\r\n")))
    assert rows[1][1] == "1.00"
    assert xlsx_bytes([table])[:2] == b"PK"
