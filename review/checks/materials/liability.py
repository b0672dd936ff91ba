"""Injuries that somebody else or work injury insurance has to pay (社会保险法第三十条)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.materials.tables import shipped_materials
from review.checks.materials.traits import injury_statements
from review.checks.paperwork import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Document, Value

_BASIS = "《社会保险法》第三十条：应由第三人负担、应从工伤保险基金支付的，基本医疗保险基金不支付"


def liability(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """What the injury statement says of somebody liable, once that is read for sure, and words that sound like work."""
    work = (context.materials or shipped_materials()).work
    for paper in injury_statements(claim):
        told = paper.values.get("third_party")
        if told and told.value == "有" and not told.standing.asks:
            yield _third_party(paper, told)
        if work.tell(paper.text("cause")):
            yield _work(paper)


def _third_party(paper: Document, told: Value) -> Finding:
    return Finding(
        code="third-party",
        severity=Severity.DECISION,
        subject=f"document:{paper.id}",
        title="有第三方责任人",
        message="外伤情况说明写明有第三方责任人，应由其负担的部分基金不支付。",
        advice="请收取责任认定、判决或调解材料；第三人不支付或无法确定的，请写明先行支付的依据，识别有误的请更正。",
        basis=_BASIS,
        values={"third_party": told.value},
        place=told.place,
    )


def _work(paper: Document) -> Finding:
    cause = paper.text("cause")
    return Finding(
        code="work-injury",
        severity=Severity.CLUE,
        subject=f"document:{paper.id}",
        title="可能属于工伤",
        message=f"外伤情况说明写的经过是“{cause}”，像是与工作有关。",
        advice="请询问是否已申请工伤认定；属于工伤的，由工伤保险基金支付。",
        basis=_BASIS,
        values={"cause": cause},
        place=place((paper.values.get("cause"),)),
    )
