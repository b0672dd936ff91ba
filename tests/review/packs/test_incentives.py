"""Which figures of a pack reward splitting one stay into two, and which do not."""

from __future__ import annotations

from typing import Any

import pytest

from review.packs.incentives import splitting
from review.packs.pack import load_pack
from tests.review.policy.worlds import settled, world

Tree = dict[str, Any]
FALLING = {"bands": [{"over": "0", "ratio": "0.80"}, {"over": "1000", "ratio": "0.50"}]}
RISING = {"bands": [{"over": "0", "ratio": "0.50"}, {"over": "1000", "ratio": "0.80"}]}
PAYS = {"threshold": "0", "ratio": "0.50", "ceiling": "unlimited"}
STAYS = [{"when": {"stays": {"from": 2}}, "value": "0.90"}, {"value": "0.60"}]


def a_layer(**stated: Any) -> Tree:
    return {"layers": {"extra": {"terms": PAYS, **stated}}}


REWARDING: dict[str, tuple[Tree, str]] = {
    "a falling deductible": ({"basic": {"deductible": ["500", "300"]}}, "basic.inpatient.resident.deductible"),
    "terms by stay": ({"basic": {"ratio": STAYS}}, "basic.inpatient.resident"),
    "lower bands above": ({"basic": {"ratio": FALLING}}, "basic.inpatient.resident.ratio"),
    "a least share": ({"basic": {"least": "0.45"}}, "basic.inpatient.resident.least"),
    "a quota by stay": (
        {"basic": {"caps": {"quota": {"per": "stay", "amount": "1000"}}}},
        "basic.inpatient.resident.caps.quota",
    ),
    "what the person bears a day": (
        {"basic": {"caps": {"own": {"per": "day", "amount": {"amount": "100", "measures": "person"}}}}},
        "basic.inpatient.resident.caps.own",
    ),
    "a layer with lower bands by claim": (
        a_layer(per="claim", terms=PAYS | {"ratio": FALLING}),
        "layers.extra.rows",
    ),
    "a threshold of the claim": (
        a_layer(terms=PAYS | {"threshold": {"fraction": "0.1", "of": "total"}}),
        "layers.extra.rows",
    ),
    "the best row each time": (
        a_layer(choose="most_paid", rows={"a": {"terms": PAYS}, "b": {"terms": PAYS}}),
        "layers.extra.choose",
    ),
    "the deductible alone": (a_layer(base=["deductible"]), "layers.extra.base"),
}
FAIR: dict[str, Tree] = {
    "a plain pack": {},
    "a deductible that stays": {"basic": {"deductible": "500"}},
    "a deductible that rises": {"basic": {"deductible": ["300", "500"]}},
    "a deductible of the year": {"basic": {"deductible": ["500", "300"], "deductible_per": "year"}},
    "higher bands above": {"basic": {"ratio": RISING}},
    "lower bands by the year": {"basic": {"ratio": FALLING, "ratio_over": "year"}},
    "a quota by day or year": {
        "basic": {
            "caps": {
                "day": {"per": "day", "amount": "100"},
                "year": {"per": "year", "account": "q", "amount": "900"},
                "own": {"per": "stay", "amount": {"amount": "500", "measures": "person"}},
            }
        }
    },
    "a layer on all burdens": a_layer(),
}


@pytest.mark.parametrize("name", REWARDING)
def test_a_figure_that_rewards_splitting_is_named(name: str) -> None:
    stated, path = REWARDING[name]
    found = splitting(world(**stated))
    assert path in {one.path for one in found}
    assert all(one.title and one.why for one in found)


@pytest.mark.parametrize("name", FAIR)
def test_a_figure_that_does_not_is_let_alone(name: str) -> None:
    assert splitting(world(**FAIR[name])) == ()


def test_layers_that_count_part_of_what_went_before_are_named() -> None:
    layers = {"first": {"terms": PAYS}, "second": {"terms": PAYS, "base": ["copay"]}}
    assert [one.path for one in splitting(world(layers=layers | {"third": {"terms": PAYS}}))] == ["layers.second.base"]
    more = {
        "first": {"terms": PAYS},
        "second": {"terms": PAYS, "base": ["deductible", "copay", "over_ceiling", "self_paid"]},
    }
    assert splitting(world(layers=more)) == ()


@pytest.mark.parametrize(
    ("name", "cut"),
    [("a falling deductible", 100), ("a quota by stay", 100), ("a least share", 3600), ("terms by stay", 100)],
)
def test_what_is_named_really_pays_more_for_two_stays(name: str, cut: int) -> None:
    pack = world(**REWARDING[name][0])
    own = {"name": "自费", "amount": "1000", "class": "C"}
    one, first = settled(pack, 4000, own), settled(pack, cut)
    year = {"stays": 1, "deductible": str(first.deductible), "basic_fund": str(first.basic_fund)}
    second = settled(pack, 4000 - cut, own, year=year)
    assert first.fund_total + second.fund_total > one.fund_total


def test_the_shipped_default_pack_rewards_no_split_stay() -> None:
    assert splitting(load_pack("ganzhou")) == ()
