"""Every check in the order its findings are shown, and the run that no single failing check can stop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.checks import entries, forgery, library, lines, materials, pages, receipts, stay
from review.checks.finding import Check, CheckContext, Finding, Group, Severity
from review.checks.once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.claim.claim import Claim

CHECKS: tuple[tuple[Group, Check], ...] = tuple(
    (group, check)
    for group, room in (
        (Group.PAGES, pages),
        (Group.MATERIALS, materials),
        (Group.FORGERY, forgery),
        (Group.RECEIPTS, receipts),
        (Group.STAY, stay),
        (Group.LINES, lines),
        (Group.ENTRIES, entries),
        (Group.LIBRARY, library),
    )
    for check in room.CHECKS
)
"""Every check with its group."""

_ORDER = (Severity.BLOCKS, Severity.DECISION, Severity.CLUE)


def run_checks(
    claim: Claim, context: CheckContext, checks: Iterable[tuple[Group, Check]] = CHECKS
) -> tuple[Finding, ...]:
    """All findings about a claim, blocking ones first, else in the order of the checks.

    A check that raises gives a blocking finding that names it; the others still run. What two checks say of one figure,
    the more exact one says.
    """
    found = [replace(finding, group=group) for group, check in checks for finding in _run(check, claim, context)]
    return tuple(sorted(once(claim, found), key=lambda finding: _ORDER.index(finding.severity)))


def _run(check: Check, claim: Claim, context: CheckContext) -> Iterator[Finding]:
    try:
        yield from tuple(check(claim, context))
    except Exception as error:  # noqa: BLE001 - whatever fails in one check must neither hide nor stop the others
        name = getattr(check, "__name__", "check").replace("_", "-")
        yield Finding(
            code="check-failed",
            severity=Severity.BLOCKS,
            subject="claim",
            title="检查未能完成",
            message=f"检查项“{name}”运行出错（{type(error).__name__}），其结论缺失；其余检查已完成。",
            advice="请核对本单数据后重试；仍不行时请联系维护人员，并提供检查项名称。",
            basis=f"检查项 {name}",
            values={"check": name, "error": type(error).__name__},
        )
