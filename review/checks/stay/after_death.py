"""Care after death: a claim's outcome says that the person died, another claim's care begins later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import place
from review.checks.stay.people import same_name
from review.checks.stay.spans import days_in_doubt, first_day_place
from review.checks.stay.terms import stay_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.checks.past import PastCare
    from review.claim.claim import Claim


def after_death(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Care that begins on a day after the person died, and payment to the account of somebody who died.

    The wrong word may stand in the other claim, which may be paid: so a person decides, and no claim is stuck.
    """
    died = _died(claim.care.outcome)
    if died:
        yield from _own_account(claim)
    if days_in_doubt(claim):
        return
    for other in context.past.cares:
        if _died(other.outcome) and _later(claim.care.admitted, other.discharged):
            yield _finding(
                claim, other, f"报销单{other.claim}记载患者{other.discharged}死亡，本次就诊始于{claim.care.admitted}。"
            )
        elif died and _later(other.admitted, claim.care.discharged):
            said = f"本单记载患者{claim.care.discharged}死亡，报销单{other.claim}的就诊始于{other.admitted}。"
            yield _finding(claim, other, said)


def _died(outcome: str) -> bool:
    terms = stay_terms()
    return any(word in outcome for word in terms.death) and not any(word in outcome for word in terms.alive)


def _later(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and first > last


def _finding(claim: Claim, other: PastCare, message: str) -> Finding:
    return Finding(
        code="care-after-death",
        severity=Severity.DECISION,
        subject="claim",
        title="死亡后仍有就诊",
        message=message,
        advice="请对照两单出院记录核对转归、日期和身份：识别有误的更正，冒名就医的不予支付并按规定移送。",
        basis="转归为死亡的，其后不应再有医疗费用",
        values={"claim": other.claim, "died": str(other.discharged), "admitted": str(claim.care.admitted)},
        place=first_day_place(claim),
    )


def _own_account(claim: Claim) -> Iterator[Finding]:
    holder = claim.insured.account.holder
    if not holder or not same_name(holder, claim.insured.name):
        return
    yield Finding(
        code="outcome-death",
        severity=Severity.CLUE,
        subject="claim",
        title="参保人已故",
        message=f"出院记录转归为“{claim.care.outcome}”，收款账户仍为参保人本人。",
        advice="请核实账户是否可用、领款人是否为继承人，并按规定收取证明。",
        basis="转归死亡核查",
        values={"outcome": claim.care.outcome, "holder": holder},
        place=place(document.values.get("outcome") for document in claim.documents),
    )
