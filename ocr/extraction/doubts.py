"""What nothing proves and recognition was not sure of asks for a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.extraction.calibration import limit
from ocr.extraction.draft import Draft, asking
from ocr.extraction.value_kinds import is_money
from ocr.reading import Cell, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Mapping

BY_MEASURE = "识别把握"
"""How the reason of a value begins that asks for nothing but its measure."""

_PRINTED = (
    ("pooled_fund_paid", "医保统筹基金支付"),
    ("other_paid", "其他支付"),
    ("account_paid", "个人账户支付"),
    ("cash_paid", "个人现金支付"),
    ("self_expense", "个人自费"),
)
_RECEIPTS = frozenset({DocumentKind.INPATIENT_RECEIPT, DocumentKind.OUTPATIENT_RECEIPT})


def mark_doubts(draft: Draft) -> Draft:
    """Every unproven value below its measure of confidence asks; receipts ask for money fields they must have."""
    fields = _marked(draft.fields)
    lines = tuple(replace(line, cells=_marked(line.cells)) for line in draft.lines)
    return replace(draft, fields=fields, lines=lines).with_reason(*_nameless(draft), *_missing(draft))


def _nameless(draft: Draft) -> tuple[str, ...]:
    """Lines without a name make the paper ask: nobody can tell which charges they are, or whether any is lost."""
    count = sum("name" not in line.cells for line in draft.lines)
    return (f"{count}行没有读到项目名称，请对照原件",) if count else ()


def _marked(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    return {key: _doubted(key, cell) for key, cell in cells.items()}


def _doubted(key: str, cell: Cell) -> Cell:
    if not cell.value and not cell.text and cell.others:
        reason = f"初读没有读出，复读为“{cell.others[0]}”，请核对"
        return replace(cell, value=cell.others[0], others=cell.others[1:], review=reason, proof=None)
    if cell.confidence >= limit(key):
        return cell
    unproven = "，没有等式可以证明" if is_money(key) else ""
    others = f"，也可能是{'、'.join(cell.others)}" if cell.others else ""
    return asking(cell, f"{BY_MEASURE}{cell.confidence:.0%}{unproven}{others}，请核对")


def _missing(draft: Draft) -> tuple[str, ...]:
    """Money that every receipt prints and that was not found on this one; a file of values has lost none."""
    if draft.kind not in _RECEIPTS:
        return ()
    found = [] if draft.lines else ["没有读到收费项目"]
    if draft.amount("total_amount") is None:
        found.append("没有读到合计金额")
    if draft.origin == "xml":
        return tuple(found)
    found += [f"没有找到“{name}”" for key, name in _PRINTED if key not in draft.fields]
    if "self_pay" not in draft.fields and "~proportion" not in draft.fields:
        found.append("没有找到“个人自付”")
    return tuple(found)
