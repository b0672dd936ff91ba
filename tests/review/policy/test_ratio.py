"""The basic fund's ratio: bands by claim or by the year's cost, points added one by one, and the least share."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.review.policy.worlds import settled, steps, world

RISING = [{"over": "0", "ratio": "0.50"}, {"over": "10000", "ratio": "0.60"}, {"over": "30000", "ratio": "0.70"}]


@pytest.mark.parametrize(
    ("measure", "paid"), [("after_threshold", "5000 12000 6930"), ("absolute", "4950 12000 7000")], ids=str
)
def test_bands_count_from_the_deductible_or_from_zero(measure: str, paid: str) -> None:
    pack = world(basic={"deductible": "100", "ratio": {"measure": measure, "bands": RISING}})
    done = settled(pack, 40000)
    assert done.basic_fund == sum(map(Decimal, paid.split()))
    assert sum(value.count(" × ") for value in steps(done)["basic_fund"].inputs.values()) == 3


def test_bands_of_the_year_go_on_where_the_last_claim_ended() -> None:
    pack = world(basic={"ratio": {"bands": RISING}, "ratio_over": "year"})
    first = settled(pack, 8000)
    assert (first.basic_fund, first.after.of("basic.cost")) == (4000, 8000)
    second = settled(pack, 25000, year={"basic_fund": "4000", "accounts": {"basic.cost": "8000.00"}})
    assert second.basic_fund == 1000 + 12000 + 2100
    assert second.after.of("basic.cost") == 33000
    assert second.basic_fund + first.basic_fund == settled(pack, 33000).basic_fund


def test_points_are_added_and_each_is_named() -> None:
    points = {
        "retired": [{"when": {"retired": True}, "value": "0.03"}],
        "long_stay": [{"when": {"filings": ["long_term"]}, "value": "-0.10"}],
    }
    pack = world(basic={"points": points})
    both = settled(pack, 1000, insured={"retired": True}, care={"filing": "long_term"})
    assert both.basic_fund == 530
    step = steps(both)["basic_fund"]
    assert "比例已调整 -0.07" in step.formula
    assert [(one.name, one.value) for one in step.more] == [("retired", "+0.03"), ("long_stay", "-0.10")]
    assert settled(pack, 1000).basic_fund == 600
    assert steps(settled(pack, 1000))["basic_fund"].more == ()


def test_a_ratio_with_points_stays_between_nothing_and_all() -> None:
    for points, paid in (("0.60", 1000), ("-0.90", 0)):
        assert settled(world(basic={"points": {"moved": points}}), 1000).basic_fund == paid


@pytest.mark.parametrize(
    ("least", "paid"),
    [
        ("0.45", "4500.00"),
        ({"share": "0.45", "of": "eligible"}, "3600.00"),
        ({"share": "0.10", "of": "total"}, "2800.00"),
        ("0.90", "7000.00"),
    ],
)
def test_the_fund_pays_at_least_a_share(least: Any, paid: str) -> None:
    pack = world(basic={"deductible": "1000", "ratio": "0.40", "least": least})
    done = settled(pack, 8000, {"name": "自费", "amount": "2000", "class": "C"})
    assert str(done.basic_fund) == paid
    assert done.basic_fund + done.copay == 7000
    assert steps(done)["least"].parameter


def test_the_least_share_gives_way_to_ceiling_and_caps() -> None:
    cap = {"stay": {"per": "stay", "amount": "4000"}}
    pack = world(basic={"ratio": "0.40", "least": "0.45", "caps": cap})
    done = settled(pack, 10000)
    assert (done.basic_fund, done.copay, done.over_ceiling) == (4000, 0, 6000)
    assert settled(world(basic={"ratio": "0.40", "least": "0.45", "ceiling": "4200"}), 10000).basic_fund == 4200


def test_terms_by_disease_level_and_days() -> None:
    table = [{"when": {"diseases": ["尿毒症透析"]}, "value": "0.90"}, {"value": "0.70"}]
    pack = world(kinds={"chronic_outpatient": {"account": "chronic", "ratio": table}})
    care = {"kind": "chronic_outpatient"}
    assert settled(pack, 100, care=care | {"disease": "尿毒症透析"}).basic_fund == 90
    done = settled(pack, 100, care=care)
    assert (done.basic_fund, done.after.of("chronic.fund")) == (70, 70)
