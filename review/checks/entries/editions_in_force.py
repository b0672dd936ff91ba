"""Whether the editions that lines stand on are those of the day of care: withdrawn, replaced, missing or doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import paid_lines
from review.claim.states import EDITABLE, ClaimState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.catalogue.entry import Edition, EntryKind
    from review.claim.claim import Claim

OUTDATED = frozenset({"edition-withdrawn", "edition-replaced"})
"""Findings that say a claim stands on editions that no longer hold for it."""
KIND_NAMES = {"drug": "药品", "service": "诊疗项目", "supply": "医用耗材"}
_BASIS = "按就诊当日有效的参保地目录支付，每类目录每个地区同日只用一个版本"
_UNSIGNED = EDITABLE | {ClaimState.SECOND_REVIEW, ClaimState.BATCHED}


def editions_in_force(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines on editions that are withdrawn or not used on the day of care; kinds without edition, or with two."""
    on = claim.care.day
    if on is None:
        return
    entries = [entry for line in paid_lines(claim) if (entry := context.entry(line.entry_id))]
    stood_on = filter(None, map(context.edition, sorted({entry.edition_id for entry in entries})))
    for edition in stood_on:
        if edition.withdrawn:
            yield _withdrawn(claim, edition)
        elif newer := replacement(edition, on, context):
            yield _replaced(claim, edition, newer, on)
    kinds = {entry.kind for entry in entries}
    yield from (_gap(kind, on) for kind in context.gaps(on))
    for one, other in context.overlaps(on):
        if one.kind in kinds:
            yield _overlap(one, other, on)


def replacement(edition: Edition, on: date, context: CheckContext) -> Edition | None:
    """The edition that is used on the day in place of one that is not; None where it is used itself or nothing is."""
    used = [other for other in context.used(on) if other.kind is edition.kind]
    if any(other.id == edition.id for other in used):
        return None
    return next((other for other in used if other.region == edition.region), next(iter(used), None))


def _pressing(claim: Claim) -> Severity:
    """A signed claim keeps what it was settled with: then it is worth a look only."""
    return Severity.DECISION if claim.state in _UNSIGNED else Severity.CLUE


def _withdrawn(claim: Claim, edition: Edition) -> Finding:
    return Finding(
        code="edition-withdrawn",
        severity=_pressing(claim),
        subject="claim",
        title="目录版本已作废",
        message=f"部分明细按“{edition.title}”匹配，该版本已作废：{edition.withdrawn}。",
        advice="请重新匹配本单明细；已签批的按原版本办理，不作改动。",
        basis=_BASIS,
        values={"edition": edition.id},
    )


def _replaced(claim: Claim, edition: Edition, newer: Edition, on: date) -> Finding:
    return Finding(
        code="edition-replaced",
        severity=_pressing(claim),
        subject="claim",
        title="目录版本已更新",
        message=f"部分明细按“{edition.title}”匹配，{on}现应使用“{newer.title}”。",
        advice="请重新匹配本单明细，人工选定的逐行核对；已签批的按原版本办理，不作改动。",
        basis=_BASIS,
        values={"edition": edition.id, "newer": newer.id, "on": str(on)},
    )


def _gap(kind: EntryKind, on: date) -> Finding:
    return Finding(
        code="edition-gap",
        severity=Severity.CLUE,
        subject="claim",
        title="缺少就诊日有效的目录",
        message=f"本机没有{on}有效的{KIND_NAMES[kind]}目录，相关明细按日期最近的版本匹配。",
        advice="请由主管导入当日有效的目录后重新匹配。",
        basis=_BASIS,
        values={"kind": kind, "on": str(on)},
    )


def _overlap(one: Edition, other: Edition, on: date) -> Finding:
    return Finding(
        code="edition-overlap",
        severity=Severity.DECISION,
        subject="claim",
        title="目录版本重叠",
        message=f"{on}有两个同地区的{KIND_NAMES[one.kind]}目录有效：“{one.title}”和“{other.title}”。",
        advice="请由主管终止或作废其中一个后重新匹配；须先办理的，请核对甲乙类和限定范围并说明理由。",
        basis=_BASIS,
        values={"editions": " ".join(sorted((one.id, other.id))), "on": str(on)},
    )
