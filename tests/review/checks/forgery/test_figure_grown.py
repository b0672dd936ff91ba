"""Sums that must be equal: one that is the other with a digit put in looks made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.checks.finding import CheckContext, Severity
from review.checks.forgery.figure_grown import figure_grown
from review.checks.forgery.growth import grown
from review.claim.paper import Standing
from tests.builders import a_claim, a_line, a_receipt, a_statement, a_value

if TYPE_CHECKING:
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]
WORDS = "壹万伍仟贰佰陆拾叁元壹角肆分"


def a_pile(receipt: str, statement: str, words: str = WORDS) -> Claim:
    line = a_line(amount=statement, unit_price=statement, quantity="1")
    return a_claim(a_receipt(total_amount=receipt, total_in_words=words), a_statement(line, total_amount=statement))


@pytest.mark.parametrize(
    ("small", "large"),
    [("15263.14", "105263.14"), ("452.00", "5452.00"), ("452", "4529"), ("30.5", "130.50"), ("100.00", "1000.00")],
)
def test_a_digit_put_in_before_the_point_is_seen(small: str, large: str) -> None:
    assert grown(Decimal(small), Decimal(large))


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("15263.14", "15363.14"),
        ("5.00", "15.00"),
        ("452.00", "5452.10"),
        ("452.00", "75452.00"),
        ("100.00", "100.00"),
        ("-10.00", "110.00"),
    ],
)
def test_sums_that_differ_otherwise_are_left_alone(small: str, large: str) -> None:
    assert not grown(Decimal(small), Decimal(large))


def test_an_honest_pile_is_silent(context: Context) -> None:
    assert not list(figure_grown(a_pile("15263.14", "15263.14"), context()))


def test_the_published_total_is_told_once_against_words_and_statement(context: Context) -> None:
    (finding,) = figure_grown(a_pile("105263.14", "15263.14"), context())
    assert finding.severity is Severity.DECISION
    assert "105,263.14元，大写合计、费用清单合计为15,263.14元" in finding.message
    assert "大写金额=小写金额、清单合计=票据合计" in finding.basis
    assert finding.place is not None


def test_the_published_fee_is_told_against_price_and_quantity(context: Context) -> None:
    line = a_line("乳腺肿物切除术", unit_price="452.00", quantity="1", amount="5452.00")
    found = list(figure_grown(a_claim(a_statement(line, total_amount="5452.00")), context()))
    assert ["单价×数量=金额" in finding.basis for finding in found] == [True]


def test_a_total_that_misses_a_row_is_no_forgery(context: Context) -> None:
    assert not list(figure_grown(a_pile("15263.14", "14811.14"), context()))


def test_figures_still_in_doubt_are_waited_for(context: Context) -> None:
    claim = a_pile("105263.14", "15263.14")
    receipt, statement = claim.documents
    doubted = a_value("total_amount", "105263.14", standing=Standing.DOUBTFUL)
    waiting = replace(receipt, values={**receipt.values, "total_amount": doubted})
    assert not list(figure_grown(replace(claim, documents=(waiting, statement)), context()))


def read_as(text: str, standing: Standing) -> Claim:
    """A receipt whose code says 15,263.14 and whose print was read otherwise."""
    claim = a_pile("15263.14", "15263.14")
    receipt, statement = claim.documents
    total = a_value("total_amount", "15263.14", text=text, standing=standing)
    return replace(claim, documents=(replace(receipt, values={**receipt.values, "total_amount": total}), statement))


def test_a_print_that_the_code_overruled_is_told(context: Context) -> None:
    (finding,) = figure_grown(read_as("￥105,263.14元", Standing.PROVEN), context())
    assert "小写合计印作105,263.14元" in finding.message
    assert finding.place is not None


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("715263.14", Standing.PROVEN),
        ("15363.14", Standing.PROVEN),
        ("105263.14", Standing.TYPED),
        ("小写", Standing.PROVEN),
    ],
)
def test_a_misread_currency_sign_and_what_people_typed_are_left_alone(
    context: Context, text: str, standing: Standing
) -> None:
    assert not list(figure_grown(read_as(text, standing), context()))


@pytest.mark.parametrize("amount", ["", "?", "NaN", "1e99", "-0"])
def test_unreadable_figures_do_not_raise(context: Context, amount: str) -> None:
    assert not list(figure_grown(a_pile(amount, amount, words="无"), context()))


def test_a_thousand_lines_are_no_hardship(context: Context) -> None:
    lines = [a_line(unit_price="1.00", quantity="10", amount="10.00") for _ in range(1000)]
    assert not list(figure_grown(a_claim(a_statement(*lines, total_amount="10000.00")), context()))
