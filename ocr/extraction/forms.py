"""Forms: referral and filing of care elsewhere (转诊、异地就医备案), injury statements (外伤说明)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.diagnoses import read_diagnoses
from ocr.extraction.discharge import with_signed_day
from ocr.extraction.kinds import title_kind
from ocr.extraction.paper_wordings import INJURY, REFERRAL
from ocr.extraction.passages import flowing, passage_cell, ruled
from ocr.extraction.prose import (
    ADDRESSED,
    INJURED,
    LABELLED_INJURY,
    LABELLED_REFERRAL,
    REFERRED,
    line_cells,
    said_cells,
    with_prose,
)
from ocr.extraction.runs import run_of
from ocr.extraction.values import field_cells

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell

_HAN = r"\u4e00-\u9fff"
_CHECKED = re.compile(r"[☑√✓✔■回図区因](?P<a>[有无是否])|(?P<b>[有无是否])[√✓✔]")
_NONE = re.compile(
    rf"(?:(?<!有)无|没有|不存在|不涉及|未涉及|不属于)[{_HAN}]{{0,4}}?(?:第三[方人]|他人|责任[方人])|第三[方人](?:责任)?[人方]?:?无"
)
_SOME = re.compile(r"(?<![不未无没否])(?:有|存在|涉及|属于)第三[方人]|第三[方人](?:责任)?[人方]?:?有(?!无)")
_MENTIONED = re.compile(r"第三[方人]")
_YES = {"有": "有", "是": "有", "无": "无", "否": "无"}


def read_referral_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a referral or filing form or letter, diagnoses as a list."""
    cells = field_cells(sheet, REFERRAL, at=at)
    if filed := cells.get("filing_date"):
        cells.setdefault("issue_date", filed)
    for key in ("from_institution", "to_institution"):
        if cell := passage_cell(sheet, ruled(sheet, REFERRAL, key), at):
            cells[key] = cell
    said = line_cells(sheet, (*LABELLED_REFERRAL, *ADDRESSED), at=at) | said_cells(sheet, REFERRED, at=at)
    cells = with_prose(cells, said)
    if diagnoses := read_diagnoses(sheet, at=at):
        cells["diagnoses"] = diagnoses
    return with_signed_day(sheet, cells, at)


def read_injury_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of an injury statement, from its labels, and from its sentences where it has none."""
    cells = {key: cell for key, cell in field_cells(sheet, INJURY, at=at).items() if cell.value}
    for key in ("place", "cause"):
        pieces = ruled(sheet, INJURY, key) or flowing(sheet, INJURY, key)
        if cell := passage_cell(sheet, pieces, at):
            cells[key] = cell
    cells = with_prose(cells, said_cells(sheet, INJURED, at=at))
    cells = {**line_cells(sheet, LABELLED_INJURY, at=at), **cells}
    third = _third_party(sheet, at)
    return {**cells, "third_party": third} if third else cells


def _third_party(sheet: Sheet, at: int) -> Cell | None:
    """有 or 无 as ticked, or as said in a sentence; what is neither asks."""
    pieces = ruled(sheet, INJURY, "third_party") or flowing(sheet, INJURY, "third_party")
    cell = passage_cell(sheet, pieces, at)
    said = str(cell.value) if cell else ""
    ticked = _CHECKED.search(said)
    if cell and ticked:
        return replace(cell, value=_YES[ticked["a"] or ticked["b"]])
    if cell and said[:1] in _YES and not (set(said) & set("有是") and set(said) & set("无否")):
        return replace(cell, value=_YES[said[0]])
    return _spoken(sheet, at)


def _spoken(sheet: Sheet, at: int) -> Cell | None:
    run = run_of([[piece] for piece in sheet.pieces if not title_kind(piece.text)])
    none, some = _NONE.search(run.text), _SOME.search(run.text)
    match = none or some or _MENTIONED.search(run.text)
    cell = passage_cell(sheet, run.group(match), at) if match else None
    if cell is None:
        return None
    if bool(none) == bool(some):
        return replace(cell, value="", review="第三方责任有无没有读清，请核对")
    return replace(cell, value="无" if none else "有")
