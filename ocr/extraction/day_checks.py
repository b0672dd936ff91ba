"""Days that cannot be: leaving before coming, items outside the stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.dates import find_days
from ocr.extraction.draft import Draft, asking, contradicted

if TYPE_CHECKING:
    from ocr.reading import Line


def check_days(draft: Draft) -> Draft:
    """Admission and discharge against each other, and the days of lines against both."""
    first, last = _day(draft, "admission_date"), _day(draft, "discharge_date")
    if first and last and first > last:
        reason = f"出院日期{last}早于入院日期{first}"
        keys = ("admission_date", "discharge_date")
        return draft.with_fields({key: contradicted(draft.fields[key], reason) for key in keys})
    return replace(draft, lines=tuple(_within(line, first, last) for line in draft.lines))


def _day(draft: Draft, key: str) -> str:
    cell = draft.fields.get(key)
    return str(cell.value) if cell and find_days(str(cell.value)) else ""


def _within(line: Line, first: str, last: str) -> Line:
    cell = line.cells.get("date")
    if not cell or not find_days(str(cell.value)):
        return line
    day = str(cell.value)
    if (first and day < first) or (last and day > last):
        return replace(line, cells={**line.cells, "date": asking(cell, f"日期{day}不在住院期间内")})
    return line
