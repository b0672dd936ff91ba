"""Tables with charts become sheets with bars that point at the right columns."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from review.reports.cells import Chart, Table, xlsx_bytes


def a_sheet(*charts: Chart, rows: int = 3) -> Any:
    cells = tuple((f"第 {row} 行", Decimal(row), Decimal(2 * row)) for row in range(1, rows + 1))
    table = Table(
        name="表", heads=("项目", "甲", "乙"), rows=cells, sums=("合计", Decimal(6), Decimal(12)), charts=charts
    )
    return load_workbook(BytesIO(xlsx_bytes([table])))["表"]


def references(sheet: Any, chart: int = 0) -> list[tuple[str, str, str]]:
    """Of each group of bars: where its name, its row names and its figures lie."""
    return [
        (one.tx.strRef.f, (one.cat.numRef or one.cat.strRef).f, one.val.numRef.f) for one in sheet._charts[chart].series
    ]


def test_bars_take_name_labels_and_figures_from_the_table_without_its_sums() -> None:
    assert references(a_sheet(Chart(title="图", columns=(1, 2)))) == [
        ("'表'!B1", "'表'!$A$2:$A$4", "'表'!$B$2:$B$4"),
        ("'表'!C1", "'表'!$A$2:$A$4", "'表'!$C$2:$C$4"),
    ]


def test_only_the_first_rows_are_drawn_where_asked() -> None:
    assert references(a_sheet(Chart(title="图", columns=(2,), rows=2))) == [
        ("'表'!C1", "'表'!$A$2:$A$3", "'表'!$C$2:$C$3"),
    ]


def test_charts_stand_beside_the_table_one_below_the_other() -> None:
    sheet = a_sheet(*(Chart(title=f"图 {number}", columns=(1,)) for number in range(3)))
    places = [(chart.anchor._from.col, chart.anchor._from.row) for chart in sheet._charts]
    assert places == [(4, 1), (4, 21), (4, 41)]


@pytest.mark.parametrize("rows", [1, 300])
def test_tables_of_any_length_keep_their_figures(rows: int) -> None:
    sheet = a_sheet(Chart(title="图", columns=(1,)), rows=rows)
    assert sheet.cell(row=rows + 1, column=2).value == rows
    assert sheet.cell(row=rows + 2, column=1).value == "合计"


def test_a_table_without_charts_has_none() -> None:
    assert a_sheet()._charts == []
