"""The XML of an electronic receipt as rows of print: the receipt, then sheets of its detailed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.capture.limits import MAX_PAGES, refused
from ocr.capture.markup_values import values_of
from ocr.capture.plain_sheets import MARGIN, columns, spread
from ocr.capture.receipt_names import FOOT, HEAD, RECEIPT, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ocr.capture.markup import Node
    from ocr.capture.markup_values import Values
    from ocr.capture.plain_sheets import Line, Row

_ROWS = 44
"""Rows of a sheet of detailed lines."""

_HEADINGS = {
    "code": "项目编码", "name": "项目名称", "spec": "规格", "quantity": "数量", "unit": "单位", "unit_price": "单价",
    "amount": "金额（元）", "remark": "备注",
}  # fmt: skip
_STAYS = ("住院号", "入院日期", "出院日期", "住院时间")


def receipt_sheets(root: Node) -> Iterator[list[Row]]:
    """The sheets of a receipt. Raises PageRefusedError: no receipt, or one that says two things of one value."""
    receipt = values_of(root, RECEIPT)
    if not receipt.values.get("票据号码") or not (receipt.values.get("小写") or receipt.charges or receipt.details):
        raise refused("xml-other")
    if len(receipt.charges) > _ROWS * 4 or len(receipt.details) > _ROWS * (MAX_PAGES - 1):
        raise refused("too-many-pages")
    yield _receipt(receipt)
    count = -(-len(receipt.details) // _ROWS)
    for at in range(count):
        rows = _detailed(receipt, receipt.details[at * _ROWS : (at + 1) * _ROWS], f"第{at + 1}页/共{count}页")
        total = receipt.values.get("小写", "")
        yield [*rows, [(MARGIN, f"费用合计：{total}")]] if total and at + 1 == count else rows


def _title(receipt: Values) -> str:
    """The receipt's name; one that does not say inpatient or outpatient gets it from what the receipt holds."""
    kind = "住院" if any(label in receipt.values for label in _STAYS) else "门诊"
    title = receipt.values.get(TITLE.label, "")
    return title if "收费票据" in title else f"{title}医疗{kind}收费票据（电子）"


def _receipt(receipt: Values) -> list[Row]:
    values = receipt.values
    head = [f"{entry.label}：{values[entry.label]}" for entry in HEAD if values.get(entry.label)]
    foot = [f"{entry.label}：{values[entry.label]}" for entry in FOOT if values.get(entry.label)]
    totals = [f"金额合计（{label}）：{values[label]}" for label in ("大写", "小写") if values.get(label)]
    return [
        [(MARGIN, _title(receipt))],
        *spread(head, 2),
        *columns(receipt.charges, _HEADINGS),
        *spread(totals, 2),
        *spread(foot, 3),
    ]


def _detailed(receipt: Values, lines: Sequence[Line], page: str) -> list[Row]:
    values = receipt.values
    stay = [("姓名", values.get("交款人", "")), *((label, values.get(label, "")) for label in _STAYS)]
    return [
        [(MARGIN, f"{values.get('收款单位', '')}费用明细清单")],
        *spread([*(f"{label}：{value}" for label, value in stay if value), page], 3),
        *columns(lines, _HEADINGS),
    ]
