from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.extraction.amounts import first_amount, parse_amount, plain_decimal, to_fen

cents = st.integers(min_value=0, max_value=10**11)


@given(cents)
def test_every_plain_amount_reads_as_itself(count: int) -> None:
    value = Decimal(count) / 100
    amount = parse_amount(f"{value:.2f}")
    assert amount
    assert amount.certain
    assert amount.value == value


@given(cents, st.sampled_from(["¥{}", "￥{}元", "{}元", " {} ", "人民币{}元整", "（{}）", "-{}"]))
def test_dress_and_grouping_change_no_digit(count: int, dress: str) -> None:
    value = Decimal(count) / 100
    amount = parse_amount(dress.format(f"{value:,.2f}"))
    assert amount
    assert amount.certain
    assert abs(amount.value) == value


@pytest.mark.parametrize("text", ["-6.00", "(6.00)", "（6.00）", "6.00-", "负6.00", "−6.00"])
def test_refunds_are_negative(text: str) -> None:
    amount = parse_amount(text)
    assert amount
    assert amount.value == Decimal("-6.00")


@pytest.mark.parametrize(
    ("read", "meant"),
    [("7O57.94", "7057.94"), ("0:00", "0.00"), ("12,50", "12.50"), ("1.234.56", "1234.56"), ("l2.S0", "12.50")],
)
def test_repairs_are_marked_as_guesses(read: str, meant: str) -> None:
    amount = parse_amount(read)
    assert amount
    assert amount.plain == meant
    assert not amount.certain


def test_a_blank_inside_a_figure_makes_it_a_guess() -> None:
    amount = parse_amount("2 220.00")
    assert amount
    assert not amount.certain


@pytest.mark.parametrize("text", ["", "盒", "abc", "2024-09-22", "5mg*28片", "甲"])
def test_what_is_no_figure_is_none(text: str) -> None:
    assert parse_amount(text) is None


def test_printed_decimals_are_kept() -> None:
    amount = parse_amount("1680.00")
    assert amount
    assert amount.plain == "1680.00"
    assert plain_decimal(Decimal(-6)) == "-6"


def test_the_first_figure_of_a_text_is_found() -> None:
    amount = first_amount("合计：8471.50元")
    assert amount
    assert amount.value == Decimal("8471.50")
    assert first_amount("合计") is None


def test_half_a_fen_rounds_up() -> None:
    assert to_fen(Decimal("0.005")) == Decimal("0.01")


@pytest.mark.parametrize("text", ["9" * 13, "99999999999.99" * 9, "-" + "1" * 60, "1" * 400 + ".00"])
def test_digits_run_together_are_no_amount(text: str) -> None:
    assert parse_amount(text) is None


def test_the_largest_sums_that_equations_take_multiply_out() -> None:
    largest = parse_amount("999999999999.99")
    assert largest is not None
    assert to_fen(largest.value * largest.value) > 0
