"""合计 = 医保统筹基金支付 + 其他支付 + 个人账户支付 + 个人现金支付; 个人自付 + 个人自费 hints at the same."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import CENT, call, decimal, open_or_decided, place
from review.checks.receipts.marks import in_doubt
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document

_NAMES = {
    "pooled_fund_paid": "统筹基金支付",
    "other_paid": "其他支付",
    "account_paid": "个人账户支付",
    "cash_paid": "个人现金支付",
}
_NEEDED = frozenset({"pooled_fund_paid", "cash_paid"})
_BORNE = ("self_pay", "self_expense")


def receipt_identity(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """Receipts whose payments do not add up to the total."""
    for document in claim.receipts:
        yield from _payments(document)
        yield from _borne_shares(document)


def _payments(document: Document) -> Iterator[Finding]:
    """Silent where nothing was split up; where 其他支付 is not printed, what lacks may be of such another fund."""
    total = decimal(document.text("total_amount"))
    paid = {key: decimal(document.text(key)) for key in _NAMES}
    if total is None or any(paid[key] is None for key in _NEEDED) or not any(paid.values()):
        return
    gap = total - sum((amount for amount in paid.values() if amount is not None), Decimal(0))
    if abs(gap) >= CENT:
        yield _broken(document, total, gap, unnamed=gap > 0 and paid["other_paid"] is None)


def _broken(document: Document, total: Decimal, gap: Decimal, *, unnamed: bool) -> Finding:
    cells = [document.values.get(key) for key in ("total_amount", *_NAMES)]
    paid = {key: amount for key in _NAMES if (amount := decimal(document.text(key))) is not None}
    shown = " + ".join(f"{_NAMES[key]}{thousands(amount)}" for key, amount in paid.items())
    rest = f"；票面未见“其他支付”，缺少的{thousands(gap)}元可能属大病保险、公务员补助等" if unnamed else ""
    return Finding(
        code="receipt-identity",
        severity=Severity.CLUE if unnamed else open_or_decided(cells),
        subject=f"document:{document.id}",
        title="支付构成≠合计",
        message=f"{call(document)}{shown} = {thousands(total - gap)}元，合计为{thousands(total)}元{rest}。",
        advice="请对照原件核对合计和各支付项；原件如此的请查验票据真伪。",
        basis="统筹+其他+个账+现金=合计",
        values={key: document.text(key) for key in ("total_amount", *_NAMES)},
        place=place(cells),
    )


def _borne_shares(document: Document) -> Iterator[Finding]:
    """自付 and 自费 may lack part of 其他支付, and no more; so a larger gap is only a clue.

    A share of zero is often one that was not filled in, so that less than was paid says nothing. Figures in doubt wait.
    """
    keys = (*_BORNE, "account_paid", "cash_paid")
    shares, paid = [decimal(document.text(k)) for k in _BORNE], [decimal(document.text(k)) for k in keys[2:]]
    if None in shares or None in paid or any(in_doubt(document, key) for key in keys):
        return
    borne = sum((s for s in shares if s is not None), Decimal(0))
    own = sum((p for p in paid if p is not None), Decimal(0))
    gap = abs(borne - own)
    unfilled = borne < own and not all(shares)
    if unfilled or gap <= max(CENT, decimal(document.text("other_paid")) or Decimal(0)):
        return
    yield Finding(
        code="receipt-shares",
        severity=Severity.CLUE,
        subject=f"document:{document.id}",
        title="自付与自费不等于个人支付",
        message=(
            f"{call(document)}个人自付与个人自费共{thousands(borne)}元，"
            f"个人账户与现金支付共{thousands(own)}元，相差{thousands(gap)}元。"
        ),
        advice="请核对票据“其他信息”栏各金额是否识别正确。",
        basis="个人自付+个人自费≈个人账户支付+个人现金支付",
        values={key: document.text(key) for key in keys},
        place=place(document.values.get(key) for key in _BORNE),
    )
