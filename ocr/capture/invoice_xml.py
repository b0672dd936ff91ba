"""The XML of a VAT invoice as rows of print, in the places the fully digital invoice has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocr.capture.invoice_names import ASKED, IDENTITY, INVOICE, SIDES, TELLING
from ocr.capture.limits import refused
from ocr.capture.markup_values import plain, values_of
from ocr.capture.plain_sheets import MARGIN, columns, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ocr.capture.markup import Node
    from ocr.capture.plain_sheets import Row

MOST_LINES = 180
"""Lines of one invoice: more do not fit a sheet that is still read."""

_HEADINGS = {
    "name": "项目名称", "spec": "规格型号", "unit": "单位", "quantity": "数量", "unit_price": "单价", "amount": "金额",
    "tax_rate": "税率/征收率", "tax": "税额",
}  # fmt: skip
_HEAD = ("发票代码", "发票号码", "开票日期", "校验码")
_SPECIAL = "专用发票"


def is_invoice(root: Node) -> bool:
    """Whether an XML is that of a VAT invoice rather than of a receipt."""
    return any(
        plain(node.name) in TELLING or not TELLING.isdisjoint(map(plain, node.attributes)) for node in root.walk()
    )


def invoice_sheets(root: Node) -> Iterator[list[Row]]:
    """The one sheet of an invoice. Raises PageRefusedError: no invoice, or one that says two things of one value."""
    invoice = values_of(root, INVOICE)
    values = {**invoice.values}
    values.setdefault("发票号码", values.get(IDENTITY, ""))
    values.setdefault("开票日期", values.get(ASKED, ""))
    if not values["发票号码"] or not (values.get("小写") or invoice.charges):
        raise refused("xml-other")
    if len(invoice.charges) > MOST_LINES:
        raise refused("too-many-pages")
    totals = [f"价税合计（{label}）：{values[label]}" for label in ("大写", "小写") if values.get(label)]
    yield [
        [(MARGIN, _title(root, values))],
        *spread(_labelled(values, _HEAD), 2),
        *(row for name in ("名称", "纳税人识别号") for row in spread(_sides(values, name), 2)),
        *columns(invoice.charges, _HEADINGS),
        *spread(_labelled(values, ("合计", "税额合计")), 2),
        *spread(totals, 2),
        *spread(_labelled(values, ("开票人",)), 2),
    ]


def _title(root: Node, values: Mapping[str, str]) -> str:
    """The name that paper prints: invoices with a code are of the machines before the digital one."""
    kinds = (node.text for node in root.every("LabelName"))
    kind = "增值税专用发票" if any(_SPECIAL in text for text in kinds) else "普通发票"
    return "增值税电子普通发票" if values.get("发票代码") else f"电子发票（{kind}）"


def _labelled(values: Mapping[str, str], labels: tuple[str, ...]) -> list[str]:
    return [f"{label}：{values[label]}" for label in labels if values.get(label)]


def _sides(values: Mapping[str, str], name: str) -> list[str]:
    """What is said of buyer and seller; numbers do not say whose they are, as on paper."""
    label = "{side}名称" if name == "名称" else name
    said = [(side, values.get(f"{side}{name}", "")) for side in SIDES]
    return [f"{label.format(side=side)}：{value}" for side, value in said if value]
