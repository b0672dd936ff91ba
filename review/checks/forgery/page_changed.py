"""Signs that the picture of a page was changed (ocr.forensics), told with the values that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import all_values, call
from review.claim.paper import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Anomaly, Box, Document, Page, Value

MATTERS = frozenset(
    {
        *("total_amount", "total_in_words", "amount", "unit_price", "quantity", "insurance_class", "self_pay_ratio"),
        *("pooled_fund_paid", "other_paid", "account_paid", "cash_paid", "self_pay", "self_expense"),
        *("invoice_code", "invoice_number", "check_code", "hospital_number", "id_number", "card_number"),
        *("payer", "patient", "name", "holder", "issue_date", "admission_date", "discharge_date", "visit_date", "date"),
    }
)
"""Values on which a payment rests."""

GROWN = "grown-total"
"""The sign that is read from words, not from pixels: it matters whatever value was found there, or none."""

_TITLES = {
    "odd-digits": "数字中有几位印得不同",
    "odd-figure": "数字与同列印得不同",
    "patched-paper": "数字处纸面不同",
    GROWN: "小写比大写多一位数字",
}
"""What was measured, in few words; other signs are called by the last one."""


def page_changed(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """One finding for each sign: a decision where a value that matters stands there, else a clue.

    A total that was read as it is printed is told of by the checks of sums.
    """
    for page in claim.pages:
        for sign in page.anomalies:
            document, value = _standing_there(claim, page, sign.box)
            if not (sign.code == GROWN and value is not None and value.key == "total_amount"):
                yield _finding(page, sign, document, value)


def _standing_there(claim: Claim, page: Page, box: Box) -> tuple[Document | None, Value | None]:
    """The value that a place shows, one that matters first, and its paper."""
    found = [
        (document, value)
        for document in claim.documents
        for value in all_values(document)
        if value.place and value.place.page_id == page.id and _overlap(value.place.box, box)
    ]
    return min(found, key=lambda pair: pair[1].key not in MATTERS, default=(None, None))


def _overlap(one: Box, other: Box) -> bool:
    """Whether a good part of the smaller of two boxes lies in the other."""
    (x, y, width, height), (left, top, wide, high) = one, other
    across = min(x + width, left + wide) - max(x, left)
    down = min(y + height, top + high) - max(y, top)
    return across > 0 and down > 0 and 4 * across * down >= min(width * height, wide * high)


def _finding(page: Page, sign: Anomaly, document: Document | None, value: Value | None) -> Finding:
    matters = sign.code == GROWN or (value is not None and value.key in MATTERS)
    where = call(document) if document else f"第{page.position + 1}页"
    return Finding(
        code="page-changed",
        severity=Severity.DECISION if matters else Severity.CLUE,
        subject=f"value:{value.id}" if value else f"page:{page.id}",
        title=f"疑似改动：{_TITLES.get(sign.code, '影像局部与周围不同')}",
        message=f"{where}：{sign.said}",
        advice="请与原件核对此处；电子票据请在查验平台查验，纸质票据请向开具医院核实。折痕、印章、套打也会如此，属实的请说明。",
        basis="同一次打印的数字大小、墨色、纸面应一致（按经验，参照基金监管公开案例）",
        values={"sign": sign.code, "box": " ".join(map(str, sign.box)), "value": value.value if value else ""},
        place=Place(page.id, sign.box),
    )
