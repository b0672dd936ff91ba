"""A unit price far from what others paid is a clue; honest spread is silent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.unusual_prices import unusual_prices
from review.checks.past import Past, PriceSeen
from review.claim.paper import LineVerdict, Standing
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]

USUAL = PriceSeen(count=12, low=Decimal(380), median=Decimal(452), high=Decimal(520), source="本机已审报销单同一项目")


def found(context: Context, line: Line, seen: PriceSeen = USUAL) -> list[Finding]:
    """What the check says of one line whose article is known to have cost so much."""
    return list(unusual_prices(a_claim(a_statement(line)), context(past=Past(prices={line.id: seen}))))


def operation(price: str = "5452.00", **changes: Any) -> Line:
    return a_line("乳腺肿物切除术", **({"unit_price": price, "quantity": "1", "amount": price, "unit": "次"} | changes))


def seen(count: int, low: str, median: str, high: str) -> PriceSeen:
    return PriceSeen(count=count, low=Decimal(low), median=Decimal(median), high=Decimal(high), source="以往")


def test_a_figure_put_before_a_price_stands_out_and_is_a_clue(context: Context) -> None:
    (finding,) = found(context, operation())
    assert (finding.code, finding.severity) == ("price-unusual", Severity.CLUE)
    assert "单价5,452.00元；本机已审报销单同一项目12笔，380.00至520.00元，中位数452.00元" in finding.message
    assert finding.place is not None


@pytest.mark.parametrize("price", ["380.00", "452.00", "520.00", "760.00", "1300.00", "12.00"])
def test_usual_dear_and_cheap_prices_are_silent(context: Context, price: str) -> None:
    assert not found(context, operation(price))


def test_makers_of_one_drug_differ_up_to_several_times(context: Context) -> None:
    brand = a_line("硫酸氢氯吡格雷片", unit_price="108.00", quantity="2", amount="216.00", unit="盒")
    assert not found(context, brand, seen(40, "2.50", "17.50", "98.00"))


def test_few_others_tell_nothing(context: Context) -> None:
    assert not found(context, operation(), seen(4, "380", "452", "520"))


def test_a_small_sum_is_not_worth_a_word(context: Context) -> None:
    swab = a_line("棉签", unit_price="2.00", quantity="3", amount="6.00", unit="包")
    assert not found(context, swab, seen(90, "0.10", "0.20", "0.30"))


def test_a_price_is_reckoned_from_amount_and_quantity_where_none_is_printed(context: Context) -> None:
    line = a_line("乳腺肿物切除术", quantity="2", amount="10904.00", unit="次")
    assert [f.values["price"] for f in found(context, line)] == ["5452.00"]


def test_a_price_still_in_doubt_waits(context: Context) -> None:
    assert not found(context, operation(standing=Standing.DOUBTFUL))


def test_a_line_taken_out_is_silent(context: Context) -> None:
    assert not found(context, operation(verdict=LineVerdict.EXCLUDE))


def test_a_growing_history_leaves_a_decision_in_force(context: Context) -> None:
    line = operation()
    ((before,), (after,)) = (found(context, line, s) for s in (USUAL, seen(13, "380", "451", "521")))
    assert before.fingerprint == after.fingerprint


@pytest.mark.parametrize("price", ["", "四百", "NaN", "1e999", "-1"])
def test_unreadable_prices_are_silent(context: Context, price: str) -> None:
    assert not found(context, a_line("乳腺肿物切除术", unit_price=price, quantity="0", amount=""))


def test_a_line_without_history_is_silent(context: Context) -> None:
    assert not list(unusual_prices(a_claim(a_statement(operation())), context()))
