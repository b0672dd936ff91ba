"""A refund gives back an earlier charge of the same article, at its price, and not more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.lines.refunds import refunds
from review.claim.paper import Standing
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding
    from review.claim.paper import Line

    Context = Callable[..., CheckContext]


def gloves(amount: str, on: str = "", **cells: Any) -> Line:
    return a_line("手套", amount=amount, date=on, **cells)


def found(context: Context, *lines: Line) -> list[Finding]:
    return list(refunds(a_claim(a_statement(*lines)), context()))


def test_a_refund_of_what_was_charged_before_is_silent(context: Context) -> None:
    assert not found(context, gloves("32.00", "2025-03-02"), gloves("-32.00", "2025-03-04"))


def test_one_refund_may_give_back_several_charges(context: Context) -> None:
    charges = [gloves("16.00", f"2025-03-0{n}", unit_price="8.00", quantity="2") for n in (1, 2, 3)]
    assert not found(context, *charges, gloves("-48.00", "2025-03-03", unit_price="8.00", quantity="-6"))


@pytest.mark.parametrize("name", ["退-手套", "手套(退费)", "手套（退）", "退费:手套"])
def test_a_refund_may_say_so_in_its_name(context: Context, name: str) -> None:
    assert not found(context, gloves("32.00"), a_line(name, amount="-32.00"))


def test_more_given_back_than_charged_is_a_clue(context: Context) -> None:
    (finding,) = found(context, gloves("32.00"), gloves("-64.00"))
    assert (finding.code, finding.severity) == ("refund-alone", Severity.CLUE)
    assert "合计为-32.00元" in finding.message


def test_a_refund_before_its_charge_is_a_clue(context: Context) -> None:
    (finding,) = found(context, gloves("-32.00", "2025-03-02"), gloves("32.00", "2025-03-04"))
    assert finding.code == "refund-early"
    assert "2025-03-02退费32.00元" in finding.message


def test_a_refund_printed_above_the_charge_of_the_same_day_is_silent(context: Context) -> None:
    assert not found(context, gloves("-32.00", "2025-03-02"), gloves("32.00", "2025-03-02"))


def test_without_all_dates_the_order_tells_nothing(context: Context) -> None:
    assert not found(context, gloves("-32.00", "2025-03-02"), gloves("32.00"))


def test_a_refund_at_another_price_than_any_charge_is_a_clue(context: Context) -> None:
    charge = gloves("185.00", unit_price="18.50", quantity="10")
    back = gloves("-9.25", unit_price="1.85", quantity="-5")
    (finding,) = found(context, charge, back)
    assert finding.code == "refund-price"
    assert "按单价1.85元退费，该项目收费单价为18.50元" in finding.message


@pytest.mark.parametrize("price", ["18.50", "18.60", "20.00", "-19.00"])
def test_a_refund_at_one_of_the_prices_charged_or_between_is_silent(context: Context, price: str) -> None:
    charges = [gloves("185.00", unit_price="18.50", quantity="10"), gloves("20.00", unit_price="20.00", quantity="1")]
    back = gloves("-18.50", unit_price=price, quantity="-1")
    assert not found(context, *charges, back)


def test_figures_in_doubt_wait(context: Context) -> None:
    assert not found(context, gloves("-32.00", standing=Standing.DOUBTFUL))


def test_a_claim_without_lines_is_silent(context: Context) -> None:
    assert not found(context, a_line(removed=True))
