"""Excel workbooks: the one file that knows openpyxl, loaded only when a workbook is written."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from review.reports.cells import plain, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from review.reports.cells import Chart, Content, Table

_HEAD = PatternFill("solid", fgColor="E4F1ED")
_CHART_WIDTH, _CHART_HEIGHT, _CHART_ROWS = 20, 9, 20
"""Centimetres of a chart, and rows of the sheet it takes."""
_FORMATS: dict[type, str] = {Decimal: "#,##0.00", int: "0", date: "yyyy-mm-dd"}


def workbook(tables: Sequence[Table]) -> bytes:
    """A workbook with one sheet a table: head frozen and filtered, widths fitted, text kept as text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name[:31]), table)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    for row, contents in enumerate([table.heads, *table.all_rows], start=1):
        for column, content in enumerate(contents, start=1):
            _set(sheet.cell(row=row, column=column), content)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
    if table.sums:
        for cell in sheet[len(table.rows) + 2]:
            cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.heads))}{len(table.rows) + 1}"
    for column, head in enumerate(table.heads, start=1):
        longest = max((_breadth(row[column - 1]) for row in (table.heads, *table.all_rows)), default=len(head))
        sheet.column_dimensions[get_column_letter(column)].width = min(48, longest + 2)
    for number, chart in enumerate(table.charts):
        beside = get_column_letter(len(table.heads) + 2)
        sheet.add_chart(_drawn(sheet, table, chart), f"{beside}{2 + number * _CHART_ROWS}")


def _drawn(sheet: Worksheet, table: Table, chart: Chart) -> BarChart:
    """Bars in groups, one group a row; the heads name the bars."""
    last = (chart.rows or len(table.rows)) + 1
    bars = BarChart()
    bars.title, bars.width, bars.height = visible(chart.title), _CHART_WIDTH, _CHART_HEIGHT
    for column in chart.columns:
        bars.add_data(Reference(sheet, min_col=column + 1, min_row=1, max_row=last), titles_from_data=True)
    bars.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.y_axis.number_format = "#,##0"
    return bars


def _set(cell: Cell | MergedCell, content: Content) -> None:
    """Put a value into a cell with its type; text stays text even where it looks like a formula or a number."""
    if isinstance(content, str):
        cell.value = visible(content)
        cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
        cell.alignment = Alignment(vertical="top")
    elif content is not None:
        cell.value = content
        cell.number_format = _FORMATS[type(content)]


def _breadth(content: Content) -> int:
    """Width of a cell's text in columns of Latin letters; Chinese counts double."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in plain(content))
