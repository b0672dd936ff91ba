"""Conditions and tables: all given parts must hold, the first row that fits is used, none is made up."""

from __future__ import annotations

from typing import Any

import pytest

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Group, Scheme
from review.packs.facts import Facts
from review.packs.when import Span, Table, When

SOMEBODY = Facts(
    scheme=Scheme.RESIDENT,
    kind=CareKind.INPATIENT,
    level=HospitalLevel.SECONDARY,
    region=Region.OTHER_PROVINCE,
    filing=Filing.REFERRAL,
    age=70,
    groups=(Group.SUBSISTENCE,),
    disease="高血压",
    package="阑尾炎",
    stay=2,
    insured_years=5,
)
HOLD: list[dict[str, Any]] = [
    {},
    {"schemes": ["resident"], "kinds": ["inpatient", "injury"]},
    {"levels": ["primary", "secondary"], "regions": ["other_province"], "filings": ["referral"]},
    {"groups": ["destitute", "subsistence"]},
    {"diseases": ["高血压"], "packages": ["阑尾炎"]},
    {"retired": False, "designated": True},
    {"age": {"from": 70}, "stays": {"from": 2, "below": 3}, "insured_years": {"below": 6}},
]
FAIL: list[dict[str, Any]] = [
    {"schemes": ["employee"]},
    {"schemes": ["resident"], "levels": ["tertiary"]},
    {"groups": ["destitute"]},
    {"diseases": ["糖尿病"]},
    {"retired": True},
    {"designated": False},
    {"age": {"below": 70}},
    {"stays": {"from": 3}},
]


@pytest.mark.parametrize(("stated", "holds"), [(one, True) for one in HOLD] + [(one, False) for one in FAIL])
def test_a_condition_holds_when_all_its_parts_do(stated: dict[str, Any], *, holds: bool) -> None:
    assert When.model_validate(stated).holds(SOMEBODY) is holds


def test_an_unknown_age_meets_no_span() -> None:
    assert None not in Span()
    assert 0 in Span()
    with pytest.raises(ValueError, match="没有任何数在其中"):
        Span.model_validate({"from": 5, "below": 5})


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("0.1", "0.1"),
        ({"primary": "1", "secondary": "2"}, "2"),
        ({"primary": "1", "tertiary": "3"}, None),
        ({"same_city": "1", "other_province": {"none": "2", "referral": "3"}}, "3"),
        ({"same_city": "1", "other_province": "4"}, "4"),
        ([{"when": {"age": {"from": 80}}, "value": "5"}, {"when": {"stays": {"from": 2}}, "value": "6"}], "6"),
        ([{"when": {"groups": ["destitute"]}, "value": "7"}], None),
        ([{"value": "8", "name": "一般"}, {"value": "9"}], "8"),
    ],
)
def test_the_first_row_that_fits_is_used(table: Any, found: str | None) -> None:
    row = Table[str].model_validate(table).of(SOMEBODY)
    assert (row and row.value) == found
