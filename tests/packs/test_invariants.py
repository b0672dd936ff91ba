"""What holds for every settlement, whatever the pack and the case (policy §1.9, I1 to I7).

The examples are the same in every run; with LINGBAO_FRESH=<number> so many new ones are tried.
"""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from review.policy.balance import booked, moved_year
from review.policy.settle import settle, settle_sums
from tests.packs.chance import CASES, STAYS, amounts, case_of, pack_of, worlds

if TYPE_CHECKING:
    from review.packs.pack_model import Pack
    from review.policy.settlement import Settlement

FUNDS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "supplement_fund")
ZERO = Decimal(0)
ROUNDING = Decimal("0.10")
"""Yuan by which rounding line by line may favour two stays."""
Stated = dict[str, Any]

_FRESH = os.environ.get("LINGBAO_FRESH")
often = settings(
    max_examples=int(_FRESH or 25),
    derandomize=_FRESH is None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
WORLDS = worlds()


def settled(case: Stated, world: Stated) -> Settlement:
    return settle(case_of(case), pack_of(world))


@often
@given(CASES, WORLDS)
def test_each_line_and_the_whole_split_into_four_columns_exactly(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    for line in done.lines:
        columns = (line.self_paid, line.over_limit, line.advance_self_pay, line.eligible)
        assert sum(columns) == line.amount
        assert all(min(line.amount, ZERO) <= column <= max(line.amount, ZERO) for column in columns)
    assert done.self_paid + done.over_limit + done.advance_self_pay + done.eligible == done.total


@often
@given(CASES, WORLDS)
def test_burdens_funds_and_what_others_paid_are_the_whole(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    assert done.fund_total + done.personal + done.already_paid == done.total
    assert done.fund_total == sum(getattr(done, fund) for fund in FUNDS)
    left = sum((amount for _, amount in done.burdens), ZERO)
    assert left == (done.personal if done.total >= 0 else 0)
    assert all(amount >= 0 for _, amount in done.burdens)


@often
@given(CASES, WORLDS)
def test_claimable_cost_is_spent_to_the_fen(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    first = world["general"].get("paid_elsewhere") != "person_first"
    claimable = max(min(done.eligible, done.total) - (done.already_paid if first else 0), ZERO)
    spent = done.advance_out_of_region + done.deductible + done.basic_fund + done.copay + done.over_ceiling
    assert spent <= claimable
    assert spent == claimable or not first


@often
@given(CASES, WORLDS)
def test_funds_never_pay_more_than_there_is_and_nobody_bears_less_than_nothing(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    assert all(getattr(done, fund) >= 0 for fund in FUNDS)
    assert done.basic_fund <= max(min(done.eligible, done.total), ZERO) - done.advance_out_of_region - done.deductible
    assert done.personal >= min(done.total, ZERO)
    for layer in done.layers:
        assert layer.payment == sum((amount for _, amount in layer.taken), ZERO) <= layer.counted


@often
@given(CASES, WORLDS, amounts(30_000))
def test_more_eligible_cost_never_lowers_the_basic_fund(case: Stated, world: Stated, more: str) -> None:
    pack = pack_of(world)
    dearer = [*case["lines"], {"name": "加项", "amount": more, "class": "A"}]
    assert settle_sums(case_of(case, lines=dearer), pack).basic_fund >= settle_sums(case_of(case), pack).basic_fund


@often
@given(CASES, WORLDS, st.integers(0, 100), st.integers(0, 100))
def test_a_higher_share_away_from_home_never_raises_the_basic_fund(
    case: Stated, world: Stated, one: int, other: int
) -> None:
    low, high = (str(Decimal(percent) / 100) for percent in sorted((one, other)))
    stated = case_of(case)
    dearer, cheaper = (settle_sums(stated, pack_of(world | {"away": away})) for away in (high, low))
    assert dearer.basic_fund <= cheaper.basic_fund


@often
@given(CASES, WORLDS, amounts(2_000), amounts(2_000))
def test_a_higher_deductible_never_raises_the_basic_fund(case: Stated, world: Stated, one: str, other: str) -> None:
    low, high = sorted((one, other), key=Decimal)
    stated = case_of(case)
    dear, cheap = (
        settle_sums(stated, pack_of(world | {"basic": world["basic"] | {"deductible": due}})) for due in (high, low)
    )
    assert dear.basic_fund <= cheap.basic_fund


@often
@given(STAYS, worlds(fair=True), st.data())
def test_one_stay_cut_in_two_is_never_paid_more_unless_the_pack_is_flagged(
    stay: Stated, world: Stated, data: st.DataObject
) -> None:
    pack = pack_of(world)
    assume(not pack.splitting)
    cut = data.draw(st.integers(1, len(stay["lines"]) - 1))
    whole = settle_sums(case_of(stay), pack)
    first, second = _halves(stay, pack, cut)
    assert first.fund_total + second.fund_total <= whole.fund_total + ROUNDING


def _halves(stay: Stated, pack: Pack, cut: int) -> tuple[Settlement, Settlement]:
    """The same lines as two stays, one after the other within the same days."""
    care, middle = stay["care"], "2025-03-07"
    first = case_of(stay, lines=stay["lines"][:cut], care=care | {"discharged": middle})
    second = case_of(stay, lines=stay["lines"][cut:], care=care | {"admitted": middle})
    done = settle_sums(first, pack)
    return done, settle_sums(second, pack, done.after)


@often
@given(CASES, WORLDS)
def test_the_same_case_and_pack_give_the_same_settlement_with_or_without_its_telling(
    case: Stated, world: Stated
) -> None:
    whole, sums = settled(case, world), settle_sums(case_of(case), pack_of(world))
    assert settled(case, world) == whole
    assert replace(whole, lines=(), trace=(), warnings=()) == sums
    stood = case_of(case).year_to_date.accumulators()
    assert settle_sums(case_of(case, year_to_date={}), pack_of(world), stood) == sums


@often
@given(CASES, WORLDS)
def test_taking_a_settlement_back_leaves_the_years_sums_as_they_were(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    moved = booked(done).year
    assert moved_year(done.after, {name: -amount for name, amount in moved.items()}) == done.before
    account = "outpatient.fund" if case["care"]["kind"] == "outpatient" else "basic_fund"
    assert moved.get(account, ZERO) == done.basic_fund
    for layer in done.layers:
        assert moved.get(f"{layer.id}.fund", ZERO) == layer.payment


@often
@given(CASES, WORLDS)
def test_the_trace_ends_in_the_very_sums_of_the_settlement(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    told = {step.step: step.result for step in done.trace if hasattr(done, step.step)}
    assert told == {key: getattr(done, key) for key in told}
    assert {"total", "eligible", "deductible", "basic_fund", "fund_total", "personal"} <= set(told)
    paid = {step.step: step.result for step in done.trace}
    assert [paid[f"{layer.id}_fund"] for layer in done.layers] == [layer.payment for layer in done.layers]


@often
@given(CASES, WORLDS)
def test_every_payment_by_bands_can_be_redone_from_what_its_step_shows(case: Stated, world: Stated) -> None:
    done = settled(case, world | {"general": world["general"] | {"paid_elsewhere": "eligible_first"}})
    for step in done.trace:
        pairs = [value.split(" × ") for key, value in step.inputs.items() if key.startswith("第 ")]
        full = sum((Decimal(cost) * Decimal(ratio) for cost, ratio in pairs), ZERO)
        if step.step == "basic_fund":
            assert abs(Decimal(step.inputs["按比例应付"]) - full) < Decimal("0.01")
        elif step.step.endswith("_fund") and pairs:
            assert step.result <= full + Decimal("0.005")


@often
@given(CASES, WORLDS)
def test_every_amount_is_in_whole_fen(case: Stated, world: Stated) -> None:
    done = settled(case, world)
    sums = [getattr(done, key) for key in (*FUNDS, "copay", "over_ceiling", "advance_out_of_region", "personal")]
    left = [amount for _, amount in (*done.burdens, *((one.id, one.threshold) for one in done.layers))]
    assert all(amount == amount.quantize(Decimal("0.01")) for amount in (*sums, *left))
