"""Discharge records (出院小结、出院记录) and diagnosis certificates (诊断证明书)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.cells import day_cell, text_cell
from ocr.extraction.dates import find_days
from ocr.extraction.diagnoses import read_diagnoses
from ocr.extraction.institutions import title_hospital
from ocr.extraction.outcome import read_outcome
from ocr.extraction.paper_wordings import CERTIFICATE, DISCHARGE
from ocr.extraction.prose import CERTIFIED, DEPARTMENT, box_cells, said_cells, with_prose
from ocr.extraction.values import field_cells

_BED = re.compile(r"(?:床[号位]|病床|住院号).*$")
"""What may follow a department in the same box."""

_SIGNED = re.compile(
    r"(?!.*(入院|出院|出生|打印|住院|有效|参保|截止|手术))(?=.*(?:19|20)\d\d)[^\d]{0,12}\d[\d年月日.\-/]{5,11}[^\d]{0,4}"
)

if TYPE_CHECKING:
    from ocr.extraction.labels import LabelSet
    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell


def read_discharge_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a discharge record's page, diagnoses as a list."""
    cells = with_prose(medical_fields(sheet, DISCHARGE, at), said_cells(sheet, CERTIFIED, at=at))
    outcome = read_outcome(sheet, at=at)
    return {**cells, "outcome": outcome} if outcome else cells


def read_certificate_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a diagnosis certificate; its day of issue may stand without label by the signature."""
    cells = medical_fields(sheet, CERTIFICATE, at)
    return with_signed_day(sheet, with_prose(cells, said_cells(sheet, CERTIFIED, at=at)), at)


def medical_fields(sheet: Sheet, labels: LabelSet, at: int) -> dict[str, Cell]:
    """Labelled fields, the hospital of the title where no label names one, and the diagnoses."""
    cells = field_cells(sheet, labels, at=at)
    named = title_hospital(sheet)
    if named and "institution" not in cells:
        cells["institution"] = text_cell(sheet.page, [named[1]], named[0], at=at)
    cells = {**box_cells(sheet, DEPARTMENT, at=at), **cells}
    if department := cells.get("department"):
        cells["department"] = replace(department, value=_BED.sub("", str(department.value)))
    if diagnoses := read_diagnoses(sheet, at=at):
        cells["diagnoses"] = diagnoses
    return cells


def with_signed_day(sheet: Sheet, cells: dict[str, Cell], at: int) -> dict[str, Cell]:
    """With the lowest day that stands alone or behind a signature as day of issue, where no label gives one."""
    issued = cells.get("issue_date")
    if issued and issued.value:
        return cells
    signed = [p for p in sheet.pieces if _SIGNED.fullmatch(p.text.replace(" ", "")) and find_days(p.text)]
    return {**cells, "issue_date": day_cell(sheet.page, signed[-1:], at=at)} if signed else cells
