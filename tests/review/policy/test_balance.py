"""Money is shared out to the fen, and books come out even: whatever is taken in parts, nothing is left or lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from review.claim.claim import AccountSum, YearToDate
from review.packs.stated import PackUsed
from review.policy.balance import FUNDS, STAYS, Books, booked, moved_year, movement, shared_out, year_change
from review.policy.settlement import Settlement

FEN = st.integers(-10_000_000, 10_000_000).map(lambda fen: Decimal(fen).scaleb(-2))
PAYMENTS = st.integers(0, 10_000_000).map(lambda fen: Decimal(fen).scaleb(-2))
BOOKS = st.builds(
    lambda funds, deductible, outpatient: Books(
        {name: amount for name, amount in zip(FUNDS, funds, strict=True) if amount},
        {
            name: amount
            for name, amount in {
                "stays": Decimal(1),
                "deductible": deductible,
                "basic_fund": funds[0],
                "outpatient.fund": outpatient,
            }.items()
            if amount
        },
    ),
    st.tuples(PAYMENTS, PAYMENTS, PAYMENTS, PAYMENTS),
    PAYMENTS,
    PAYMENTS,
)


def yuan(**sums: str) -> dict[str, Decimal]:
    return {name: Decimal(amount) for name, amount in sums.items()}


def test_a_sum_is_shared_by_weight_and_the_largest_fractions_get_the_odd_fen() -> None:
    shares = shared_out(Decimal("100.00"), yuan(basic_fund="1", medical_aid_fund="1", serious_illness_fund="1"))
    assert sorted(shares.values()) == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]


@given(FEN, st.dictionaries(st.sampled_from(FUNDS), FEN, min_size=1))
def test_shares_always_add_up_to_the_fen(amount: Decimal, weights: dict[str, Decimal]) -> None:
    assume(sum(weights.values()) != 0)
    shares = shared_out(amount, weights)
    assert sum(shares.values(), Decimal(0)) == amount
    assert all(share == share.quantize(Decimal("0.01")) for share in shares.values())


def test_the_whole_difference_leads_exactly_to_what_is_due() -> None:
    now = Books(yuan(basic_fund="500.00"), yuan(basic_fund="500.00", serious_illness_base="300.00"))
    due = Books(yuan(basic_fund="200.00", medical_aid_fund="50.00"), yuan(basic_fund="200.00", deductible="600.00"))
    assert now.plus(movement(now, due, Decimal("-250.00"))) == due


def test_of_a_part_each_fund_bears_its_share_and_other_sums_of_the_year_stand_as_due() -> None:
    now = Books(yuan(basic_fund="300.00", medical_aid_fund="100.00"), yuan(basic_fund="300.00", deductible="100.00"))
    due = Books({}, yuan(deductible="600.00"))
    change = movement(now, due, Decimal("-100.00"))
    assert change.funds == yuan(basic_fund="-75.00", medical_aid_fund="-25.00")
    assert change.year == yuan(basic_fund="-75.00", deductible="500.00")


def test_what_is_claimed_back_beyond_the_difference_comes_from_what_is_left_of_each_fund() -> None:
    now = Books(yuan(basic_fund="500.00"), yuan(stays="1", basic_fund="500.00"))
    due = Books(yuan(basic_fund="300.00", medical_aid_fund="100.00"), yuan(stays="1", basic_fund="300.00"))
    after = now.plus(movement(now, due, Decimal("-300.00")))
    assert after.funds == yuan(basic_fund="150.00", medical_aid_fund="50.00")
    assert after.year == yuan(stays="1", basic_fund="150.00")


@given(BOOKS, BOOKS, PAYMENTS)
def test_a_movement_pays_exactly_its_amount(now: Books, due: Books, amount: Decimal) -> None:
    assume(amount <= now.total)
    assert movement(now, due, -amount).total == -amount
    assert now.plus(movement(now, due, -amount)).total == now.total - amount


@given(BOOKS, BOOKS, st.lists(st.integers(1, 99), min_size=1, max_size=4))
def test_in_however_many_parts_the_end_is_what_was_due(now: Books, due: Books, cuts: list[int]) -> None:
    for cut in cuts:
        rest = due.total - now.total
        now = now.plus(movement(now, due, (rest * cut / 100).quantize(Decimal("0.01"))))
    assert now.plus(movement(now, due, due.total - now.total)) == due


@given(BOOKS)
def test_of_a_whole_recovery_exactly_nothing_is_left(now: Books) -> None:
    assert now.plus(Books().minus(now)) == Books()


def test_a_settlement_is_booked_by_fund_and_by_what_it_adds_to_the_year() -> None:
    before = YearToDate(stays=1, basic_fund=Decimal("10.00"), accounts=(AccountSum("care.days", Decimal(3)),))
    after = YearToDate(stays=2, basic_fund=Decimal("110.00"), accounts=(AccountSum("outpatient.fund", Decimal(5)),))
    done = Settlement(
        pack=PackUsed(id="a", version="1", status="confirmed"),
        basic_fund=Decimal("100.00"),
        before=before,
        after=after,
    )
    books = booked(done)
    assert books.funds == yuan(basic_fund="100.00")
    assert books.year == {STAYS: 1, "basic_fund": 100, "care.days": -3, "outpatient.fund": 5}


@given(BOOKS)
def test_a_year_moved_on_and_back_is_the_same_year(books: Books) -> None:
    start = YearToDate(stays=3, deductible=Decimal("600.00"), source="平台")
    there = moved_year(start, books.year)
    assert moved_year(there, Books().minus(books).year) == start
    assert year_change(start, there) == books.year


def test_no_sum_of_a_year_falls_below_zero() -> None:
    assert moved_year(YearToDate(), yuan(stays="-1", basic_fund="-5.00", **{"a.fund": "-2.00"})) == YearToDate()


@pytest.mark.parametrize("amount", ["10.00", "-10.00"])
def test_without_a_difference_money_comes_from_what_was_paid(amount: str) -> None:
    now = Books(yuan(basic_fund="30.00", medical_aid_fund="10.00"))
    change = movement(now, now, Decimal(amount))
    assert change.funds == shared_out(Decimal(amount), now.funds)
