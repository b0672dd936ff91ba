"""Cost statements (费用清单): one paper of several pages, with lines on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.institutions import institution_of
from ocr.extraction.layouts import KnownLayout, of_hospital
from ocr.extraction.table import Table, read_table
from ocr.extraction.values import field_cells
from ocr.extraction.wordings import STATEMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell


def read_statement_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of one page of a statement."""
    cells = field_cells(sheet, STATEMENT, at=at)
    institution = institution_of(cells.get("institution"), sheet, at=at)
    if institution:
        cells["institution"] = institution
    return cells


def read_statement_table(sheet: Sheet, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
    """The lines of one page of a statement; days printed without a year take that of the admission."""
    cells = read_statement_fields(sheet, at=at)
    day, hospital = cells.get("admission_date"), cells.get("institution")
    known = of_hospital(layouts, str(hospital.value) if hospital else "")
    return read_table(sheet, at=at, year=str(day.value)[:4] if day else "", layouts=known)
