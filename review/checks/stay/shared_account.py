"""One account for the money of many people (policy §2.7: 冒名)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.stay.terms import stay_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_NAMED = 5


def shared_account(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """A clue where other claims pay several other people to this account; many want a decision.

    One account for a family is usual, so a few are no matter.
    """
    others = {use.id_number or use.insured_name: use for use in context.past.accounts}
    others.pop(claim.insured.id_number, None)
    terms = stay_terms()
    if len(others) < terms.accounts_clue:
        return
    names = "、".join(use.insured_name for use in list(others.values())[:_NAMED])
    number = claim.insured.account.number
    yield Finding(
        code="account-shared",
        severity=Severity.DECISION if len(others) >= terms.accounts_decision else Severity.CLUE,
        subject="claim",
        title="收款账户为多人收款",
        message=f"收款账户（尾号{number[-4:]}）另有{len(others)}人的报销款：{names}{'等' * (len(others) > _NAMED)}。",
        advice="请核实收款人与各参保人的关系和委托手续；代办人集中代领的，请逐人核实本人知情。",
        basis="报销款应付至参保人本人或其亲属账户；多人共用账户须核实（人数界限按经验）",
        values={"account": number[-4:], "people": str(len(others))},
    )
