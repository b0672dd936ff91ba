"""Figures of lines: signs, prices, what may be relied on, and which statement is whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from review.checks.lines.figures import amount_of, paper_lines, price_of, quantity_of, relied_on, whole
from review.claim.paper import Standing
from tests.builders import a_claim, a_line, a_receipt, a_statement


@pytest.mark.parametrize(
    ("amount", "quantity", "expected"),
    [
        ("10.00", "2", "2"),
        ("-10.00", "2", "-2"),
        ("-10.00", "-2", "-2"),
        ("10.00", "", "1"),
        ("", "", "0"),
        ("", "3", "3"),
    ],
)
def test_a_quantity_takes_the_sign_of_its_amount(amount: str, quantity: str, expected: str) -> None:
    assert quantity_of(a_line(amount=amount, quantity=quantity)) == Decimal(expected)


@pytest.mark.parametrize(
    ("price", "quantity", "amount", "expected"),
    [("5.00", "2", "9.00", "5.00"), ("", "2", "9.00", "4.5"), ("", "-2", "-9.00", "4.5"), ("-5", "1", "5", "5")],
)
def test_a_price_is_printed_or_reckoned(price: str, quantity: str, amount: str, expected: str) -> None:
    assert price_of(a_line(unit_price=price, quantity=quantity, amount=amount)) == Decimal(expected)


@pytest.mark.parametrize(
    ("quantity", "amount"), [("0", "5.00"), ("", "5.00"), ("2", ""), ("1E-9", "5.00"), ("NaN", "1")]
)
def test_without_figures_there_is_no_price(quantity: str, amount: str) -> None:
    assert price_of(a_line(quantity=quantity, amount=amount)) is None


def test_an_unreadable_amount_is_nought() -> None:
    assert amount_of(a_line(amount="十元")) == 0


@pytest.mark.parametrize("standing", Standing)
def test_only_figures_nobody_must_look_at_are_relied_on(standing: Standing) -> None:
    lines = [a_line(amount="1.00"), a_line(amount="2.00", standing=standing)]
    assert relied_on(lines) is not standing.asks
    assert relied_on(lines, ("date",))


def test_lines_are_given_paper_by_paper_without_those_struck_out() -> None:
    claim = a_claim(a_receipt(), a_statement(a_line(), a_line(removed=True)), a_statement(a_line()))
    assert [len(lines) for lines in paper_lines(claim)] == [1, 1]


def test_statements_are_whole_alone_or_together() -> None:
    half = [a_line(amount="50.00") for _ in range(2)]
    assert len(whole(a_claim(a_receipt(), a_statement(*half)))) == 2
    assert len(whole(a_claim(a_receipt(), a_statement(half[0]), a_statement(half[1])))) == 2
    assert whole(a_claim(a_receipt(), a_statement(half[0]))) == ()
    assert whole(a_claim(a_receipt(total_amount=""), a_statement(*half))) == ()
    assert whole(a_claim(a_statement(*half))) == ()
