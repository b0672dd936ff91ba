"""Keys: one a claim on each axis, in an order people expect, and in words."""

from __future__ import annotations

from typing import Any

from review.whatif.comparison import Axis
from review.whatif.keys import keys_of, place
from review.whatif.words import said
from tests.review.whatif.visits import a_visit


def key(axis: Axis, **changes: Any) -> str:
    return dict(keys_of(a_visit(**changes).opened()))[axis]


def test_every_claim_has_one_key_on_each_axis() -> None:
    assert [axis for axis, _ in keys_of(a_visit().opened())] == list(Axis)


def test_a_month_is_that_of_discharge_or_of_admission_or_unknown() -> None:
    assert key(Axis.MONTH) == "2024-03"
    assert key(Axis.MONTH, care={"discharged": None}) == "2024-03"
    assert key(Axis.MONTH, care={"discharged": None, "admitted": None}) == "unknown"


def test_filing_counts_only_in_other_provinces() -> None:
    assert key(Axis.REGION, care={"filing": "referral"}) == "other_province/referral"
    assert key(Axis.REGION, care={"region": "same_city", "filing": "referral"}) == "same_city"


def test_two_groups_are_a_key_of_their_own() -> None:
    assert key(Axis.GROUP, insured={"groups": ["subsistence", "poverty_risk"]}) == "poverty_risk+subsistence"
    assert key(Axis.GROUP) == "none"


def test_a_group_counts_on_its_days_only() -> None:
    later = {"groups": [{"group": "subsistence", "from": "2024-06-01"}]}
    assert key(Axis.GROUP, insured=later) == "none"
    assert key(Axis.GROUP, insured=later, care={"admitted": "2024-06-01", "discharged": "2024-06-02"}) == "subsistence"


def test_ages_fall_into_bands() -> None:
    bands = [key(Axis.AGE, insured={"age": age}) for age in (0, 17, 18, 59, 60, 75, 103, None)]
    assert bands == ["0-17", "0-17", "18-44", "45-59", "60-74", "75+", "75+", "unknown"]


def test_keys_stand_in_the_order_of_their_list_and_others_after_them() -> None:
    levels = sorted(["none", "tertiary", "primary", "odd"], key=lambda word: place(Axis.LEVEL, word))
    assert levels == ["primary", "tertiary", "none", "odd"]
    assert place(Axis.MONTH, "2024-02") < place(Axis.MONTH, "2024-11")


def test_keys_are_said_in_words() -> None:
    assert said(Axis.SCHEME, "resident") == "居民"
    assert said(Axis.GROUP, "poverty_risk+subsistence") == "监测对象、低保"
    assert said(Axis.REGION, "other_province/long_term") == "跨省·长期居住"
    assert said(Axis.REGION, "same_city") == "市内"
    assert [said(Axis.AGE, band) for band in ("18-44", "75+", "unknown")] == ["18-44 岁", "75 岁以上", "不详"]
    assert said(Axis.MONTH, "2024-03") == "2024-03"
