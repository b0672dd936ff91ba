"""Discharge records (出院小结、出院记录) and diagnosis certificates (诊断证明书)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.extraction.cells import day_cell, text_cell
from ocr.extraction.dates import find_days
from ocr.extraction.diagnoses import read_diagnoses
from ocr.extraction.institutions import title_hospital
from ocr.extraction.paper_wordings import CERTIFICATE, DISCHARGE
from ocr.extraction.values import field_cells

if TYPE_CHECKING:
    from ocr.extraction.labels import LabelSet
    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell


def read_discharge_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a discharge record's page, diagnoses as a list."""
    return medical_fields(sheet, DISCHARGE, at)


def read_certificate_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a diagnosis certificate; its day of issue may stand without label by the signature."""
    cells = medical_fields(sheet, CERTIFICATE, at)
    return with_signed_day(sheet, cells, at)


def medical_fields(sheet: Sheet, labels: LabelSet, at: int) -> dict[str, Cell]:
    """Labelled fields, the hospital of the title where no label names one, and the diagnoses."""
    cells = field_cells(sheet, labels, at=at)
    named = title_hospital(sheet)
    if named and "institution" not in cells:
        cells["institution"] = text_cell(sheet.page, [named[1]], named[0], at=at)
    if diagnoses := read_diagnoses(sheet, at=at):
        cells["diagnoses"] = diagnoses
    return cells


def with_signed_day(sheet: Sheet, cells: dict[str, Cell], at: int) -> dict[str, Cell]:
    """With the lowest day of the page as day of issue, where no label gives one."""
    issued = cells.get("issue_date")
    if issued and issued.value:
        return cells
    taken = {cell.text for key, cell in cells.items() if key.endswith("date")}
    signed = [p for p in sheet.pieces if find_days(p.text) and not any(day in p.text for day in taken if day)]
    return {**cells, "issue_date": day_cell(sheet.page, signed[-1:], at=at)} if signed else cells
