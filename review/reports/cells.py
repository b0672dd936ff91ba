"""Tables for Excel and CSV in which text is never taken for a formula and long numbers keep every digit."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Content = str | Decimal | int | date | None
_STARTS_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Columns of a table drawn as bars, one group a row, beside the table; columns count from 0, the first names rows.

    ``rows``: how many of the first rows are drawn; 0 for all.
    """

    title: str
    columns: tuple[int, ...]
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: sheet name, headings, rows, perhaps a row of sums below, and charts of its columns in workbooks."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    sums: tuple[Content, ...] = ()
    charts: tuple[Chart, ...] = ()

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
    writer.writerows([table.heads, *([plain(content) for content in row] for row in table.all_rows)])
    return lines.getvalue().encode("utf-8-sig")


def plain(content: Content) -> str:
    """A value as text, with nothing at its start that a spreadsheet would run."""
    if content is None:
        return ""
    if not isinstance(content, str):
        return f"{content:.2f}" if isinstance(content, Decimal) else str(content)
    text = visible(content).replace("\n", " ").replace("\t", " ")
    return f"'{text}" if content.startswith(_STARTS_FORMULA) else text


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """A workbook with one sheet a table: head frozen and filtered, widths fitted, text kept as text."""
    from review.reports.book import workbook  # noqa: PLC0415 - openpyxl brings numpy, which no window may load at start

    return workbook(tables)
