"""Ratios by band: stretches of cost, both ways of measuring, and what a limited fund can take."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.packs.bands import Bands, Slice, cost_within, paid
from tests.packs.chance import RATIOS, bands

YUAN = st.integers(0, 20_000_000).map(lambda fen: Decimal(fen) / 100)
RISING = {"bands": [{"over": "0", "ratio": "0.5"}, {"over": "100", "ratio": "0.6"}, {"over": "300", "ratio": "0.7"}]}


def stated(value: Any) -> Bands:
    return Bands.model_validate(value)


def test_a_plain_ratio_is_one_band() -> None:
    assert stated("0.60").slices(Decimal(0), Decimal(50)) == (Slice(Decimal(50), Decimal("0.60")),)
    assert stated("0.60").shown() == "0.60"


@pytest.mark.parametrize(
    ("measure", "costs"), [("absolute", [50, 200, 100]), ("after_threshold", [100, 200, 50])], ids=str
)
def test_bands_count_from_zero_or_from_the_threshold(measure: str, costs: list[int]) -> None:
    slices = stated(RISING | {"measure": measure}).slices(Decimal(0), Decimal(400), Decimal(50))
    assert [one.cost for one in slices] == costs


def test_nothing_lies_above_a_threshold_that_is_not_reached() -> None:
    assert stated(RISING).slices(Decimal(0), Decimal(50), Decimal(50)) == ()


@given(bands(), YUAN, YUAN, YUAN)
def test_two_parts_of_a_year_are_paid_like_the_whole(value: Any, first: Decimal, second: Decimal, at: Decimal) -> None:
    ratio, zero = stated(value), Decimal(0)
    parts = paid(ratio.slices(zero, first, at)) + paid(ratio.slices(first, first + second, at))
    assert parts == paid(ratio.slices(zero, first + second, at))


@given(bands(), YUAN, YUAN)
def test_slices_hold_all_the_cost_above_the_threshold(value: Any, cost: Decimal, threshold: Decimal) -> None:
    slices = stated(value).slices(Decimal(0), cost, threshold)
    assert sum(one.cost for one in slices) == max(cost - threshold, Decimal(0))


@given(bands(), YUAN, YUAN)
def test_the_cost_a_fund_can_take_is_all_of_it_or_fills_the_room(value: Any, cost: Decimal, room: Decimal) -> None:
    slices = stated(value).slices(Decimal(0), cost)
    taken = cost_within(slices, room)
    assert taken <= cost
    assert taken == cost or abs(paid(stated(value).slices(Decimal(0), taken)) - room) < Decimal("0.0001")


@given(RATIOS, RATIOS)
def test_adjusted_ratios_stay_between_nothing_and_all(ratio: str, points: str) -> None:
    for signed in (Decimal(points), -Decimal(points)):
        (band,) = stated(ratio).adjusted(signed).bands
        assert band.ratio == min(max(Decimal(ratio) + signed, Decimal(0)), Decimal(1))
