"""Receipts of inpatient and outpatient care (医疗收费票据, printed and electronic)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.categories import known_category
from ocr.extraction.institutions import institution_of
from ocr.extraction.table import read_table
from ocr.extraction.values import field_cells
from ocr.extraction.wordings import RECEIPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Sheet
    from ocr.extraction.layouts import KnownLayout
    from ocr.extraction.table import Table
    from ocr.reading import Cell, Line


def read_receipt_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a receipt's page."""
    cells = field_cells(sheet, RECEIPT, at=at)
    institution = institution_of(cells.get("institution"), sheet, at=at)
    if institution:
        cells["institution"] = institution
    return cells


def read_receipt_table(sheet: Sheet, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
    """The fee grid of a receipt's page, with misread names of fee categories put right; known layouts say nothing."""
    del layouts
    table = read_table(sheet, at=at)
    return replace(table, lines=tuple(_with_category(line) for line in table.lines))


def _with_category(line: Line) -> Line:
    name = line.cells.get("name")
    known = known_category(str(name.value)) if name else ""
    if not name or not known or known == name.value:
        return line
    return replace(line, cells={**line.cells, "name": replace(name, value=known)})
