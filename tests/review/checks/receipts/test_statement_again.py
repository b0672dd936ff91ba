"""The check of a bill that is listed twice."""

from __future__ import annotations

from collections.abc import Callable

from review.checks.finding import CheckContext, Severity
from review.checks.receipts.statement_again import statement_again
from review.checks.receipts.totals import totals
from tests.builders import a_claim, a_line, a_receipt, a_statement

Make = Callable[..., CheckContext]


def test_a_summary_beside_a_daily_list_is_told_and_nothing_more(context: Make) -> None:
    daily = a_statement(*(a_line(amount="10.00", date=f"2025-03-{day:02}") for day in range(1, 11)))
    claim = a_claim(a_receipt(), a_statement(), daily)
    (found,) = statement_again(claim, context())
    assert found.code == "statement-again"
    assert found.severity is Severity.CLUE
    assert "100.00元" in found.message
    assert not list(totals(claim, context()))


def test_a_second_list_with_another_sum_wants_a_decision(context: Make) -> None:
    claim = a_claim(a_receipt(), a_statement(), a_statement(a_line(amount="40.00"), total_amount="40.00"))
    (found,) = statement_again(claim, context())
    assert found.code == "statement-again-differs"
    assert found.severity is Severity.DECISION
    assert found.place is not None


def test_one_statement_on_two_papers_is_silent(context: Make) -> None:
    halves = [a_statement(a_line(amount="50.00"), total_amount="50.00") for _ in range(2)]
    assert not list(statement_again(a_claim(a_receipt(), *halves), context()))


def test_a_claim_without_statement_is_silent(context: Make) -> None:
    assert not list(statement_again(a_claim(a_receipt()), context()))
