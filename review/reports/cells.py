"""Tables for Excel and CSV in which text is never taken for a formula and long numbers keep every digit."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Content = str | Decimal | int | date | None
_STARTS_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
_HEAD = PatternFill("solid", fgColor="E4F1ED")
_FORMATS: dict[type, str] = {Decimal: "#,##0.00", int: "0", date: "yyyy-mm-dd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: sheet name, headings, rows, and perhaps a row of sums below."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    sums: tuple[Content, ...] = ()

    @property
    def all_rows(self) -> Iterable[tuple[Content, ...]]:
        """The rows with the sums at the end."""
        return (*self.rows, self.sums) if self.sums else self.rows


def visible(text: str) -> str:
    """The text with control characters, which spreadsheets refuse or hide, written as code points."""
    return "".join(
        f"〔U+{ord(sign):04X}〕" if unicodedata.category(sign) in {"Cc", "Cs", "Cn"} and sign not in "\n\t" else sign
        for sign in text
    )


def csv_bytes(table: Table) -> bytes:
    """UTF-8 with byte order mark and CRLF, so that Excel and banks read it alike."""
    lines = StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([table.heads, *([_plain(content) for content in row] for row in table.all_rows)])
    return lines.getvalue().encode("utf-8-sig")


def _plain(content: Content) -> str:
    if content is None:
        return ""
    if not isinstance(content, str):
        return f"{content:.2f}" if isinstance(content, Decimal) else str(content)
    text = visible(content).replace("\n", " ").replace("\t", " ")
    return f"'{text}" if content.startswith(_STARTS_FORMULA) else text


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
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
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in _plain(content))
