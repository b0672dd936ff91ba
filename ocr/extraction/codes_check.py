"""The codes on a paper against what was read from its picture: two readings, and each difference is told.

A code is exact but may be stuck on or belong to another paper; a picture may be misread or edited. So equal values
prove each other, a value the picture lacks comes from the code, and different ones ask, both shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import plain_decimal, to_fen
from ocr.extraction.cells import figure, union
from ocr.extraction.codes import NET, parse_code
from ocr.extraction.draft import contradicted, proven
from ocr.extraction.text import distance, squeeze
from ocr.extraction.words import parse_words
from ocr.reading import Cell
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ocr.extraction.draft import Draft
    from ocr.extraction.layout import Sheet
    from ocr.pages import Box

_KINDS = frozenset({Kind.INPATIENT_RECEIPT, Kind.OUTPATIENT_RECEIPT, Kind.PHARMACY_INVOICE})
_NAMES = {
    "invoice_code": "票据代码",
    "invoice_number": "票据号码",
    "check_code": "校验码",
    "total_amount": "合计金额",
    "issue_date": "开票日期",
    "payer": "交款人",
}
_NUMBERS = frozenset({"invoice_code", "invoice_number", "check_code"})
_QR = "二维码"
_BAR = "条码"
_UNSURE = 0.95
"""Below this a text that differs by a sign or two from the code's was misread."""

_WHOLE = 0.9
_BESIDE = 0.8
_SLIPS = 2
_AGREEING = 2
_HIGHEST_RATE = Decimal("1.17")
"""VAT never was higher than 17 percent, so the total is at most that much above the net amount."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one code says, what people call such a code, the page of the document it stands on, its place as filed."""

    fields: Mapping[str, str]
    called: str
    page: int
    box: Box


def check_codes(draft: Draft, sheets: Sequence[tuple[Sheet, int]]) -> Draft:
    """The draft of a receipt or invoice compared with the codes on its sheets; to be called before its equations.

    Args:
        draft: the paper as read from its picture.
        sheets: what of its pages is this paper, each with the number of the page as its cells count them.
    """
    if draft.kind not in _KINDS:
        return draft
    for found in _own(draft, sheets):
        draft = _foreign(draft, found) if _of_another(draft, found) else _compared(draft, found)
    return draft


def _own(draft: Draft, sheets: Sequence[tuple[Sheet, int]]) -> list[Found]:
    """The codes to compare with: of several papers on one scan, where one of the codes names this one, that alone."""
    said = list(_said(sheets))
    naming = [f for f in said if _numbered(draft, f)]
    return naming if naming and not all(_whole(sheet) for sheet, _ in sheets) else said


def _numbered(draft: Draft, found: Found) -> bool:
    """Whether a code gives the number of a paper, but for a sign or two."""
    return _near("invoice_number", draft.fields.get("invoice_number"), found.fields["invoice_number"])


def _said(sheets: Sequence[tuple[Sheet, int]]) -> Iterator[Found]:
    for sheet, at in sheets:
        for code in sheet.page.codes:
            said = parse_code(code.text)
            if said and _on(sheet, code.box):
                called = _BAR if "128" in code.symbology else _QR
                yield Found(said.fields, called, at, sheet.page.filed_box(code.box))


def _on(sheet: Sheet, box: Box) -> bool:
    """Whether a code stands on a sheet: on any where it is the whole page, else no further than its size away."""
    if _whole(sheet):
        return True
    x, y, w, h = union([piece.box for piece in sheet.pieces])
    middle = box[0] + box[2] / 2, box[1] + box[3] / 2
    margin = _BESIDE * max(box[2:])
    return -margin < middle[0] - x < w + margin and -margin < middle[1] - y < h + margin


def _whole(sheet: Sheet) -> bool:
    return not sheet.pieces or len(sheet.pieces) >= _WHOLE * len(sheet.page.words)


def _of_another(draft: Draft, found: Found) -> bool:
    """Whether nothing of a code agrees with the paper, or nearly does, and two values or more differ."""
    told = [_agrees(key, cell, value) for key, value in found.fields.items() if (cell := draft.fields.get(key))]
    return True not in told and told.count(False) > 1 and not _numbered(draft, found)


def _belongs(draft: Draft, found: Found) -> int:
    """How many values of a paper are those of a code, or are but for a sign or two."""
    cells = [(key, draft.fields.get(key), value) for key, value in found.fields.items()]
    return sum(_agrees(key, cell, value) is True or _near(key, cell, value) for key, cell, value in cells)


def _near(key: str, cell: Cell | None, value: str) -> bool:
    text = key in _NUMBERS and cell is not None and isinstance(cell.value, str) and cell.value
    return bool(text) and distance(str(text).lower(), value.lower()) <= _SLIPS


