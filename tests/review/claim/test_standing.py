"""The product of a row proves its figures to the fen, or contradicts them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from review.claim.paper import Line, Standing
from review.claim.standing import PRODUCT, tolerance, weighed
from review.money import fen
from tests.builders import a_line

quantities = st.integers(-500, 500).filter(bool).map(Decimal)
prices = st.decimals(Decimal("0.01"), Decimal(9999), places=4)


def standings(line: Line) -> set[Standing]:
    return {line.values[key].standing for key in PRODUCT}


@given(quantities, prices)
def test_a_product_to_the_fen_proves_all_three(quantity: Decimal, price: Decimal) -> None:
    line = a_line(quantity=str(quantity), unit_price=str(price), amount=str(fen(quantity * price)))
    assert standings(weighed(line)) == {Standing.PROVEN}


@given(quantities, prices, st.integers(2, 1000))
def test_a_product_far_from_the_amount_contradicts_all_three(quantity: Decimal, price: Decimal, off: int) -> None:
    gap = tolerance(price, quantity) + Decimal(off) / 100
    line = a_line(quantity=str(quantity), unit_price=str(price), amount=str(fen(quantity * price + gap)))
    after = weighed(line)
    assert standings(after) == {Standing.CONTRADICTED}
    assert "不符" in after.values["amount"].reason


@given(quantities, prices, prices)
def test_weighing_changes_no_value_and_is_done_once(quantity: Decimal, price: Decimal, amount: Decimal) -> None:
    line = a_line(quantity=str(quantity), unit_price=str(price), amount=str(fen(amount)))
    after = weighed(line)
    assert [after.text(key) for key in PRODUCT] == [line.text(key) for key in PRODUCT]
    assert weighed(after) == after


def test_a_row_without_all_three_figures_is_left_as_it_is() -> None:
    for cells in ({}, {"quantity": "2", "amount": "4.00"}, {"quantity": "两", "unit_price": "2.00", "amount": "4.00"}):
        line = a_line(standing=Standing.DOUBTFUL, **cells)
        assert weighed(line) == line


def test_only_a_price_rounded_to_the_fen_excuses_more_than_a_fen() -> None:
    assert tolerance(Decimal("0.33"), Decimal(300)) == Decimal("1.500")
    assert tolerance(Decimal("0.3333"), Decimal(300)) == Decimal("0.01")
    assert tolerance(Decimal("0.33"), Decimal(1)) == Decimal("0.01")
