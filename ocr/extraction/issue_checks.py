"""A paper is issued after what it says has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.dates import find_days
from ocr.extraction.draft import Draft, asking

if TYPE_CHECKING:
    from ocr.reading import Cell

_BEFORE = {"admission_date": "入院日期", "discharge_date": "出院日期"}


def check_issue(draft: Draft) -> Draft:
    """A day of issue before the admission or the discharge the paper tells of asks."""
    issued = draft.fields.get("issue_date")
    if not issued or not issued.value:
        return draft
    for key, caption in _BEFORE.items():
        day = _day(draft.fields.get(key))
        if day and _day(issued) and _day(issued) < day:
            return draft.with_fields(
                {"issue_date": asking(issued, f"出具日期{issued.value}早于{caption}{day}，请核对")}
            )
    return draft


def _day(cell: Cell | None) -> str:
    """The day of a cell, which sorts as text; empty where it is none."""
    return str(cell.value) if cell and find_days(str(cell.value)) else ""
