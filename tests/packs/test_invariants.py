"""What holds for every settlement, whatever the pack and the case (policy §1.9, I1 to I4, I6, I7)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from review.policy.settle import settle
from tests.packs.chance import CASES, TERMS, amounts, case_of, pack_of


def claimable(done):
    return max(min(done.eligible, done.total) - done.already_paid, ZERO)


FUNDS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund")
ZERO = Decimal(0)
Stated = dict[str, Any]


@given(CASES, TERMS)
def test_each_line_and_the_whole_split_into_four_columns_exactly(case: Stated, terms: Stated) -> None:
    done = settle(case_of(case), pack_of(terms))
    for line in done.lines:
        assert line.self_paid + line.over_limit + line.advance_self_pay + line.eligible == line.amount
    assert done.self_paid + done.over_limit + done.advance_self_pay + done.eligible == done.total


@given(CASES, TERMS)
def test_no_column_of_a_line_exceeds_the_line(case: Stated, terms: Stated) -> None:
    for line in settle(case_of(case), pack_of(terms)).lines:
        columns = (line.self_paid, line.over_limit, line.advance_self_pay, line.eligible)
        assert all(min(line.amount, ZERO) <= column <= max(line.amount, ZERO) for column in columns)


@given(CASES, TERMS)
def test_claimable_cost_is_spent_to_the_fen(case: Stated, terms: Stated) -> None:
    done = settle(case_of(case), pack_of(terms))
    spent = done.advance_out_of_region + done.deductible + done.basic_fund + done.copay + done.over_ceiling
    assert spent == claimable(done)
    assert done.fund_total + done.personal + done.already_paid == done.total


@given(CASES, TERMS)
def test_funds_never_pay_more_than_is_eligible_and_nobody_bears_less_than_nothing(case: Stated, terms: Stated) -> None:
    done = settle(case_of(case), pack_of(terms))
    assert all(getattr(done, fund) >= 0 for fund in FUNDS)
    assert done.fund_total == sum(getattr(done, fund) for fund in FUNDS)
    assert done.fund_total <= claimable(done) - done.advance_out_of_region
    assert done.personal >= min(done.total, ZERO)


@given(CASES, TERMS, amounts(30_000))
def test_more_eligible_cost_never_lowers_the_basic_fund(case: Stated, terms: Stated, more: str) -> None:
    pack = pack_of(terms)
    dearer = [*case["lines"], {"name": "加项", "amount": more, "class": "A"}]
    assert settle(case_of(case, lines=dearer), pack).basic_fund >= settle(case_of(case), pack).basic_fund


@given(CASES, TERMS, st.integers(0, 100))
def test_a_higher_share_away_from_home_never_raises_the_basic_fund(case: Stated, terms: Stated, percent: int) -> None:
    higher = str(Decimal(percent) / 100)
    assume(Decimal(higher) >= Decimal(terms["away"]))
    stated = case_of(case)
    assert settle(stated, pack_of(terms | {"away": higher})).basic_fund <= settle(stated, pack_of(terms)).basic_fund


@given(CASES, TERMS, amounts(2_000))
def test_a_higher_deductible_never_raises_the_basic_fund(case: Stated, terms: Stated, higher: str) -> None:
    assume(Decimal(higher) >= Decimal(terms["deductible"]))
    stated = case_of(case)
    assert (
        settle(stated, pack_of(terms | {"deductible": higher})).basic_fund <= settle(stated, pack_of(terms)).basic_fund
    )


@given(CASES, TERMS)
def test_the_same_case_and_pack_give_the_same_settlement(case: Stated, terms: Stated) -> None:
    assert settle(case_of(case), pack_of(terms)) == settle(case_of(case), pack_of(terms))


@given(CASES, TERMS)
def test_taking_a_settlement_back_leaves_the_years_sums_as_they_were(case: Stated, terms: Stated) -> None:
    done = settle(case_of(case), pack_of(terms))
    for fund in ("basic_fund", "serious_illness_fund", "medical_aid_fund", "deductible"):
        assert getattr(done.after, fund) - getattr(done, fund) == getattr(done.before, fund)


@given(CASES, TERMS)
def test_the_trace_ends_in_the_very_sums_of_the_settlement(case: Stated, terms: Stated) -> None:
    done = settle(case_of(case), pack_of(terms))
    booked = {step.step: step.result for step in done.trace if hasattr(done, step.step)}
    assert booked == {key: getattr(done, key) for key in booked}
    assert set(FUNDS[:1]) | {"total", "eligible", "deductible", "fund_total", "personal"} <= set(booked)


@given(CASES, TERMS)
def test_every_amount_is_in_whole_fen(case: Stated, terms: Stated) -> None:
    done = settle(case_of(case), pack_of(terms))
    sums = [getattr(done, key) for key in (*FUNDS, "copay", "over_ceiling", "advance_out_of_region", "personal")]
    assert all(amount == amount.quantize(Decimal("0.01")) for amount in sums)
