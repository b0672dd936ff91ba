"""A summary and a daily list of one stay are one bill."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.claim.billing import billed
from tests.builders import a_claim, a_discharge_record, a_line, a_receipt, a_statement

if TYPE_CHECKING:
    from review.claim.paper import Document


def daily(**cells: str) -> Document:
    return a_statement(
        *(a_line(amount="10.00", quantity="1", date=f"2025-03-{day:02}") for day in range(1, 11)), **cells
    )


def test_a_summary_beside_the_daily_list_is_not_charged_again() -> None:
    receipt, summary, list_ = a_receipt(), a_statement(), daily()
    claim = a_claim(receipt, summary, list_, a_discharge_record())
    assert claim.charge_papers == (list_,)
    assert sum(Decimal(line.text("amount")) for line in claim.charge_lines) == Decimal("100.00")


def test_two_halves_of_one_statement_are_both_charged() -> None:
    halves = [a_statement(a_line(amount="50.00"), total_amount="50.00") for _ in range(2)]
    assert a_claim(a_receipt(), *halves).charge_papers == tuple(halves)


def test_a_list_with_another_sum_beside_a_whole_one_is_left_out() -> None:
    summary, part = a_statement(), a_statement(a_line(amount="40.00"), total_amount="40.00")
    assert billed((summary, part), (a_receipt(),)) == (summary,)


def test_amounts_that_cannot_be_read_leave_every_statement_in() -> None:
    papers = (a_statement(a_line(amount="NaN")), a_statement(a_line(amount="1O0")))
    assert billed(papers, (a_receipt(),)) == papers
    assert billed(papers, (a_receipt(total_amount="?"),)) == papers
    assert billed(papers, ()) == papers


def test_rows_struck_out_do_not_count() -> None:
    first = a_statement(a_line(amount="100.00"), a_line(amount="5.00", removed=True))
    other = a_statement(a_line(amount="105.00"))
    assert billed((first, other), (a_receipt(),)) == (first,)
