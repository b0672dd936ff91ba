"""Discharge records (出院小结、出院记录)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ocr.extraction.cells import text_cell, union
from ocr.extraction.institutions import title_hospital
from ocr.extraction.layout import Piece, text_lines
from ocr.extraction.text import unify
from ocr.extraction.values import field_cells
from ocr.extraction.wordings import DISCHARGE
from ocr.reading import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.extraction.layout import Sheet

_HEADING = re.compile(r"^(出院诊断|最后诊断|出院主要诊断|主要诊断|临床诊断|诊断)[:：]?")
_NEXT_HEADING = re.compile(
    r"^(出院医嘱|医嘱|出院情况|出院时情况|入院情况|诊疗经过|治疗经过|住院经过|手术|治疗结果|医师|医生|主治|签名|健康|注意|"
    r"随访|复查|日期|处理|建议|备注|.{2,6}[:：])"
)
_NUMBER = re.compile(r"(?:^|(?<=[\s;,。])|(?<=[^\d\s.]))\(?\d{1,2}(?:\.(?!\d)|[、)])\s*")
_CODE = re.compile(r"\(?[A-Z]\d{2}(\.[\dxX]{1,5})?\)?")


def read_discharge_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a discharge record's page, diagnoses as a list."""
    cells = field_cells(sheet, DISCHARGE, at=at)
    cells.pop("diagnoses", None)
    named = title_hospital(sheet)
    if named and "institution" not in cells:
        cells["institution"] = text_cell(sheet.page, [named[1]], named[0], at=at)
    pieces = tuple(_diagnosis_pieces(sheet))
    if pieces:
        cells["diagnoses"] = _list_cell(sheet, pieces, at)
    return cells


def _diagnosis_pieces(sheet: Sheet) -> Iterator[Piece]:
    """What stands after the heading of the diagnoses, down to the next heading."""
    inside = False
    for line in text_lines(sheet.pieces):
        head = _HEADING.match(line[0].text)
        if head and not inside and _is_discharge(line[0].text, sheet):
            inside = True
            rest = line[0].text[head.end() :].strip()
            if rest:
                yield line[0].part(line[0].text.index(rest, head.end()), len(line[0].text))
            yield from line[1:]
        elif inside and (_NEXT_HEADING.match(line[0].text) or _gap(line, sheet)):
            return
        elif inside:
            yield from line


def _is_discharge(text: str, sheet: Sheet) -> bool:
    """A bare ``诊断`` counts only where no heading says 出院诊断."""
    return text.startswith(("出院", "最后")) or not any(p.text.startswith("出院诊断") for p in sheet.pieces)


def _gap(line: Sequence[Piece], sheet: Sheet) -> bool:
    """Whether a line cannot belong to the list: a signature far to the right, or a seal."""
    left = min(p.left for p in sheet.pieces)
    return line[0].left - left > 0.5 * max(p.right for p in sheet.pieces) - left or "专用章" in line[0].text


def _list_cell(sheet: Sheet, pieces: Sequence[Piece], at: int) -> Cell:
    text = " ".join(p.text for p in pieces)
    box = sheet.page.filed_box(union([p.box for p in pieces]))
    return Cell(split_diagnoses(text), text, min(p.confidence for p in pieces), at, box)


def split_diagnoses(text: str) -> tuple[str, ...]:
    """Single diagnoses of a numbered or punctuated list, without numbers and ICD-10 codes."""
    text = unify(text)
    parts = _NUMBER.split(text) if _NUMBER.search(text) else re.split(r"[;,、\s]+", text)
    bare = (_CODE.sub("", part).strip(" ;,。、.:") for part in parts)
    return tuple(part.replace(" ", "") for part in bare if part)
