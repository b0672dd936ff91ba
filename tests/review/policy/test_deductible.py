"""Deductibles: every published shape, by stay or by year, with exemptions and by region; and what counts as a stay."""

from __future__ import annotations

from typing import Any

import pytest

from review.errors import PolicyError
from tests.review.policy.worlds import settled, steps, world

SHAPES: dict[str, tuple[Any, list[str]]] = {
    "one amount": ("600", ["600", "600", "600", "600"]),
    "a list": (["800", "700", "600", "0"], ["800", "700", "600", "0", "0"]),
    "percent of the one before": ({"first": "840", "times": "0.80"}, ["840", "672", "537.60", "430.08"]),
    "so much less": ({"first": "300", "minus": "100", "least": "100"}, ["300", "200", "100", "100"]),
    "less until nothing": ({"first": "250", "minus": "100"}, ["250", "150", "50", "0", "0"]),
}


@pytest.mark.parametrize(
    ("shape", "stays", "due"),
    [(shape, n, due) for shape, (_, dues) in SHAPES.items() for n, due in enumerate(dues)],
)
def test_the_deductible_of_the_years_nth_stay(shape: str, stays: int, due: str) -> None:
    pack = world(basic={"deductible": SHAPES[shape][0]})
    done = settled(pack, 5000, year={"stays": stays})
    assert str(done.deductible) == f"{float(due):.2f}"
    assert done.after.stays == stays + 1
    assert steps(done)["deductible"].inputs["年内第几次"] == str(stays + 1)


def test_rows_exempt_people_and_places() -> None:
    table = [
        {"when": {"groups": ["destitute"], "levels": ["primary", "secondary"]}, "value": "0", "name": "特困免收"},
        {"when": {"age": {"from": 70}, "stays": {"from": 4}}, "value": "0"},
        {"when": {"regions": ["other_province"]}, "value": "800"},
        {"value": "400"},
    ]
    pack = world(basic={"deductible": table})
    free = settled(pack, 5000, insured={"groups": ["destitute"]})
    assert (free.deductible, steps(free)["deductible"].parameter.name) == (0, "deductible（特困免收）")
    assert settled(pack, 5000, insured={"age": 71}, year={"stays": 3}).deductible == 0
    assert settled(pack, 5000, insured={"age": 71}, year={"stays": 2}).deductible == 400
    assert settled(pack, 5000, care={"region": "other_province"}).deductible == 800


def test_a_deductible_of_the_year_is_due_once() -> None:
    outpatient = {"account": "outpatient", "deductible": "300", "deductible_per": "year", "ratio": "0.65"}
    pack = world(kinds={"outpatient": outpatient})
    first = settled(pack, 200, care={"kind": "outpatient"})
    assert (first.deductible, first.basic_fund, first.after.stays) == (200, 0, 0)
    assert first.after.of("outpatient.deductible") == 200
    second = settled(pack, 300, care={"kind": "outpatient"}, year={"accounts": {"outpatient.deductible": "200.00"}})
    assert (second.deductible, second.basic_fund) == (100, 130)
    assert (second.after.of("outpatient.deductible"), second.after.of("outpatient.fund")) == (300, 130)
    assert second.after.basic_fund == second.after.deductible == 0
    step = steps(second)["deductible"]
    assert (step.inputs["年度起付线"], step.inputs["年内已付起付线"]) == ("300.00", "200.00")


def test_inpatient_care_and_what_is_settled_like_it_counts_as_a_stay() -> None:
    own = {"deductible": "0", "ratio": "1"}
    kinds = {"injury": {"like": "inpatient"}, "maternity": own, "emergency": {**own, "counts_stay": True}}
    pack = world(basic={"deductible": "500"}, kinds=kinds)
    counted = {kind: settled(pack, 900, care={"kind": kind}).after.stays for kind in ("inpatient", *kinds)}
    assert counted == {"inpatient": 1, "injury": 1, "maternity": 0, "emergency": 1}
    assert settled(pack, 900, care={"kind": "injury"}).deductible == 500


def test_a_case_without_lines_is_no_stay() -> None:
    assert settled(world(), year={"stays": 2}).after.stays == 2


def test_a_table_without_a_row_for_the_case_refuses_and_names_the_figure() -> None:
    pack = world(basic={"deductible": [{"when": {"levels": ["primary"]}, "value": "100"}]})
    with pytest.raises(PolicyError, match="参数“deductible”没有适用于居民二级的规定") as raised:
        settled(pack, 900)
    assert (raised.value.code, bool(raised.value.advice)) == ("not-covered", True)
    assert settled(pack, 900, care={"hospital_level": "primary"}).deductible == 100


@pytest.mark.parametrize(
    ("order", "away", "deductible", "basic"),
    [
        ("advance_first", 5400, 600, "12600"),
        ("deductible_first", 5280, 600, "12672"),
        ("ratio_points", 0, 600, "10560"),
    ],
)
def test_all_three_orders_of_the_share_away_from_home(order: str, away: int, deductible: int, basic: str) -> None:
    pack = world(basic={"deductible": "600"}, away="0.20", order=order)
    done = settled(pack, 27000)
    assert (done.advance_out_of_region, done.deductible) == (away, deductible)
    assert str(done.basic_fund) == f"{basic}.00"
