"""Prescriptions (处方笺): who, what for, and the drugs, printed as lines, as a table, or as herbs side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell
from ocr.extraction.discharge import medical_fields, with_signed_day
from ocr.extraction.institutions import hospital_in
from ocr.extraction.layout import text_lines
from ocr.extraction.paper_wordings import PRESCRIPTION
from ocr.extraction.prescription_lines import listed_drugs, loose_counts
from ocr.extraction.prescription_table import END, tabled_drugs
from ocr.extraction.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.layout import Piece, Sheet
    from ocr.extraction.layouts import KnownLayout
    from ocr.reading import Cell

_START = re.compile(r"^(R|Rp|RP|rp|处方|处方内容|药品|R/)[.:/、]*$|^R[Pp]?[.:]")
_TITLE = re.compile(r"(门诊|急诊|住院|普通|儿科|电子|中药|中医|西药)*处方(笺|单)?.*$")


def read_prescription_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a prescription; its title names the hospital."""
    cells = with_signed_day(sheet, medical_fields(sheet, PRESCRIPTION, at), at)
    titled = [p for p in sheet.pieces if "处方" in p.text and hospital_in(_TITLE.sub("", p.text.replace(" ", "")))]
    if titled and "institution" not in cells:
        name = _TITLE.sub("", titled[0].text.replace(" ", ""))
        cells["institution"] = text_cell(sheet.page, titled[:1], name, at=at)
    return cells


def read_prescription_table(sheet: Sheet, *, at: int = 0, layouts: Sequence[KnownLayout] = ()) -> Table:
    """The drugs of a prescription, with specification, quantity and unit."""
    del layouts
    body = _body(sheet)
    lines = tabled_drugs(sheet, at) or listed_drugs(sheet, body, at)
    odd: tuple[str, ...] = () if lines else ("没有读到处方药品",)
    if loose := loose_counts(body):
        odd += (f"有{loose}个数量没有和药品在同一行，请逐项核对药品和数量",)
    return Table(lines=lines, odd=odd, found=True)


def _body(sheet: Sheet) -> tuple[tuple[Piece, ...], ...]:
    """The text lines between the sign ``Rp`` (or the last label of the head) and the signatures."""
    lines = text_lines(sheet.pieces)
    marks = [i for i, line in enumerate(lines) if any(_START.match(p.text.replace(" ", "")) for p in line)]
    heads = [i for i, line in enumerate(lines) if any(PRESCRIPTION.find(p.text) for p in line)]
    first = marks[0] if marks else next((i for i in heads if i + 1 not in heads), -1) + 1
    ends = (i for i, line in enumerate(lines) if i > first and END.match(line[0].text.replace(" ", "")))
    return lines[first : next(ends, len(lines))]
