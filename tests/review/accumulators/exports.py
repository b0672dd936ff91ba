"""Exports of a platform as offices have them; people are made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from review.accumulators.proposal import Told
from review.accumulators.reading import read_standings
from tests.builders import a_citizen_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from review.accumulators.proposal import StandingProposal

HEADINGS = ("姓名", "身份证号", "险种类型", "年度", "住院次数", "起付线累计", "统筹累计支付", "大病累计", "救助累计")
MARCH = date(2025, 3, 1)


def a_row(serial: int = 0, **changes: Any) -> list[Any]:
    """The usual person's year, or another's; keywords are headings."""
    said: dict[str, Any] = {
        "姓名": "张小满",
        "身份证号": a_citizen_number(serial),
        "险种类型": "城乡居民基本医疗保险",
        "年度": "2025",
        "住院次数": 1,
        "起付线累计": "600.00",
        "统筹累计支付": "12,345.60",
        "大病累计": 0,
        "救助累计": "",
        **changes,
    }
    return [said[heading] for heading in HEADINGS]


def a_book(folder: Path, *rows: Sequence[Any], head: Sequence[Any] = HEADINGS, above: Sequence[str] = ()) -> Path:
    """A workbook with one sheet: titles, headings, rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for title in above:
        sheet.append([title])
    sheet.append(list(head))
    for row in rows:
        sheet.append(list(row))
    book.save(folder / "累计.xlsx")
    return folder / "累计.xlsx"


def read(path: Path, **told: Any) -> StandingProposal:
    """The file as read, its day said."""
    return read_standings(path, Told(**{"as_of": MARCH, **told}))


def faults(proposal: StandingProposal) -> list[tuple[int, str]]:
    """Row and heading of each fault."""
    return [(fault.row, fault.column) for fault in proposal.faults]


def said(proposal: StandingProposal) -> str:
    """All that is said of the faults."""
    return "\n".join(fault.said for fault in proposal.faults)
