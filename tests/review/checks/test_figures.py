"""Checks on figures: products, sums, words, the receipt's own equation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.finding import CheckContext, Severity
from review.checks.lines.line_product import line_product, tolerance
from review.checks.receipts.amounts import amounts
from review.checks.receipts.receipt_identity import receipt_identity
from review.checks.receipts.receipt_words import receipt_words
from review.checks.receipts.totals import line_sum, totals
from review.claim.paper import Line, LineVerdict, Standing
from review.money import in_words
from tests.builders import a_claim, a_line, a_receipt, a_statement

if TYPE_CHECKING:
    from decimal import Decimal

Context = Callable[..., CheckContext]


def line(price: str, quantity: str, amount: str, standing: Standing = Standing.READ) -> Line:
    return a_line(unit_price=price, quantity=quantity, amount=amount, standing=standing)


@pytest.mark.parametrize(
    ("price", "quantity", "amount"),
    [
        ("3.20", "28", "89.60"),
        ("0.33", "3", "1.00"),
        ("0.05", "100", "5.40"),
        ("12.3456", "2", "24.69"),
        ("32.00", "-1", "-32.00"),
    ],
)
def test_a_line_that_multiplies_out_is_silent(context: Context, price: str, quantity: str, amount: str) -> None:
    claim = a_claim(a_statement(line(price, quantity, amount)))
    assert not list(line_product(claim, context()))


def test_a_line_that_does_not_multiply_out_says_by_how_much(context: Context) -> None:
    claim = a_claim(a_statement(line("452.00", "1", "5452.00")))
    (finding,) = line_product(claim, context())
    assert "相差5,000.00元" in finding.message
    assert finding.values == {"unit_price": "452.00", "quantity": "1", "amount": "5452.00"}
    assert finding.place is not None


def test_a_broken_product_blocks_until_the_figures_were_looked_at(context: Context) -> None:
    def severity(standing: Standing) -> Severity:
        (finding,) = line_product(a_claim(a_statement(line("2.00", "3", "9.00", standing))), context())
        return finding.severity

    assert severity(Standing.CONTRADICTED) is Severity.BLOCKS
    assert severity(Standing.CONFIRMED) is Severity.DECISION


def test_a_fen_more_is_a_difference_where_the_price_is_exact(context: Context) -> None:
    claim = a_claim(a_statement(line("12.345", "2", "24.72")))
    assert [f.code for f in line_product(claim, context())] == ["line-product"]


def test_struck_out_lines_are_not_multiplied(context: Context) -> None:
    struck = a_line(unit_price="2.00", quantity="3", amount="9.00", removed=True)
    assert not list(line_product(a_claim(a_statement(struck)), context()))


@given(st.decimals("0.01", "9999", places=2), st.decimals("0.01", "999", places=2))
def test_rounding_the_true_product_never_breaks_the_equation(price: Decimal, quantity: Decimal) -> None:
    assert abs(price * quantity - round(price * quantity, 2)) <= tolerance(price, quantity)


def test_lines_that_add_up_to_their_total_are_silent(context: Context) -> None:
    statement = a_statement(line("10.00", "9", "90.00"), line("10.00", "1", "10.00"))
    assert not list(totals(a_claim(a_receipt(), statement), context()))


def test_a_missing_line_shows_as_a_difference_of_the_sum(context: Context) -> None:
    statement = a_statement(line("10.00", "9", "90.00"))
    (finding,) = totals(a_claim(a_receipt(), statement), context())
    assert finding.code == "statement-sum"
    assert "相差10.00元" in finding.message


def test_categories_of_a_receipt_add_up_to_its_total(context: Context) -> None:
    sound = a_receipt(a_line("西药费", amount="60.00"), a_line("治疗费", amount="40.00"))
    broken = a_receipt(a_line("西药费", amount="60.00"), a_line("治疗费", amount="41.00"))
    assert not list(totals(a_claim(sound), context()))
    assert [f.code for f in totals(a_claim(broken), context())] == ["receipt-sum"]


def test_a_statement_of_another_sum_than_the_receipt_is_found(context: Context) -> None:
    statement = a_statement(line("10.00", "9", "90.00"), total_amount="90.00")
    (finding,) = totals(a_claim(a_receipt(), statement), context())
    assert (finding.code, finding.subject) == ("statement-receipt", "claim")
    assert "90.00元，票据合计100.00元，相差10.00元" in finding.message


def test_a_statement_without_a_printed_total_is_added_up(context: Context) -> None:
    statement = a_statement(line("10.00", "9", "90.00"), total_amount="")
    assert [f.code for f in totals(a_claim(a_receipt(), statement), context())] == ["statement-receipt"]


def test_a_sum_is_unknown_while_an_amount_cannot_be_read() -> None:
    assert line_sum(a_statement(a_line(amount="12.00"), a_line(amount="?"))) is None


def test_words_that_say_the_figures_are_silent(context: Context) -> None:
    assert not list(receipt_words(a_claim(a_receipt()), context()))


def test_words_that_say_another_amount_are_found(context: Context) -> None:
    forged = a_receipt(total_amount="105263.14", total_in_words="壹万伍仟贰佰陆拾叁元壹角肆分")
    (finding,) = receipt_words(a_claim(forged), context())
    assert "15,263.14元" in finding.message
    assert in_words("105263.14") in finding.message


def test_words_that_are_no_amount_want_a_decision(context: Context) -> None:
    (finding,) = receipt_words(a_claim(a_receipt(total_in_words="壹佰元捌")), context())
    assert finding.severity is Severity.DECISION
    assert "不成金额" in finding.message


def test_payments_that_add_up_to_the_total_are_silent(context: Context) -> None:
    receipt = a_receipt(pooled_fund_paid="30.00", other_paid="5.00", account_paid="15.00", cash_paid="50.00")
    assert not list(receipt_identity(a_claim(receipt), context()))


def test_payments_that_do_not_add_up_show_the_equation(context: Context) -> None:
    (finding,) = receipt_identity(a_claim(a_receipt(cash_paid="90.00")), context())
    assert finding.code == "receipt-identity"
    assert "个人现金支付90.00 = 90.00元，合计为100.00元" in finding.message


def test_a_receipt_that_prints_no_payments_has_no_equation_to_break(context: Context) -> None:
    assert not list(receipt_identity(a_claim(a_receipt(cash_paid="", pooled_fund_paid="")), context()))


def test_shares_that_differ_from_the_payments_are_a_clue(context: Context) -> None:
    sound = a_receipt(self_pay="60.00", self_expense="40.00")
    odd = a_receipt(self_pay="60.00", self_expense="30.00")
    assert not list(receipt_identity(a_claim(sound), context()))
    (finding,) = receipt_identity(a_claim(odd), context())
    assert (finding.code, finding.severity) == ("receipt-shares", Severity.CLUE)


def test_every_paid_line_and_every_receipt_needs_an_amount(context: Context) -> None:
    assert not list(amounts(a_claim(), context()))
    statement = a_statement(a_line("手套", amount=""), a_line("纱布", amount="五元"), a_line("绷带", amount="5.00"))
    found = list(amounts(a_claim(a_receipt(total_amount=""), statement), context()))
    assert [(f.code, f.severity) for f in found] == [
        ("receipt-total-missing", Severity.BLOCKS),
        ("line-amount-missing", Severity.BLOCKS),
    ]
    assert "有2行没有可用的金额：手套、纱布" in found[1].message


def test_a_line_taken_out_needs_no_amount(context: Context) -> None:
    line = a_line("手套", amount="", verdict=LineVerdict.EXCLUDE)
    assert not list(amounts(a_claim(a_receipt(), a_statement(line)), context()))
