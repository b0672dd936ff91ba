"""Receipts of inpatient and outpatient care (医疗收费票据, printed and electronic)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.institutions import completed, title_hospital
from ocr.extraction.labels import RECEIPT
from ocr.extraction.table import read_table
from ocr.extraction.text import distance
from ocr.extraction.cells import text_cell
from ocr.extraction.values import field_cells
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet
    from ocr.extraction.table import Table

CATEGORIES = (
    "床位费", "诊察费", "检查费", "化验费", "检验费", "治疗费", "手术费", "护理费", "卫生材料费", "材料费", "西药费", "中药饮片",
    "中药饮片费", "中草药费", "中成药费", "一般诊疗费", "挂号费", "其他住院收费", "其他住院费用", "其他门急诊收费", "其他门诊收费",
    "其他费用", "其他费", "麻醉费", "输血费", "放射费", "输氧费", "诊疗费", "药事服务费", "监护费", "接生费", "救护车使用费",
    "院前急救服务费", "特殊材料费", "病理费", "介入费", "透析费", "理疗费", "康复费", "注射费", "急诊留观床位费",
)  # fmt: skip


def read_receipt_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a receipt's page."""
    cells = field_cells(sheet, RECEIPT, at=at)
    institution = cells.get("institution")
    if institution and isinstance(institution.value, str):
        cells["institution"] = replace(institution, value=completed(institution.value, sheet))
    elif named := title_hospital(sheet):
        cells["institution"] = text_cell(sheet.page, [named[1]], named[0], at=at)
    return cells


def read_receipt_table(sheet: Sheet, *, at: int = 0) -> Table:
    """The fee grid of a receipt's page, with misread names of fee categories put right."""
    table = read_table(sheet, at=at)
    return replace(table, lines=tuple(_with_category(line) for line in table.lines))


def _with_category(line: Line) -> Line:
    name = line.cells.get("name")
    known = known_category(str(name.value)) if name else ""
    if not name or not known or known == name.value:
        return line
    return replace(line, cells={**line.cells, "name": replace(name, value=known)})


def known_category(name: str) -> str:
    """The fee category a name of three or more characters is, or is one character away from."""
    if name in CATEGORIES:
        return name
    near = [c for c in CATEGORIES if len(c) > 2 and len(c) == len(name) and distance(c, name) == 1]
    return near[0] if len(near) == 1 else ""
