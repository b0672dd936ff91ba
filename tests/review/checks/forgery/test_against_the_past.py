"""What the office knows beside the claim: the same number with another total, usual prices, usual totals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.forgery.number_other_sum import number_other_sum
from review.checks.forgery.price_grown import price_grown
from review.checks.forgery.total_out_of_proportion import total_out_of_proportion
from review.checks.past import Past, PriceSeen, SeenReceipt, Spending
from review.claim.claim import CareKind, Claim
from review.claim.paper import Standing
from review.claim.states import ClaimState
from tests.builders import a_care, a_claim, a_line, a_receipt, a_statement, a_value

Context = Callable[..., CheckContext]


def seen_before(claim: Claim, of: str, **changes: Any) -> Past:
    (receipt,) = claim.receipts
    usual: dict[str, Any] = {
        "document_id": receipt.id,
        "claim": "20250110-0003",
        "state": ClaimState.PAID,
        "same_person": True,
        "invoice_code": "36060125",
        "invoice_number": "0012345678",
        "total": Decimal(of),
    }
    return Past(receipts=(SeenReceipt(**(usual | changes)),))


def priced(price: str, **changes: Any) -> tuple[Claim, Past]:
    """A claim with one operation, and what it costs elsewhere."""
    line = a_line("乳腺肿物切除术", unit_price=price, quantity="1", amount=price)
    usual: dict[str, Any] = {"count": 9, "low": "430", "median": "452", "high": "480", "source": "本局已审清单"}
    kept: dict[str, Any] = {
        key: Decimal(v) if isinstance(v, str) and v[0].isdigit() else v for key, v in (usual | changes).items()
    }
    return a_claim(a_receipt(), a_statement(line)), Past(prices={line.id: PriceSeen(**kept)})


def spent(total: str, **changes: Any) -> tuple[Claim, Past]:
    """A stay of ten days for so much, and what such stays cost."""
    usual: dict[str, Any] = {"diagnosis": "乳腺良性肿物", "count": 30, "median": Decimal(9000), "high": Decimal(18000)}
    claim = a_claim(a_receipt(total_amount=total))
    return claim, Past(spending=Spending(**(usual | {"days": Decimal(9)} | changes)))


def test_a_number_seen_with_another_total_asks_for_a_decision(context: Context) -> None:
    claim = a_claim(a_receipt(total_amount="1100.00"))
    (finding,) = number_other_sum(claim, context(past=seen_before(claim, "100.00")))
    assert finding.severity is Severity.DECISION
    assert "20250110-0003" in finding.message
    assert "1,100.00元" in finding.message


def test_the_same_total_under_the_same_number_is_no_forgery(context: Context) -> None:
    claim = a_claim(a_receipt())
    assert not list(number_other_sum(claim, context(past=seen_before(claim, "100.00"))))


@pytest.mark.parametrize("changes", [{"invoice_number": "0012345679"}, {"document_id": 0}, {"total": None}])
def test_a_receipt_that_shares_another_mark_is_left_alone(context: Context, changes: dict[str, Any]) -> None:
    claim = a_claim(a_receipt())
    assert not list(number_other_sum(claim, context(past=seen_before(claim, "999.00", **changes))))


def test_two_papers_of_one_number_in_a_claim_must_say_the_same(context: Context) -> None:
    claim = a_claim(a_receipt(), a_receipt(total_amount="1100.00"))
    assert [finding.subject for finding in number_other_sum(claim, context())] == [f"document:{claim.receipts[1].id}"]
    unnumbered = a_claim(a_receipt(invoice_number=""), a_receipt(invoice_number="", total_amount="1100.00"))
    assert not list(number_other_sum(unnumbered, context()))


def test_a_total_in_doubt_is_waited_for(context: Context) -> None:
    receipt = a_receipt()
    doubted = a_value("total_amount", "1100.00", standing=Standing.DOUBTFUL)
    claim = a_claim(replace(receipt, values={**receipt.values, "total_amount": doubted}))
    assert not list(number_other_sum(claim, context(past=seen_before(claim, "100.00"))))


def test_the_published_fee_is_told_by_its_usual_price(context: Context) -> None:
    claim, past = priced("5452.00")
    (finding,) = price_grown(claim, context(past=past))
    assert finding.severity is Severity.DECISION
    assert "去掉一位数字即452.00元" in finding.message


@pytest.mark.parametrize("price", ["452.00", "1200.00", "2600.00", "990.00"])
def test_prices_that_no_digit_explains_are_silent(context: Context, price: str) -> None:
    claim, past = priced(price, high="500")
    assert not list(price_grown(claim, context(past=past)))


def test_too_few_prices_say_nothing(context: Context) -> None:
    claim, past = priced("5452.00", count=4)
    assert not list(price_grown(claim, context(past=past)))


def test_a_total_far_beyond_like_stays_is_a_clue(context: Context) -> None:
    claim, past = spent("105263.14")
    (finding,) = total_out_of_proportion(claim, context(past=past))
    assert finding.severity is Severity.CLUE
    assert "105,263.14元" in finding.message


@pytest.mark.parametrize(
    ("total", "changes"),
    [
        ("35000.00", {}),
        ("105263.14", {"count": 9}),
        ("105263.14", {"median": Decimal(30000)}),
        ("105263.14", {"median": Decimal(0), "high": Decimal(0)}),
        ("?", {}),
    ],
)
def test_dear_but_explained_totals_are_silent(context: Context, total: str, changes: dict[str, Any]) -> None:
    claim, past = spent(total, **changes)
    assert not list(total_out_of_proportion(claim, context(past=past)))


def test_a_very_long_stay_explains_its_total(context: Context) -> None:
    claim, past = spent("105263.14")
    long = replace(claim, care=a_care(admitted=date(2024, 12, 1), discharged=date(2025, 3, 11)))
    visit = replace(claim, care=a_care(kind=CareKind.OUTPATIENT))
    undated = replace(claim, care=a_care(admitted=None, discharged=None))
    assert not list(total_out_of_proportion(long, context(past=past)))
    assert not list(total_out_of_proportion(visit, context(past=past)))
    assert len(list(total_out_of_proportion(undated, context(past=past)))) == 1


def test_an_empty_claim_is_silent(context: Context) -> None:
    empty = replace(a_claim(), documents=(), pages=())
    past = Past(spending=spent("1")[1].spending)
    for check in (number_other_sum, price_grown, total_out_of_proportion):
        assert not list(check(empty, context(past=past)))
