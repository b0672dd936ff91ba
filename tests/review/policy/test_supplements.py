"""Layers beyond serious illness and aid: by claim or by year, on any burdens, for two groups, with incentives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.review.policy.worlds import a_line, settled, steps, warned, world

Tree = dict[str, Any]


def pays(ratio: Any = "0.50", threshold: Any = "0", ceiling: str = "unlimited", **more: Any) -> Tree:
    return {"threshold": threshold, "ratio": ratio, "ceiling": ceiling, **more}


def test_layers_pay_in_the_packs_order_on_what_the_ones_before_left() -> None:
    layers = {
        "first": {"fund": "serious_illness", "terms": pays("0.50", "100")},
        "second": {"fund": "supplement", "terms": pays("0.80", "150")},
        "third": {"fund": "supplement", "terms": pays("0.10")},
    }
    done = settled(world(layers=layers), 1000)
    assert [(one.id, one.counted, one.payment) for one in done.layers] == [
        ("first", 400, 150),
        ("second", 250, 80),
        ("third", 170, 17),
    ]
    assert (done.serious_illness_fund, done.supplement_fund, done.personal) == (150, 97, 153)
    assert {"first_base", "second_base", "third_fund"} <= set(steps(done))
    assert "（已减去前面各层支付）" in steps(done)["second_base"].formula


@pytest.mark.parametrize(
    ("base", "paid"),
    [
        (["self_paid"], 35),
        (["self_paid", "over_limit", "advance_self_pay"], 95),
        (["advance_out_of_region", "deductible"], 144),
        (["copay"], 130),
        (["over_ceiling"], 0),
    ],
)
def test_a_supplement_counts_the_burdens_it_names(base: list[str], paid: int) -> None:
    layers = {"extra": {"base": base, "terms": pays()}}
    pack = world(layers=layers, basic={"deductible": "100"}, away="0.20")
    lines = (a_line(1000, "B"), a_line(70, "C"), a_line(60, quantity="1", price_limit="40"))
    done = settled(pack, *lines, care={"region": "other_province"})
    assert round(done.supplement_fund) == paid
    assert {name for name, _ in done.layers[0].taken} <= set(base)


def test_burdens_by_claim_do_not_add_up_over_the_year() -> None:
    stated: Tree = {"terms": pays("0.50", "300")}
    year = {"accounts": {"extra.base": "1000.00"}}
    by_year, by_claim = (world(layers={"extra": stated | {"per": per}}) for per in ("year", "claim"))
    assert settled(by_year, 1000, year=year).supplement_fund == 200
    assert settled(by_claim, 1000, year=year).supplement_fund == 50


@pytest.mark.parametrize(
    ("threshold", "begins"),
    [({"fraction": "0.10", "of": "total"}, 130), ({"fraction": "0.10", "of": "eligible"}, 100)],
)
def test_a_threshold_may_be_a_share_of_the_cost(threshold: Tree, begins: int) -> None:
    layers = {"cap": {"terms": pays("1", threshold)}}
    done = settled(world(layers=layers), 1000, a_line(300, "C"))
    assert (done.layers[0].threshold, done.supplement_fund) == (begins, 400 - begins)
    assert steps(done)["cap_threshold"].result == begins


def test_a_threshold_of_income_names_both_its_figures() -> None:
    layers = {"aid": {"income_base": "2000", "terms": pays("1", {"fraction": "0.10"})}}
    step = steps(settled(world(layers=layers), 1000))["aid_threshold"]
    assert (step.result, step.inputs["收入基数"], len(step.more)) == (200, "2000.00", 1)


@pytest.mark.parametrize(("choose", "paid"), [("first", 40), ("most_paid", 280)])
def test_who_is_in_two_groups_gets_the_first_row_or_the_best(choose: str, paid: int) -> None:
    rows = {
        "risk": {"when": {"groups": ["poverty_risk"]}, "terms": pays("0.10")},
        "poor": {"when": {"groups": ["subsistence"]}, "terms": pays("0.70")},
        "everyone": {"terms": pays("0.60")},
    }
    pack = world(layers={"aid": {"fund": "medical_aid", "choose": choose, "rows": rows}})
    done = settled(pack, 1000, insured={"groups": ["poverty_risk", "subsistence"]})
    assert done.medical_aid_fund == paid


def test_unbroken_insurance_raises_the_ceiling() -> None:
    incentive = {"after_years": 4, "each_year": "3000", "each_free_year": "3000", "at_most": "0.20"}
    pack = world(layers={"large": {"terms": pays("1", "0", "100000", incentive=incentive)}})
    paid = {
        years: settled(pack, 500000, insured={"insured_years": years, "claim_free_years": free}).supplement_fund
        for years, free in ((4, 0), (6, 0), (6, 1), (20, 2))
    }
    assert paid == {4: 100000, 6: 109000, 20: 120000}
    none = settled(pack, 500000)
    assert warned(none, "没有写明连续参保年数")
    assert (
        steps(settled(pack, 500000, insured={"insured_years": 6}))["large_fund"].inputs["其中连续参保激励"] == "6000.00"
    )


def test_a_layer_for_one_scheme_or_without_a_base_for_the_case_is_left_out() -> None:
    layers = {
        "workers": {"schemes": ["employee"], "terms": pays()},
        "far": {"base": [{"when": {"regions": ["other_province"]}, "value": ["copay"]}], "terms": pays()},
    }
    done = settled(world(layers=layers), 1000)
    assert (done.layers, done.supplement_fund, done.after.accounts) == ((), 0, ())


def test_two_layers_of_one_account_share_its_ceiling_and_count_a_burden_once() -> None:
    stated = {"account": "pool", "terms": pays("0.50", "0", "250")}
    done = settled(world(layers={"one": stated, "two": stated}), 1000)
    assert [one.payment for one in done.layers] == [200, 50]
    assert (done.after.of("pool.fund"), done.after.of("pool.base")) == (250, 400)


def test_brackets_are_absolute_or_after_the_threshold() -> None:
    bands = [{"over": "0", "ratio": "0.60"}, {"over": "30000", "ratio": "0.65"}, {"over": "100000", "ratio": "0.75"}]
    paid = []
    for measure in ("absolute", "after_threshold"):
        layers = {"serious": {"base": ["copay"], "terms": pays({"measure": measure, "bands": bands}, "12000")}}
        paid.append(settled(world(layers=layers, basic={"ratio": "0"}), 150000).supplement_fund)
    assert paid == [Decimal(10800 + 45500 + 37500), Decimal(18000 + 45500 + 28500)]
