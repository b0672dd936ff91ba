"""Answers to findings: let it pass, or take the row out of what is paid, always with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.claim.decisions import FindingDecision, FindingVerdict
from review.claim.edits import line_of, with_line
from review.claim.paper import LineVerdict
from review.errors import InputError, NotFoundError
from review.services.assess import assess

if TYPE_CHECKING:
    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office, Work

_LINE_VERDICTS = {FindingVerdict.ALLOW: LineVerdict.PAY, FindingVerdict.EXCLUDE: LineVerdict.EXCLUDE}


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to the findings of that code and subject as they stand now; the reason is required."""

    code: str
    subject: str
    verdict: FindingVerdict
    reason: str


def decide(office: Office, actor: Actor, number: str, answer: Answer) -> Claim:
    """Answer a finding; it holds while the finding's values stay the same. ``exclude`` takes the row out of payment.

    Raises:
        InputError: no reason, or a whole claim or paper was to be excluded.
        NotFoundError: there is no such finding any more.
    """
    if not answer.reason.strip():
        raise InputError("请填写理由,没有保存。", code="reason-missing")
    with office.edit(actor, "decide", number) as work:
        views = assess(office, work.unit, work.folder)
        found = [v.finding for v in views if (v.finding.code, v.finding.subject) == (answer.code, answer.subject)]
        if not found:
            raise NotFoundError("这条疑点已不存在,没有保存。", code="no-finding", advice="请刷新后再试。")
        for finding in found:
            _keep(work, finding, answer)
        work.claim = _with_verdict(work.claim, answer)
    return work.claim


def _keep(work: Work, finding: Finding, answer: Answer) -> None:
    decision = FindingDecision(
        code=finding.code,
        subject=finding.subject,
        fingerprint=finding.fingerprint,
        verdict=answer.verdict,
        reason=answer.reason.strip(),
        decided_by=work.actor.username,
        decided_at=work.office.clock(),
    )
    others = tuple(d for d in work.folder.decisions if d.fingerprint != finding.fingerprint)
    work.folder = replace(work.folder, decisions=(*others, decision))


def _with_verdict(claim: Claim, answer: Answer) -> Claim:
    line_id = line_of(claim, answer.subject)
    if line_id is None:
        if answer.verdict is FindingVerdict.EXCLUDE:
            raise InputError(
                "只有明细可以剔除,没有保存。", code="not-a-line", advice="整单不予支付时,请使用“不予支付”。"
            )
        return claim
    verdict, reason = _LINE_VERDICTS[answer.verdict], answer.reason.strip()
    return with_line(claim, line_id, lambda line: replace(line, verdict=verdict, verdict_reason=reason))
