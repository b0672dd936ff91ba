"""The fund pays hospitals it has a contract with, and others only in an emergency (policy §2.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import place
from review.claim.claim import CareKind, Filing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim

_LOOK_UP = "请查询国家医保定点名录：属定点的更正；确非定点且非急诊的，不予支付。"


def designated(claim: Claim, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001 - every check has this shape
    """A decision where the hospital has no contract; in an emergency a clue, since its cause must be on file."""
    care = claim.care
    if care.designated:
        return
    urgent = care.kind is CareKind.EMERGENCY or care.filing is Filing.EMERGENCY
    hospital, counted = care.hospital or "就诊医院", "按急诊计入" if urgent else "费用全部计为自费"
    advice = "请核对急诊诊断证明。" if urgent else _LOOK_UP
    yield Finding(
        code="hospital-not-designated",
        severity=Severity.CLUE if urgent else Severity.DECISION,
        subject="claim",
        title="非定点医疗机构",
        message=f"“{hospital}”登记为非定点医疗机构，{counted}。",
        advice=advice,
        basis="非定点医疗机构费用不予支付，急诊抢救除外",
        values={"hospital": care.hospital, "kind": care.kind.value, "filing": care.filing.value},
        place=place(document.values.get("institution") for document in claim.documents),
    )
