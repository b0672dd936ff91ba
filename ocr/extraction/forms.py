"""Forms: referral and filing of care elsewhere (转诊、异地就医备案), injury statements (外伤说明)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.diagnoses import read_diagnoses
from ocr.extraction.discharge import with_signed_day
from ocr.extraction.labels import Form
from ocr.extraction.paper_wordings import INJURY, REFERRAL
from ocr.extraction.passages import flowing, passage_cell, ruled
from ocr.extraction.patterns import pattern, pattern_cells
from ocr.extraction.runs import sheet_run
from ocr.extraction.values import field_cells

if TYPE_CHECKING:
    from ocr.extraction.layout import Sheet
    from ocr.reading import Cell

_HAN = r"\u4e00-\u9fff"
_DAY = r"(?:19|20)\d\d[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?"
_SPEAKER = "本人|患者|兹有|承诺人|参保人"
_AFTER_PLACE = r",|\n|不慎|不小心|因|时|被|摔|跌|滑|发生|受伤"
_SENTENCES = (
    pattern("patient", Form.PERSON, rf"(?:{_SPEAKER})(?::|姓名:?|为)?(?P<v>[{_HAN}]{{2,4}})(?=[,(、]|性别|身份|男|女)"),
    pattern("id_number", Form.CODE, r"(?<!\d)(?P<v>[1-9]\d{16}[\dXx])(?!\d)"),
    pattern("injury_date", Form.DAY, rf"(?:于|在|,|。|^)(?P<v>{_DAY})"),
    pattern("place", Form.TEXT, rf"{_DAY}[^,。;]{{0,12}}?,?在(?P<v>[^,。;\n]{{2,30}}?)(?={_AFTER_PLACE})"),
    pattern("cause", Form.TEXT, r"(?P<v>(?:不慎|不小心|因为?|由于|被)[^,。;]{2,40}?)(?=[,。;]|致|导致|造成|受伤)"),
)  # fmt: skip
_CHECKED = re.compile(r"[☑√✓✔■回図区因](?P<a>[有无是否])|(?P<b>[有无是否])[√✓✔]")
_NONE = re.compile(
    rf"(?:(?<!有)无|没有|不存在|不涉及|未涉及|不属于)[{_HAN}]{{0,4}}?(?:第三[方人]|他人|责任[方人])|第三[方人](?:责任)?[人方]?:?无"
)
_SOME = re.compile(r"(?<![不未无没否])(?:有|存在|涉及|属于)第三[方人]|第三[方人](?:责任)?[人方]?:?有(?!无)")
_MENTIONED = re.compile(r"第三[方人]")
_YES = {"有": "有", "是": "有", "无": "无", "否": "无"}


def read_referral_fields(sheet: Sheet, *, at: int = 0) -> dict[str, Cell]:
    """The fields of a referral or filing form, diagnoses as a list."""
    cells = field_cells(sheet, REFERRAL, at=at)
    for key in ("from_institution", "to_institution"):
        if cell := passage_cell(sheet, ruled(sheet, REFERRAL, key), at):
            cells[key] = cell
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
    cells = {**pattern_cells(sheet, _SENTENCES, at=at), **cells}
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
    run = sheet_run(sheet)
    none, some = _NONE.search(run.text), _SOME.search(run.text)
    match = none or some or _MENTIONED.search(run.text)
    cell = passage_cell(sheet, run.group(match), at) if match else None
    if cell is None:
        return None
    if bool(none) == bool(some):
        return replace(cell, value="", review="第三方责任有无没有读清，请核对")
    return replace(cell, value="无" if none else "有")
