"""Every check in the order its findings are shown, and the run that no single failing check can stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from review.checks.already_settled import already_settled
from review.checks.amounts import amounts
from review.checks.bed_days import bed_days
from review.checks.cards import cards
from review.checks.codes import codes
from review.checks.drug_limits import drug_limits
from review.checks.drug_share import drug_share
from review.checks.duplicate_receipt import duplicate_receipt
from review.checks.editions import editions
from review.checks.editions_in_force import editions_in_force
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.header_facts import header_facts
from review.checks.herbs_alone import herbs_alone
from review.checks.line_dates import line_dates
from review.checks.line_product import line_product
from review.checks.lookalikes import lookalikes
from review.checks.materials import materials
from review.checks.mixed_papers import mixed_papers
from review.checks.negotiated import negotiated
from review.checks.not_paper import not_paper
from review.checks.open_doubts import open_doubts
from review.checks.page_state import page_state
from review.checks.people import people
from review.checks.printed_class import printed_class
from review.checks.receipt_identity import receipt_identity
from review.checks.receipt_number import receipt_number
from review.checks.receipt_words import receipt_words
from review.checks.refunds import refunds
from review.checks.remembered import remembered
from review.checks.rule_library import rule_library
from review.checks.stay_dates import stay_dates
from review.checks.totals import totals
from review.checks.two_readings import two_readings
from review.checks.unmatched import unmatched
from review.claim.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

Check = Callable[[Claim, CheckContext], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    page_state,
    not_paper,
    mixed_papers,
    materials,
    header_facts,
    duplicate_receipt,
    already_settled,
    two_readings,
    receipt_number,
    receipt_words,
    receipt_identity,
    amounts,
    totals,
    drug_share,
    line_product,
    open_doubts,
    unmatched,
    lookalikes,
    remembered,
    codes,
    printed_class,
    drug_limits,
    herbs_alone,
    negotiated,
    rule_library,
    people,
    cards,
    stay_dates,
    line_dates,
    bed_days,
    refunds,
    editions,
    editions_in_force,
)

_ORDER = (Severity.BLOCKS, Severity.DECISION, Severity.CLUE)


def run_checks(claim: Claim, context: CheckContext, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """All findings about a claim, blocking ones first, else in the order of the checks.

    A check that raises gives a blocking finding that names it; the others still run.
    """
    found = [finding for check in checks for finding in _run(check, claim, context)]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))


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
