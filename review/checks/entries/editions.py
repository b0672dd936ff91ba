"""Which editions and policy pack the claim rests on, where that is not beyond doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.catalogue.entry import EditionStatus
from review.checks.entries.editions_in_force import replacement
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import paid_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from review.catalogue.entry import Edition, Entry
    from review.claim.claim import Claim


def editions(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Editions used outside their dates, demo editions, assumed classes, and what the policy pack warns of."""
    entries = [entry for line in paid_lines(claim) if (entry := context.entry(line.entry_id))]
    used = {entry.edition_id for entry in entries}
    on = claim.care.day
    for edition in filter(None, map(context.edition, sorted(used))):
        if on and not edition.covers(on) and not replacement(edition, on, context):
            yield _outside(edition, on)
        if edition.status is EditionStatus.DEMO:
            first = next(entry for entry in entries if entry.edition_id == edition.id)
            yield _demo(edition, context.assumption(first))
    official = [entry for entry in entries if not _is_demo(entry, context)]
    yield from _assumed(official, context)
    yield from (_pack(warning) for warning in context.pack_warnings)


def _outside(edition: Edition, on: date) -> Finding:
    until = f"至{edition.effective_until}" if edition.effective_until else "起"
    return Finding(
        code="edition-dates",
        severity=Severity.DECISION,
        subject="claim",
        title="目录版本不在有效期",
        message=f"就诊日期{on}不在“{edition.title}”有效期内（{edition.effective_from}{until}），已按该版本匹配。",
        advice="请按就诊当日有效的目录核对甲乙类和限定范围，核对无误后说明理由。",
        basis=f"{edition.title}，{edition.source}",
        values={"edition": edition.id, "on": str(on)},
    )


def _is_demo(entry: Entry, context: CheckContext) -> bool:
    edition = context.edition(entry.edition_id)
    return edition is not None and edition.status is EditionStatus.DEMO


def _demo(edition: Edition, assumed: str) -> Finding:
    return Finding(
        code="edition-demo",
        severity=Severity.CLUE,
        subject="claim",
        title="使用了演示目录",
        message=f"部分明细按“{edition.title}”匹配，该目录仅供演示，不是医保支付目录。{assumed}",
        advice="请在正式结算前换成参保地的正式目录。",
        basis=edition.source,
        values={"edition": edition.id},
    )


def _assumed(entries: list[Entry], context: CheckContext) -> Iterator[Finding]:
    """Each assumption once, however many lines rest on it."""
    for text in dict.fromkeys(filter(None, map(context.assumption, entries))):
        yield Finding(
            code="class-assumed",
            severity=Severity.CLUE,
            subject="claim",
            title="支付类别为暂定",
            message=text,
            advice="请向局方确认后修改目录文件；本单结算单会注明暂定。",
            basis="目录文件 edition.toml 的暂定事项",
            values={"text": text},
        )


def _pack(warning: str) -> Finding:
    return Finding(
        code="policy-pack",
        severity=Severity.CLUE,
        subject="claim",
        title="政策参数提示",
        message=warning,
        advice="请核对政策文件；与现行政策不符的，请更新政策包后重新计算。",
        basis="政策包",
        values={"warning": warning},
    )
