"""Answers to findings: let it pass, or take the row out of what is paid, always with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.checks.finding import Severity
from review.claim.decisions import FindingDecision, FindingVerdict
from review.claim.edits import line_of, with_line
from review.claim.paper import LineVerdict
from review.errors import ConflictError, InputError, NotFoundError
from review.services.assess import assess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.checks.finding import Finding
    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office, Work
    from review.store.mapping import Folder


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to the findings of that code and subject as they stand now; the reason is required."""

    code: str
    subject: str
    verdict: FindingVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class CommonAnswer:
    """One answer to several findings, told by their fingerprints; the reason is required and stands with each."""

    fingerprints: frozenset[str]
    verdict: FindingVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decides about a row on their own account, and why."""

    verdict: LineVerdict
    reason: str


def decide(office: Office, actor: Actor, number: str, answer: Answer) -> Claim:
    """Answer a finding; it holds while the finding's values stay the same. ``exclude`` takes the row out of payment.

    Raises:
        InputError: no reason, or a whole claim or paper was to be excluded.
        NotFoundError: there is no such finding any more.
        ConflictError: what blocks must be mended; it cannot be let pass.
    """
    if not answer.reason.strip():
        raise InputError("请填写理由,没有保存。", code="reason-missing")
    with office.edit(actor, "decide", number) as work:
        views = assess(office, work.unit, work.folder)
        found = [v.finding for v in views if (v.finding.code, v.finding.subject) == (answer.code, answer.subject)]
        if not found:
            raise NotFoundError("这条疑点已不存在,没有保存。", code="no-finding", advice="请刷新后再试。")
        _refuse_blocking(found, answer)
        for finding in found:
            _keep(work, finding, answer)
        work.folder = _with_verdict(work.folder, answer)
    return work.claim


def decide_all(office: Office, actor: Actor, number: str, common: CommonAnswer) -> Claim:
    """Answer several findings alike in one unit of work: each decision is kept and journalled, all or none of them.

    Raises:
        InputError, ConflictError: as :func:`decide`.
        NotFoundError: one of the findings is no longer there.
    """
    if not common.reason.strip():
        raise InputError("请填写理由,没有保存。", code="reason-missing")
    with office.edit(actor, "decide", number) as work:
        views = assess(office, work.unit, work.folder)
        found = [view.finding for view in views if view.finding.fingerprint in common.fingerprints]
        if not found or {finding.fingerprint for finding in found} != common.fingerprints:
            raise NotFoundError("有的疑点已不存在,没有保存。", code="no-finding", advice="请刷新后再试。")
        for finding in found:
            answer = Answer(finding.code, finding.subject, common.verdict, common.reason)
            _refuse_blocking([finding], answer)
            _keep(work, finding, answer)
            work.folder = _with_verdict(work.folder, answer)
    return work.claim


def judge_line(office: Office, actor: Actor, number: str, line_id: int, ruling: Ruling) -> Claim:
    """Take a row out of what is paid, or pay it again, whatever the findings say; the reason is required.

    Paying a row again withdraws the answers that took it out: their findings are open once more.
    """
    reason = ruling.reason.strip()
    if not reason:
        raise InputError("请填写理由,没有保存。", code="reason-missing")
    with office.edit(actor, "judge_line", number) as work:
        work.folder = _judged(work.folder, line_id, ruling.verdict, reason)
        if ruling.verdict is LineVerdict.PAY:
            withdrawn = _taking_out(work.folder, line_id)
            kept = tuple(d for d in work.folder.decisions if d not in withdrawn)
            work.folder = replace(work.folder, decisions=kept)
    return work.claim


def _refuse_blocking(found: Sequence[Finding], answer: Answer) -> None:
    if answer.verdict is FindingVerdict.ALLOW and any(finding.severity is Severity.BLOCKS for finding in found):
        message = f"“{found[0].title}”必须先行更正或处理，不能放行，没有保存。"
        raise ConflictError(message, code="must-be-mended", advice=found[0].advice)


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


def _with_verdict(folder: Folder, answer: Answer) -> Folder:
    """The folder with the row taken out or paid; it stays out while any answer about it says so."""
    line_id = line_of(folder.claim, answer.subject)
    if line_id is None:
        if answer.verdict is FindingVerdict.EXCLUDE:
            raise InputError(
                "只有明细可以剔除,没有保存。", code="not-a-line", advice="整单不予支付时,请使用“不予支付”。"
            )
        return folder
    others = [d for d in _taking_out(folder, line_id) if d.code != answer.code]
    if answer.verdict is FindingVerdict.ALLOW and others:
        return folder
    verdict = LineVerdict.PAY if answer.verdict is FindingVerdict.ALLOW else LineVerdict.EXCLUDE
    return _judged(folder, line_id, verdict, answer.reason.strip())


def _taking_out(folder: Folder, line_id: int) -> tuple[FindingDecision, ...]:
    excluding = (d for d in folder.decisions if d.verdict is FindingVerdict.EXCLUDE)
    return tuple(d for d in excluding if line_of(folder.claim, d.subject) == line_id)


def _judged(folder: Folder, line_id: int, verdict: LineVerdict, reason: str) -> Folder:
    claim = with_line(folder.claim, line_id, lambda line: replace(line, verdict=verdict, verdict_reason=reason))
    return replace(folder, claim=claim)