def _foreign(draft: Draft, found: Found) -> Draft:
    said = "，".join(f"{name}{found.fields[key]}" for key, name in _NAMES.items() if key in found.fields)
    called = found.called
    return draft.with_reason(f"票面与{called}不一致：{called}是另一张票据的（{said}），请核对是否混放或贴错")


def _compared(draft: Draft, found: Found) -> Draft:
    cells = {key: draft.fields.get(key) for key in _NAMES}
    belongs = _belongs(draft, found)
    for key, value in found.fields.items():
        cell = cells.get(key)
        if key == NET:
            draft = _with_net(draft, value, found)
        elif cell is None or not cell.value:
            draft = draft.with_fields({key: _filled(cell, value, found, belongs)})
        elif _agrees(key, cell, value):
            draft = draft.with_fields({key: cell if cell.contradicted else proven(cell, f"与票面{found.called}一致")})
        elif _agrees(key, cell, value) is False:
            draft = _different(draft, key, found, belongs)
    return draft


def _agrees(key: str, cell: Cell | None, value: str) -> bool | None:
    """Whether a cell says the same as a code; None where one of them says nothing of it."""
    if cell is None or not isinstance(cell.value, str) or not cell.value or "*" in cell.value + value:
        return None
    if key == "total_amount":
        return figure(cell) == Decimal(value)
    return squeeze(cell.value).lower() == squeeze(value).lower()


def _filled(cell: Cell | None, value: str, found: Found, belongs: int) -> Cell:
    """A value the picture lacks; it asks where nothing else shows that the code is of this paper."""
    taken = f"取自票面{found.called}"
    review = None if belongs else f"{taken}，票面没有读到可以印证的内容，请核对"
    box = cell.box if cell and cell.box else found.box
    return Cell(value, cell.text if cell else "", 1.0, found.page, box, review, taken if belongs else None)


def _different(draft: Draft, key: str, found: Found, belongs: int) -> Draft:
    """Both values told; a misread text, and a total that words or lines bear out, are taken from the code.

    A picture that clearly shows another figure than its own code was edited, or the code was: the paper asks then.
    """
    cell, value, called = draft.fields[key], found.fields[key], found.called
    told = draft.with_reason(f"票面{_NAMES[key]}与{called}不一致：票面“{cell.value}”，{called}“{value}”")
    backing = _backing(draft, Decimal(value)) if key == "total_amount" else _slip(key, cell, value, belongs)
    if backing:
        proof = f"取自票面{called}{backing}；原读作“{cell.text}”"
        taken = replace(cell, value=value, proof=proof, review=None, contradicted=False, others=(str(cell.value),))
        edited = key == "total_amount" and cell.confidence >= _UNSURE
        return (told if edited else draft).with_fields({key: taken})
    asked = contradicted(cell, f"读作“{cell.value}”，{called}是“{value}”，请核对")
    return told.with_fields({key: replace(asked, others=tuple(dict.fromkeys((value, *cell.others))))})


def _backing(draft: Draft, value: Decimal) -> str:
    """What else says the code's total: the amount in words, or the sum of the lines; empty where nothing does."""
    words = draft.fields.get("total_in_words")
    spelled = parse_words(str(words.value)) if words else None
    if spelled and spelled.certain and spelled.value == value:
        return "，与大写金额一致"
    amounts = [figure(line.cells.get("amount")) for line in draft.lines]
    whole = bool(amounts) and None not in amounts
    return "，与各项之和一致" if whole and sum(a for a in amounts if a) == value else ""


def _slip(key: str, cell: Cell, value: str, belongs: int) -> str:
    """Whether a number is the code's but for what was unsure or not seen, on a paper that the code belongs to."""
    lost = len(str(cell.value)) < len(value) and str(cell.value).lower() in value.lower()
    misread = _near(key, cell, value) and (lost or cell.confidence < _UNSURE)
    return "，票面识别不清" if misread and belongs >= _AGREEING else ""


def _with_net(draft: Draft, value: str, found: Found) -> Draft:
    """The total of an older VAT invoice lies between its net amount and that with the highest rate."""
    cell, net = draft.fields.get("total_amount"), Decimal(value)
    total = figure(cell)
    if cell is None or total is None or net <= total <= to_fen(net * _HIGHEST_RATE):
        return draft
    said = f"票面{plain_decimal(total)}，{found.called}不含税金额{value}"
    asked = contradicted(cell, f"{said}，请核对")
    return draft.with_fields({"total_amount": asked}).with_reason(f"票面合计金额与{found.called}不一致：{said}")
