"""Counting: claims into rows, payments of layers, and counts into counts, in any order."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal

import pytest

from review.packs.pack import load_pack
from review.policy.settle import settle_sums
from review.whatif.comparison import Axis, Fund, Paid
from review.whatif.counting import NOTHING, Counted, Layered, Outcome, amounts_of, paid_of
from tests.review.whatif.visits import a_visit


def amounts(*yuan: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, yuan))


def an_outcome(a: str, b: str, total: str = "100.00") -> Outcome:
    """A claim of which the basic fund pays so much under each pack."""
    first, second = ((Decimal(paid), *NOTHING[1:-1], Decimal(total) - Decimal(paid)) for paid in (a, b))
    keys = ((Axis.KIND, "inpatient"),)
    return Outcome("1", keys, Decimal(total), first, second, funds=(Decimal(a), Decimal(b)))


def counted(*outcomes: Outcome) -> Counted:
    found = Counted()
    for outcome in outcomes:
        found.count(outcome, outcome.difference)
    return found


def test_a_row_holds_sums_and_how_many_gain_and_lose() -> None:
    row = counted(an_outcome("60", "70"), an_outcome("50", "40"), an_outcome("30", "30")).row("x")
    assert (row.key, row.claims, row.gained, row.lost) == ("x", 3, 1, 1)
    assert (row.a.funds, row.b.funds, row.difference) == amounts("140", "140", "0")
    assert row.total == Decimal("300.00")


def test_counts_may_be_merged_in_any_order() -> None:
    parts = [counted(an_outcome("60", "70")), counted(an_outcome("10", "5"), an_outcome("0", "0"))]
    there, back = Counted(), Counted()
    for part in parts:
        there.merge(part)
    for part in reversed(parts):
        back.merge(part)
    assert asdict(there) == asdict(back)
    assert there.claims == 3


def test_amounts_of_a_settlement_come_out_by_name() -> None:
    done = settle_sums(a_visit("1", "20000.00").opened(), load_pack("ganzhou"))
    paid = paid_of(amounts_of(done))
    assert paid.basic_fund == done.basic_fund > 0
    assert paid.funds == done.fund_total
    assert paid.personal == done.personal


def test_the_amounts_stand_in_the_order_of_the_funds() -> None:
    paid = paid_of(amounts("1", "2", "3", "4", "5"))
    assert [paid.of(fund) for fund in Fund] == [1, 2, 3, 4]
    assert paid == Paid(
        basic_fund=Decimal(1),
        serious_illness_fund=Decimal(2),
        medical_aid_fund=Decimal(3),
        supplement_fund=Decimal(4),
        personal=Decimal(5),
    )


def test_layers_are_told_by_fund_and_only_paid_claims_are_counted() -> None:
    layered = Layered()
    layered.add(("aid", "医疗救助", "medical_aid_fund"), 1, Decimal(30))
    layered.add(("serious", "大病保险", "serious_illness_fund"), 0, Decimal(0))
    layered.add(("aid", "医疗救助", "medical_aid_fund"), 1, Decimal(12))
    told = layered.told()
    assert [(one.id, one.claims, one.payment) for one in told] == [("serious", 0, Decimal(0)), ("aid", 2, Decimal(42))]


def test_layers_counted_elsewhere_are_added() -> None:
    one, other = Layered(), Layered()
    for layered in (one, other):
        layered.add(("aid", "医疗救助", "medical_aid_fund"), 1, Decimal("0.01"))
    one.merge(other)
    assert [(layer.claims, str(layer.payment)) for layer in one.told()] == [(2, "0.02")]


@pytest.mark.parametrize(("a", "b", "more"), [("60", "70", "10"), ("70", "60", "-10"), ("0", "0", "0")])
def test_the_difference_is_what_the_funds_pay_more(a: str, b: str, more: str) -> None:
    assert an_outcome(a, b).difference == Decimal(more)
