"""Distributions: stretches without gaps, the lower end in, the upper end out."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from review.whatif.comparison import Bin
from review.whatif.spreading import BURDENS, DIFFERENCES, SHARES, Falls
from review.whatif.words import stretch


def counts(falls: Falls) -> list[int]:
    return [one.count for one in falls.bins()]


@pytest.mark.parametrize("bounds", [BURDENS, DIFFERENCES, SHARES])
def test_stretches_follow_each_other_from_end_to_end(bounds: tuple[Decimal, ...]) -> None:
    bins = Falls(bounds).bins()
    assert (bins[0].low, bins[-1].high) == (None, None)
    assert all(one.high == other.low for one, other in pairwise(bins))


def test_an_amount_on_a_bound_falls_above_it() -> None:
    falls = Falls((Decimal(10), Decimal(20)))
    for amount in ("9.99", "10", "19.99", "20"):
        falls.add(Decimal(amount))
    assert counts(falls) == [1, 2, 1]


def test_no_change_has_a_stretch_of_its_own() -> None:
    falls = Falls(DIFFERENCES)
    for amount in ("-0.01", "0.00", "0.01"):
        falls.add(Decimal(amount))
    named = {stretch(one): one.count for one in falls.bins() if one.count}
    assert named == {"-100 至 0 元": 1, "不变": 1, "0.01 至 100 元": 1}


def test_counts_from_elsewhere_are_added() -> None:
    one, other = Falls(SHARES), Falls(SHARES)
    for falls in (one, other):
        falls.add(Decimal("0.65"))
    one.merge(other.counts.items())
    assert counts(one) == [0, 0, 0, 0, 0, 0, 2, 0, 0, 0]


def test_stretches_are_said_in_yuan_and_percent() -> None:
    assert stretch(Bin(None, Decimal(500), 0)) == "不到 500 元"
    assert stretch(Bin(Decimal(10000), Decimal(20000), 0)) == "10,000 至 20,000 元"
    assert stretch(Bin(Decimal("0.9"), None, 0), percent=True) == "90%及以上"
