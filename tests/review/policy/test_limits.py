"""Ceilings and caps: by fund, by cost and on the person; by stay, day, month and year; what is above them."""

from __future__ import annotations

from typing import Any

import pytest

from review.errors import PolicyError
from tests.review.policy.worlds import settled, steps, warned, world

Tree = dict[str, Any]


def capped(per: str, amount: Any, **more: Any) -> Tree:
    return {"quota": {"per": per, "amount": amount, **more}}


def split_of(done: Any) -> tuple[int, int, int]:
    return done.basic_fund, done.copay, done.over_ceiling


def test_a_ceiling_without_end_is_told_as_none() -> None:
    done = settled(world(), 10_000_000)
    assert done.basic_fund == 6_000_000
    assert "basic_room" not in steps(done)
    assert steps(done)["basic_fund"].inputs["统筹剩余额度"] == "不限"


def test_a_ceiling_on_cost_counts_deductible_and_cost_of_the_year() -> None:
    pack = world(basic={"deductible": "600", "ratio": "0.55", "ceiling": {"amount": "90000", "measures": "cost"}})
    first = settled(pack, 50000)
    assert (split_of(first), first.after.of("basic.cost")) == ((27170, 22230, 0), 49400)
    year = {"stays": 1, "deductible": "600", "basic_fund": "27170", "accounts": {"basic.cost": "49400.00"}}
    second = settled(pack, 50000, year=year)
    assert split_of(second) == (21670, 17730, 10000)
    assert (second.after.deductible, second.after.of("basic.cost")) == (1200, 88800)
    assert steps(second)["basic_room"].result == 39400


def test_a_ceiling_on_cost_is_not_guessed_from_payments_alone() -> None:
    pack = world(basic={"ceiling": {"amount": "90000", "measures": "cost"}})
    with pytest.raises(PolicyError, match="仅凭支付额推不出") as raised:
        settled(pack, 1000, year={"basic_fund": "5"})
    assert "basic.cost" in raised.value.advice


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("3000", (3000, 2000, 5000)), ({"amount": "3000", "measures": "cost"}, (1800, 1200, 7000))],
    ids=["fund", "cost"],
)
def test_a_cap_by_stay_leaves_the_rest_over_the_ceiling(amount: Any, expected: tuple[int, int, int]) -> None:
    pack = world(basic={"caps": capped("stay", amount)})
    done = settled(pack, 10000)
    assert split_of(done) == expected
    assert steps(done)["cap_quota"].result == 3000
    assert not done.after.accounts


def test_a_quota_by_day_counts_nights() -> None:
    cost = {"amount": "133", "measures": "cost"}
    pack = world(basic={"ratio": "0.90", "caps": capped("day", cost)})
    done = settled(pack, 2000)
    assert (str(done.basic_fund), str(done.copay), done.over_ceiling) == ("1316.70", "146.30", 537)
    assert steps(done)["cap_quota"].inputs["住院天数"] == "11"
    same_day = settled(pack, 2000, care={"admitted": "2025-03-12"})
    assert str(same_day.basic_fund) == "119.70"


def test_what_is_above_a_limit_on_the_person_falls_to_the_fund() -> None:
    person = [{"when": {"packages": ["阑尾炎"]}, "value": {"amount": "500", "measures": "person"}}]
    pack = world(basic={"caps": capped("stay", person)})
    assert split_of(settled(pack, 4000, care={"package": "阑尾炎"})) == (3500, 500, 0)
    assert split_of(settled(pack, 1000, care={"package": "阑尾炎"})) == (600, 400, 0)
    assert split_of(settled(pack, 4000)) == (2400, 1600, 0)


def test_the_ceiling_stands_above_a_limit_on_the_person() -> None:
    pack = world(basic={"ceiling": "3000", "caps": capped("stay", {"amount": "500", "measures": "person"})})
    done = settled(pack, 4000)
    assert split_of(done) == (3000, 500, 500)
    formula = steps(done)["basic_fund"].formula
    assert "个人自付超过限额的部分由基金支付" in formula


@pytest.mark.parametrize(("per", "name"), [("year", "hbp.高血压.fund"), ("month", "hbp.高血压.03.fund")])
def test_a_quota_runs_over_the_year_or_the_month_by_disease(per: str, name: str) -> None:
    caps = capped(per, "400", account="hbp", by_disease=True)
    pack = world(kinds={"two_diseases": {"account": "two_diseases", "ratio": "0.50", "caps": caps}})
    care = {"kind": "two_diseases", "disease": "高血压"}
    first = settled(pack, 600, care=care)
    assert (first.basic_fund, first.after.of(name), first.after.of("two_diseases.fund")) == (300, 300, 300)
    second = settled(pack, 600, care=care, year={"accounts": {name: "300.00"}})
    assert split_of(second) == (100, 100, 400)
    assert second.after.of(name) == 400
    other = settled(pack, 600, care=care | {"disease": "糖尿病"}, year={"accounts": {name: "300.00"}})
    assert other.basic_fund == 300


def test_a_quota_by_disease_says_when_none_is_stated() -> None:
    caps = capped("year", "400", account="hbp", by_disease=True)
    done = settled(world(basic={"caps": caps}), 100)
    assert warned(done, "没有写明病种，暂不分病种累计")
    assert done.after.of("hbp.fund") == 60


def test_quotas_by_cost_and_on_the_person_run_over_the_year() -> None:
    cost = world(basic={"caps": capped("year", {"amount": "1000", "measures": "cost"}, account="q")})
    done = settled(cost, 500, year={"accounts": {"q.cost": "700.00"}})
    assert (split_of(done), done.after.of("q.cost")) == ((180, 120, 200), 1000)
    person = world(basic={"caps": capped("year", {"amount": "1000", "measures": "person"}, account="q")})
    done = settled(person, 500, year={"accounts": {"q.person": "900.00"}})
    assert (split_of(done), done.after.of("q.person")) == ((400, 100, 0), 1000)


def test_a_cap_without_a_row_for_the_case_limits_nothing() -> None:
    pack = world(basic={"caps": capped("stay", [{"when": {"schemes": ["employee"]}, "value": "10"}])})
    assert settled(pack, 1000).basic_fund == 600
    assert settled(pack, 1000, insured={"scheme": "employee"}).basic_fund == 10


def test_more_used_than_the_ceiling_allows_is_pointed_out() -> None:
    done = settled(world(basic={"ceiling": "1000"}), 500, year={"basic_fund": "1200"})
    assert split_of(done) == (0, 0, 500)
    assert warned(done, "已超过年度封顶线 1000 元")
